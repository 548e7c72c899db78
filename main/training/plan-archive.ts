import type { CalendarDate, ClassId } from '../../domain/basics.ts';
import type { Digest } from '../ports/clock.ts';
import { gatherCast, unitId } from './cast.ts';
import type { Ingredients } from './ingredients.ts';
import { orderEvents } from './order-events.ts';
import type { ArchivePlan } from './plan.ts';
import { planAnswer } from './plan-answer.ts';
import { planCase } from './plan-case.ts';
import { planEntry } from './plan-entry.ts';
import type { PlanFacts } from './plan-facts.ts';
import { stableId } from './stable-id.ts';

/** The day the training municipality's archive begins. */
const trainingBegins: CalendarDate = '2024-01-01';

/** Turns the ingredients into rows and pages. Nothing in it depends on time, chance or the machine. */
export async function planArchive(ingredients: Ingredients, digest: Digest): Promise<ArchivePlan> {
  const cast = await gatherCast(ingredients, digest);
  const classIds = new Map<string, ClassId>();
  for (const { code } of ingredients.classes) classIds.set(code, await stableId(digest, 'class', code));
  const facts: PlanFacts = { ingredients, cast, digest, classIds };
  const ordered = orderEvents(ingredients);
  return {
    units: await planUnits(ingredients, digest),
    bases: await planBases(ingredients, digest),
    users: cast.users,
    classes: ingredients.classes.map(({ code, title, parent, disposal }) => {
      const parentId = parent === undefined ? undefined : known(classIds, parent);
      return {
        id: known(classIds, code),
        code,
        title,
        parentId,
        disposal,
      };
    }),
    cases: await Promise.all(ordered.cases.map((item) => planCase(item, facts))),
    entries: await Promise.all(
      ordered.entries.map((item) =>
        item.answerTo === undefined ? planEntry(item, facts) : planAnswer(item, facts),
      ),
    ),
  };
}

/** One for each that a user belongs to. */
const planUnits = ({ users }: Pick<Ingredients, 'users'>, digest: Digest) =>
  Promise.all(
    [...new Set(users.map((user) => user.adminUnit))].map(async (name) => ({
      id: await unitId(digest, name),
      name,
      openedOn: trainingBegins,
    })),
  );

const planBases = ({ screenings }: Pick<Ingredients, 'screenings'>, digest: Digest) =>
  Promise.all(
    Object.values(screenings).map(async ({ accessCode, legalBasis }) => ({
      accessCode,
      text: legalBasis,
      id: await stableId(digest, 'legal-basis', legalBasis),
    })),
  );

const known = (classIds: ReadonlyMap<string, ClassId>, code: string): ClassId => {
  const id = classIds.get(code);
  if (!id) throw new Error(`training archive: no class ${code}`);
  return id;
};
