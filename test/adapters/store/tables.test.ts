import { expect, test } from 'vitest';
import { lookKinds } from '../../../domain/access/look.ts';
import { takeOverStates } from '../../../domain/access/succession.ts';
import { jobOutcomes } from '../../../domain/answer.ts';
import { logSubjects } from '../../../domain/change-log.ts';
import * as lists from '../../../domain/code-lists.ts';
import { answerArrivals } from '../../../domain/limits.ts';
import { roles } from '../../../domain/roles.ts';
import { reportWords } from '../../../domain/signature-report.ts';
import { arrivals, failureReasons, jobStates, signerStates } from '../../../domain/signing-job.ts';
import { dropReasons, successionKinds } from '../../../domain/succession.ts';
import { unknownJobStates } from '../../../domain/unknown-job.ts';
import { readMigrations } from '../../../main/adapters/store/migrate.ts';
import { mismatchOutcomes } from '../../../main/ports/archive/party-mismatches.ts';
import { archiveAtVersion } from './support/at-version.ts';

const texts = (list: Readonly<Record<string, string>>) => Object.values(list);
/** Columns that hold one of a list, and the list in the code that owns them. */
const owners: Readonly<Record<string, readonly string[]>> = {
  'answer.failure': failureReasons,
  'answer.outcome': jobOutcomes,
  'case_file.status': texts(lists.caseStatuses),
  'change_log.subject': logSubjects,
  'class_disposal.decision': texts(lists.disposalDecisions),
  'clearance.way': texts(lists.clearanceWays),
  'correspondence_party.kind': texts(lists.partyKinds),
  'document_description.status': texts(lists.documentStatuses),
  'document_description.type': texts(lists.documentTypes),
  'document_link.role': texts(lists.linkRoles),
  'document_object.signature_verification': texts(lists.signatureVerifications),
  'document_object.variant': texts(lists.variants),
  'journal_entry.status': texts(lists.entryStatuses),
  'journal_entry.type': texts(lists.entryTypes),
  'party_mismatch.outcome': mismatchOutcomes,
  'policy.answers_arrive_as': answerArrivals,
  'received_answer.failure': failureReasons,
  'planned_successor.dropped': dropReasons,
  'planned_successor.kind': successionKinds,
  'received_answer.outcome': jobOutcomes,
  'signature_control.word': reportWords,
  'signer.state': signerStates,
  'signing_job.arrival': arrivals,
  'signing_job.failure': failureReasons,
  'signing_job.state': jobStates,
  'signing_job.succession': successionKinds,
  'take_over.state': takeOverStates,
  'unknown_job.failure': failureReasons,
  'unknown_job.state': unknownJobStates,
  'looking_log.kind': lookKinds,
  'user_role.role': roles,
};
/** Lists that only the archive file knows: the standard's own words about itself, and the store's bookkeeping. */
const storesOwn = [
  'archive.kind',
  'archive.status',
  'archive_part.status',
  'archive_unit.kind',
  'classification_system.type',
  'counter.series',
  'default_screening.kind',
  'entry_link.kind',
];

test('every list in the schema of an archive is the list in the code, word for word', async () => {
  const { sqlite } = await archiveAtVersion((await readMigrations()).length);
  const found = checkedLists(
    sqlite.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`).all(),
  );
  expect([...found.keys()].sort()).toEqual([...Object.keys(owners), ...storesOwn].sort());
  for (const [column, list] of Object.entries(owners))
    expect(found.get(column), column).toEqual([...list].sort());
});

/** By `table.column`: the words of each CHECK that holds a column to a list of words. */
function checkedLists(tables: readonly unknown[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const table of tables) {
    if (typeof table !== 'object' || table === null || !('name' in table && 'sql' in table)) continue;
    for (const [, column, list] of String(table.sql).matchAll(/CHECK \((\w+) IN \(\s*('[^)]*')\s*\)\)/g)) {
      const words = [...(list ?? '').matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '');
      found.set(`${table.name}.${column}`, words.sort());
    }
  }
  return found;
}
