import type { ArchiveReader } from '../../ports/archive-store.ts';
import type { FileSeal } from '../../ports/vault.ts';
import { accessQueries } from './access.ts';
import { accessUseQueries } from './access-use.ts';
import { answerQueries } from './answers.ts';
import { identityQueries } from './archive-identity.ts';
import { basketQueries } from './baskets.ts';
import { binQueries } from './bin.ts';
import { caseQueries } from './case-queries.ts';
import { logQueries } from './change-log.ts';
import { classQueries } from './classes.ts';
import type { Archive } from './connection.ts';
import { dispatchDraftQueries } from './dispatch-drafts.ts';
import { documentQueries } from './document-queries.ts';
import { entryLinkQueries } from './entry-links.ts';
import { entryQueries } from './entry-queries.ts';
import { fileQueries } from './files.ts';
import { holdingQueries } from './holdings.ts';
import { jobQueries } from './job-queries.ts';
import { lookingLogQueries } from './looking-log.ts';
import { mailingQueries } from './mailings.ts';
import { partyQueries } from './parties.ts';
import { partyMismatchQueries } from './party-mismatches.ts';
import { policyQueries } from './policy.ts';
import { pollTimeQueries } from './poll-times.ts';
import { receivedAnswerQueries } from './received-answers.ts';
import { restorationQueries } from './restorations.ts';
import { screeningQueries } from './screenings.ts';
import { signatureControlQueries } from './signature-controls.ts';
import { takeOverQueries } from './take-overs.ts';
import { timeStampSettingsQueries } from './time-stamp-settings.ts';
import { userQueries } from './users.ts';
import { vaultLockQueries } from './vault-lock.ts';

/** `seal` opens sealed files; without it they stay closed. */
export const createReader = (db: Archive, seal: FileSeal | undefined): ArchiveReader => ({
  ...identityQueries(db),
  ...policyQueries(db),
  ...userQueries(db),
  ...accessQueries(db),
  ...accessUseQueries(db),
  ...lookingLogQueries(db),
  ...classQueries(db),
  ...caseQueries(db),
  ...entryQueries(db),
  ...entryLinkQueries(db),
  ...mailingQueries(db),
  ...partyQueries(db),
  ...partyMismatchQueries(db),
  ...documentQueries(db),
  ...fileQueries(db, seal),
  ...dispatchDraftQueries(db),
  ...jobQueries(db),
  ...answerQueries(db),
  ...receivedAnswerQueries(db),
  ...pollTimeQueries(db),
  ...vaultLockQueries(db),
  ...basketQueries(db),
  ...binQueries(db),
  ...holdingQueries(db),
  ...logQueries(db),
  ...restorationQueries(db),
  ...screeningQueries(db),
  ...signatureControlQueries(db),
  ...timeStampSettingsQueries(db),
  ...takeOverQueries(db),
});
