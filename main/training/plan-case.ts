import type { Instant } from '../../domain/basics.ts';
import { blank, fieldChanged, type LogRow } from '../../domain/change-log.ts';
import { plainTitle, publicTitle } from './marked-title.ts';
import { officeTime } from './norwegian-date.ts';
import type { OrderedCase } from './order-events.ts';
import type { PlannedCase } from './plan.ts';
import { type PlanFacts, screeningOf, theArchivist } from './plan-facts.ts';
import { stableId } from './stable-id.ts';

export async function planCase(
  { from, caseNumber, createdAt }: OrderedCase,
  { cast, digest, classIds, ingredients }: PlanFacts,
): Promise<PlannedCase> {
  const id = await stableId(digest, 'case', from.key);
  const classId = classIds.get(from.classCode);
  if (!classId) throw new Error(`training case ${from.key}: no class ${from.classCode}`);
  const owner = cast.user(from.owner);
  const screening = screeningOf(ingredients, from.screening);
  const ended = from.status === 'A' || from.status === 'U';
  const archivist = theArchivist(cast, ingredients);
  const closedAt = from.closed === undefined ? undefined : officeTime(from.closed, 480);
  const row = (before: string, after: string, at: Instant, by: string): LogRow => ({
    subject: 'case',
    subjectId: id,
    ...fieldChanged('saksstatus', before, after),
    at,
    by,
  });
  return {
    caseNumber,
    file: {
      id,
      title: plainTitle(from.title),
      ...publicTitle(from.title),
      status: ended ? 'B' : from.status,
      caseDate: from.date,
      adminUnit: owner.adminUnit,
      caseOwner: owner.id,
      classId,
      screening,
      createdAt,
      createdBy: owner.name,
    },
    log: [
      row(blank, ended ? 'B' : from.status, createdAt, owner.name),
      ...(closedAt ? [row('B', from.status, closedAt, archivist.name)] : []),
    ],
    ...(closedAt && { end: { status: from.status, closedAt, closedBy: archivist.name } }),
  };
}
