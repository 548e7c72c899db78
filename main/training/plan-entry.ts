import { dateOf } from '../../domain/calendar.ts';
import { fieldChanged } from '../../domain/change-log.ts';
import type { NewEntry } from '../ports/archive/entries.ts';
import { readPartyKey } from './cast.ts';
import type { TrainingEntry } from './ingredients.ts';
import { plainTitle, publicTitle } from './marked-title.ts';
import { officeTime } from './norwegian-date.ts';
import { type OrderedEntry, registeredOn } from './order-events.ts';
import type { PlannedEntry } from './plan.ts';
import { planDocuments } from './plan-documents.ts';
import { caseworkerOf, entryIdOf, type PlanFacts, screeningOf, theArchivist } from './plan-facts.ts';
import { planJob } from './plan-job.ts';
import { stepsTaken } from './plan-log.ts';
import { stableId } from './stable-id.ts';

/** The row itself, as an own entry or as the filed answer of a signing job. */
export async function plannedEntryRow(
  item: OrderedEntry,
  facts: PlanFacts,
  own: Pick<NewEntry, 'id' | 'type' | 'status' | 'title'> & Partial<NewEntry>,
): Promise<NewEntry> {
  const caseworker = caseworkerOf(item, facts);
  const screening = screeningOf(facts.ingredients, item.entry.screening ?? item.of.from.screening);
  const onJournal = own.type === 'I' ? theArchivist(facts.cast, facts.ingredients) : caseworker;
  return {
    caseId: await stableId(facts.digest, 'case', item.of.from.key),
    journalDate: dateOf(item.createdAt),
    caseworker: caseworker.id,
    adminUnit: caseworker.adminUnit,
    screening,
    createdAt: item.createdAt,
    createdBy: own.status === 'S' ? caseworker.name : onJournal.name,
    ...own,
  };
}

const wasSent = ({ type, status, job }: TrainingEntry): boolean =>
  type === 'U' && ['E', 'J', 'A'].includes(status) && !(job && 'fault' in job.became);

export async function planEntry(item: OrderedEntry, facts: PlanFacts): Promise<PlannedEntry> {
  const { entry, of } = item;
  const id = await entryIdOf(item, facts);
  const day = registeredOn(entry);
  const job = entry.job && (await planJob(item, entry.job, id, facts));
  const sentAt = wasSent(entry) ? (job?.sentAt ?? officeTime(day, 450)) : undefined;
  const keys = entry.parties.map((key) => readPartyKey(key, entry.type));
  if (entry.type !== 'I' && entry.type !== 'U')
    keys.unshift({ kind: 'IA', key: caseworkerOf(item, facts).initials });
  const parties = await Promise.all(
    keys.map(async ({ kind, key }) => {
      const party = await stableId(facts.digest, 'party', `${of.from.key}/${entry.key}/${kind}/${key}`);
      return { key, party: facts.cast.party(party, kind, key) };
    }),
  );
  const own = await plannedEntryRow(item, facts, {
    id,
    type: entry.type,
    status: entry.status,
    title: plainTitle(entry.title),
    ...publicTitle(entry.title),
    nonSensitiveTitle: entry.nonSensitiveTitle,
    documentDate: entry.date,
    ...(entry.type === 'I' && { receivedAt: item.createdAt }),
    sentAt,
    dueOn: entry.dueOn,
    ...(entry.cleared && { clearance: { ...entry.cleared, by: caseworkerOf(item, facts).name } }),
  });
  const answered = await Promise.all(entry.answers.map((key) => entryIdOf(item, facts, key)));
  const counts = ['E', 'J', 'A'].includes(entry.status);
  const way = entry.type === 'U' ? 'BU' : 'BN';
  const stillToSend = entry.type === 'U' && ['R', 'F', 'G'].includes(entry.status);
  return {
    entry: own,
    recordNumber: item.recordNumber,
    parties: parties.map(({ party }) => party),
    identities: parties.flatMap(({ key, party }) => {
      const number = facts.cast.actor(key).identityNumber;
      return stillToSend && party.kind === 'EM' && number
        ? [{ partyId: party.id, identityNumber: number }]
        : [];
    }),
    documents: await planDocuments(item, own, facts),
    links: answered.map((to) => ({ from: id, to, kind: 'answers' })),
    clears: counts
      ? answered.map((entryId) => ({
          entryId,
          clearance: { way, on: day, by: caseworkerOf(item, facts).name, byEntry: id },
        }))
      : [],
    log: [
      ...stepsTaken(item, own, facts),
      ...(counts ? answered : []).map((subjectId) => ({
        subject: 'entry' as const,
        subjectId,
        ...fieldChanged('avskrivningsmaate', '(tom)', way),
        at: sentAt ?? item.createdAt,
        by: caseworkerOf(item, facts).name,
      })),
    ],
    job,
  };
}
