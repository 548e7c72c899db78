import type { CaseId } from '../../../domain/basics.ts';
import { documentStatuses, entryStatuses } from '../../../domain/code-lists.ts';
import { runningStates } from '../../../domain/signing-job.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { isWaiting } from './waiting-answers.ts';

const settled = (['E', 'J', 'A', 'U'] as const).map((status) => toText(entryStatuses, status));

/** What keeps a case from being closed, and what waits because it is, counted. */
export const caseBalance = (db: Archive, caseId: CaseId) =>
  db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('journal_entry')
        .where('case_id', '=', caseId)
        .where('binned_at', 'is', null)
        .where('status', 'not in', settled)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('unfinishedEntries'),
      eb
        .selectFrom('signing_job')
        .where('case_id', '=', caseId)
        .where('state', 'in', runningStates)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('runningJobs'),
      eb
        .selectFrom('document_description')
        .where('document_description.status', '=', toText(documentStatuses, 'B'))
        .where('document_description.id', 'in', (inner) =>
          inner
            .selectFrom('document_link')
            .innerJoin('journal_entry', 'journal_entry.id', 'document_link.entry_id')
            .where('journal_entry.case_id', '=', caseId)
            .where('journal_entry.binned_at', 'is', null)
            // What is expunged need not be finished.
            .where('journal_entry.status', '<>', toText(entryStatuses, 'U'))
            .select('document_link.document_id'),
        )
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('unfinishedDocuments'),
      eb
        .selectFrom('answer')
        .innerJoin('signing_job', 'signing_job.id', 'answer.job_id')
        .innerJoin('journal_entry', 'journal_entry.id', 'signing_job.entry_id')
        .where('journal_entry.case_id', '=', caseId)
        .where(isWaiting)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('waitingAnswers'),
    ])
    .executeTakeFirstOrThrow();
