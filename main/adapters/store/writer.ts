import type { ArchiveReader, ArchiveWriter } from '../../ports/archive-store.ts';
import type { FileSeal } from '../../ports/vault.ts';
import { accessChanges } from './access-changes.ts';
import { accessUseChanges } from './access-use.ts';
import { answerChanges } from './answers.ts';
import { binChanges } from './bin.ts';
import { caseChanges } from './case-changes.ts';
import { logChanges } from './change-log.ts';
import { classChanges } from './classes.ts';
import type { Archive } from './connection.ts';
import { dispatchDraftChanges } from './dispatch-drafts.ts';
import { documentChanges } from './document-changes.ts';
import { entryChanges } from './entry-changes.ts';
import { entryLinkChanges } from './entry-links.ts';
import { fileChanges } from './files.ts';
import { jobChanges } from './job-changes.ts';
import { lookingLogChanges } from './looking-log.ts';
import { mailingChanges } from './mailings.ts';
import { partyChanges } from './parties.ts';
import { partyMismatchChanges } from './party-mismatches.ts';
import { policyChanges } from './policy.ts';
import { pollTimeChanges } from './poll-times.ts';
import { receivedAnswerChanges } from './received-answers.ts';
import { restorationChanges } from './restorations.ts';
import { signatureControlChanges } from './signature-controls.ts';
import { takeOverChanges } from './take-overs.ts';
import { timeStampSettingsChanges } from './time-stamp-settings.ts';
import { userChanges } from './users.ts';
import { vaultLockChanges } from './vault-lock.ts';

type Changes = Omit<ArchiveWriter, keyof ArchiveReader>;

/** Runs one change at a time, each whole or not at all even when the caller catches its fault and goes on. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createChanges(db: Archive, seal: FileSeal | undefined, inTurn: InTurn): Changes {
  const changes: Changes = {
    ...policyChanges(db),
    ...userChanges(db),
    ...accessChanges(db),
    ...accessUseChanges(db),
    ...lookingLogChanges(db),
    ...classChanges(db),
    ...caseChanges(db),
    ...entryChanges(db),
    ...binChanges(db),
    ...entryLinkChanges(db),
    ...mailingChanges(db),
    ...partyChanges(db),
    ...partyMismatchChanges(db),
    ...documentChanges(db),
    ...fileChanges(db, seal),
    ...dispatchDraftChanges(db),
    ...jobChanges(db),
    ...answerChanges(db),
    ...receivedAnswerChanges(db),
    ...pollTimeChanges(db),
    ...vaultLockChanges(db),
    ...logChanges(db),
    ...restorationChanges(db),
    ...signatureControlChanges(db),
    ...timeStampSettingsChanges(db),
    ...takeOverChanges(db),
  };
  return mapMethods(changes, inTurn);
}

function mapMethods(changes: Changes, inTurn: InTurn): Changes {
  const wrapped = Object.entries(changes).map(([name, method]) => [
    name,
    // Each method keeps its own parameters and result; a loop over them cannot say so.
    (...parameters: unknown[]) =>
      inTurn(() => (method as (...parameters: unknown[]) => Promise<unknown>)(...parameters)),
  ]);
  return Object.fromEntries(wrapped) as Changes;
}
