import { answerKind, answerSenders, answerTitle } from '../../domain/answer.ts';
import { dateOf } from '../../domain/calendar.ts';
import type { Party } from '../../domain/documents.ts';
import type { Clearance } from '../../domain/journal-entry.ts';
import { systemName } from '../usecases/audit-log.ts';
import { fileNameOf, plainTitle, publicTitle } from './marked-title.ts';
import type { OrderedEntry } from './order-events.ts';
import type { PlannedEntry } from './plan.ts';
import { plannedEntryRow } from './plan-entry.ts';
import { caseworkerOf, entryIdOf, type PlanFacts } from './plan-facts.ts';
import { planJob } from './plan-job.ts';
import { stepsTaken } from './plan-log.ts';
import { stableId } from './stable-id.ts';

/** The incoming entry that a refused, expired or cancelled signing job was filed as, with its note. */
export async function planAnswer(item: OrderedEntry, facts: PlanFacts): Promise<PlannedEntry> {
  const { entry, of } = item;
  const outgoing = await entryIdOf(item, facts);
  if (!entry.job) throw new Error(`training entry ${entry.key}: no signing job`);
  const job = await planJob(item, entry.job, outgoing, facts);
  if (!job.answer) throw new Error(`training entry ${entry.key}: no answer`);
  const kind = answerKind(job.answer);
  const title = answerTitle(kind, plainTitle(entry.title));
  const shown = publicTitle(entry.title).publicTitle;
  const name = `${of.from.key}/${entry.key}-svar`;
  const row = await plannedEntryRow(item, facts, {
    id: await entryIdOf(item, facts, `${entry.key}-svar`),
    type: 'I',
    status: of.from.status === 'A' ? 'A' : 'J',
    title,
    ...(shown !== undefined && { publicTitle: answerTitle(kind, shown) }),
    documentDate: dateOf(job.answer.decidedAt),
    receivedAt: job.answer.receivedAt,
    createdBy: systemName,
    ...handledBy(item, facts),
  });
  const parties = await Promise.all(
    answerSenders(job.signers).map(async (sender, position): Promise<Party> => {
      const id = await stableId(facts.digest, 'party', `${name}/${position}`);
      return { id, kind: 'EA', name: sender, isFirm: false };
    }),
  );
  return {
    entry: row,
    recordNumber: item.recordNumber,
    parties,
    identities: [],
    documents: [
      {
        id: await stableId(facts.digest, 'document', name),
        objectId: await stableId(facts.digest, 'document-object', name),
        role: 'H',
        title,
        type: 'avslag',
        status: 'F',
        fileName: fileNameOf(title),
        at: item.createdAt,
        by: row.createdBy,
        page: {
          outgoing,
          note: {
            kind,
            recordNumber: item.answerTo ?? item.recordNumber,
            caseNumber: of.caseNumber,
            title: job.title,
            orderedBy: job.orderedBy,
            decidedAt: job.answer.decidedAt,
            receivedAt: job.answer.receivedAt,
            deadlineDays: job.deadlineDays,
            signers: job.signers.map(({ identityNumber: _, ...signer }) => signer),
            sentAt: job.sentAt,
            serviceJobId: job.serviceJobId,
            document: 'none',
          },
        },
      },
    ],
    links: [{ from: row.id, to: outgoing, kind: 'signing-answer' }],
    clears: [],
    log: [
      ...stepsTaken(item, row, facts),
      {
        subject: 'job',
        subjectId: job.id,
        code: 'answer-filed',
        facts: { entry: item.recordNumber },
        at: item.createdAt,
        by: systemName,
      },
    ],
  };
}

/** A refusal or an expiry is an arrear, as any incoming letter is. */
function handledBy(item: OrderedEntry, facts: PlanFacts): { readonly clearance?: Clearance } {
  const became = item.entry.job?.became;
  if (!became || !('failure' in became) || became.handled === undefined) return {};
  return { clearance: { way: 'TE', on: became.handled, by: caseworkerOf(item, facts).name } };
}
