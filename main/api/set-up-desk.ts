import type { Result } from '../../domain/basics.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { MethodName, Reply } from '../../preload/contract/contract.ts';
import type { KnownArchive } from '../ports/known-archive.ts';
import type { CreateRefusal, NewArchive } from '../usecases/administration/create-production-archive.ts';
import type { Handlers } from './dispatcher.ts';
import { done, noValue, refusal, toReply } from './reply.ts';

type Looks = Pick<Preferences, 'language' | 'theme'>;
type Parts = {
  readonly preferences: { read(): Preferences; write(change: Partial<Preferences>): void };
  /** Creates the archive and opens it; after that the handlers of the open archive answer. */
  readonly create: (
    input: NewArchive & { readonly insteadOf?: string | undefined },
  ) => Promise<Result<undefined, CreateRefusal | 'archive-exists' | 'archive-missing' | 'vault-locked'>>;
};

/** What can be asked where there is no archive yet. */
export const setUpHandlers = ({ preferences, create }: Parts): Partial<Handlers> => ({
  'session.setLanguage': async ({ language }) => {
    preferences.write({ language });
    return done(noValue());
  },
  'archive.create': async (input) => toReply(await create(input), noValue),
});

const before: readonly MethodName[] = ['session.setLanguage', 'archive.create'];

/** The rest is refused, with how the window should look and speak until there is a session. */
export const admitBefore =
  (looks: () => Looks, missing?: KnownArchive) =>
  async (name: MethodName): Promise<Reply<never> | undefined> =>
    before.includes(name) ? undefined : refuseBefore(looks(), missing);

const refuseBefore = (looks: Looks, missing: KnownArchive | undefined) =>
  missing
    ? refusal('archive-missing', missingFacts(missing, looks))
    : refusal('archive-not-set-up', looksOf(looks));

export const missingFacts = ({ id, title, folder }: KnownArchive, looks: Looks) => ({
  ...looksOf(looks),
  archive: id,
  title,
  folder,
});

export const looksOf = ({ language, theme }: Looks) => ({ language, theme });
