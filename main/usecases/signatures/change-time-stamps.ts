import type { Actor } from '../../../domain/access/actor.ts';
import { type ArchiveRefusal, may, theArchive } from '../../../domain/access/may.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type {
  TimeStampSettingsReader,
  TimeStampSettingsWriter,
} from '../../ports/archive/time-stamp-settings.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type { ServiceSetup } from '../../ports/service-setup.ts';
import {
  type TimeStampAuthority,
  type TimeStamped,
  TimeStampFailed,
  type TimeStamps,
} from '../../ports/time-stamps.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';
import { authorityInUse } from './time-stamp-authority.ts';

type Touching = {
  readonly archive: ArchivePart<TimeStampSettingsReader, TimeStampSettingsWriter & LogWriter>;
};
type Setting = Pick<Needs, 'clock' | 'vault'> &
  Touching & { readonly setup: Pick<ServiceSetup, 'readAnchors'>; readonly timeStamps: TimeStamps };

export type TimeStampInput = {
  readonly url: string;
  readonly user: string;
  /** Empty: the one that is there stays. */
  readonly secret: string;
  /** By fingerprint. */
  readonly keepAnchors: readonly string[];
  readonly anchorFiles: readonly Uint8Array[];
};
export type TimeStampRefusal =
  | ArchiveRefusal
  | 'anchor-unreadable'
  | 'time-stamp-address-wrong'
  | 'time-stamp-secret-in-clear'
  | 'time-stamp-anchor-missing'
  | 'time-stamp-failed';

/** Sets whom the archive asks for time stamps; without input nobody is asked any more. */
export const changeTimeStamps =
  (needs: Setting) =>
  async (actor: Actor, input: TimeStampInput | undefined): Promise<Result<undefined, TimeStampRefusal>> => {
    const allowed = may(actor, 'change-policy', theArchive);
    if (!allowed.ok) return allowed;
    const decided = input ? await decide(needs, input) : undefined;
    if (decided && !decided.ok) return decided;
    const authority = decided?.value;
    const access = authority?.access && {
      user: authority.access.user,
      sealedSecret: await needs.vault.seal(authority.access.secret),
    };
    await needs.archive.change(async (tx) => {
      const before = await tx.timeStampSettings();
      await tx.setTimeStampSettings(authority && { url: authority.url, anchors: authority.anchors, access });
      await logDifferences(
        tx,
        'policy',
        'time-stamps',
        {
          tidsstempeltjeneste: [before?.url, authority?.url],
          tidsstempelbruker: [before?.access?.user, access?.user],
          tillitsankre: [before?.anchors.length, authority?.anchors.length],
        },
        { at: needs.clock.now(), by: actor.name },
      );
    });
    return ok(undefined);
  };

const sample = Uint8Array.of(0x53, 0x65, 0x67, 0x6c);

/** Asks once, by settings that are not kept yet. */
export const testTimeStamps =
  (needs: Setting) =>
  async (actor: Actor, input: TimeStampInput): Promise<Result<TimeStamped, TimeStampRefusal>> => {
    const allowed = may(actor, 'change-policy', theArchive);
    if (!allowed.ok) return allowed;
    const decided = await decide(needs, input);
    if (!decided.ok) return decided;
    try {
      return ok(await needs.timeStamps.stamp(decided.value, sample, needs.clock.now()));
    } catch (fault) {
      if (!(fault instanceof TimeStampFailed)) throw fault;
      return refuse('time-stamp-failed', { fault: fault.fault, detail: fault.message.slice(0, 200) });
    }
  };

async function decide(
  needs: Setting,
  input: TimeStampInput,
): Promise<Result<TimeStampAuthority, TimeStampRefusal>> {
  const url = input.url.trim();
  if (!/^https?:\/\/[^\s/]+/i.test(url)) return refuse('time-stamp-address-wrong');
  const before = await authorityInUse(needs);
  const user = input.user.trim();
  const secret = input.secret === '' && before?.access?.user === user ? before.access.secret : input.secret;
  const isHere = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i.test(url);
  if (user !== '' && /^http:/i.test(url) && !isHere) return refuse('time-stamp-secret-in-clear');
  const kept = (before?.anchors ?? [])
    .flatMap((pem) => needs.setup.readAnchors(Uint8Array.from(pem, (character) => character.charCodeAt(0))))
    .filter(({ fingerprint }) => input.keepAnchors.includes(fingerprint));
  const added = input.anchorFiles.map((file) => needs.setup.readAnchors(file));
  if (added.some((anchors) => anchors.length === 0)) return refuse('anchor-unreadable');
  const anchors = [
    ...new Map([...kept, ...added.flat()].map(({ fingerprint, pem }) => [fingerprint, pem])).values(),
  ];
  if (anchors.length === 0) return refuse('time-stamp-anchor-missing');
  return ok({ url, anchors, ...(user !== '' && { access: { user, secret } }) });
}
