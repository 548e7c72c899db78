import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { mergeUnits } from '../../../main/usecases/access/merge-units.ts';
import { openFreeTextArchive } from '../../adapters/store/support/free-text-archive.ts';
import { at } from '../../adapters/store/support/sample.ts';
import { actorWith } from '../../support/actor.ts';

async function reviewing() {
  const { store, users } = await openFreeTextArchive();
  const siri = await store.read.findUser(users.siri);
  if (!siri) throw new Error('the archive has lost its system owner');
  const actor: Actor = { ...siri, access: await store.read.accessOf(siri.id, '2026-11-20') };
  const told: unknown[] = [];
  const needs = {
    archive: store,
    clock: { now: () => at },
    publish: (event: unknown) => void told.push(event),
  };
  const units = await store.read.units();
  const named = (name: string) => {
    const found = units.find((unit) => unit.name === name);
    if (!found) throw new Error(`no unit ${name}`);
    return found.id;
  };
  return { store, users, actor, needs, told, named };
}

test('all that one spelling of a unit has goes to the other, and the log says so of each', async () => {
  const { store, users, actor, needs, told, named } = await reviewing();
  const [right, wrong] = [named('helse og omsorg'), named('Helse og omsorg')];
  expect(await mergeUnits(needs)(actor, wrong, right)).toEqual({ ok: true, value: undefined });
  const counted = await store.read.countBearers('adminUnit');
  expect(counted.get(wrong)).toBeUndefined();
  expect(counted.get(right)).toMatchObject({ cases: 3 });
  expect((await store.read.findUser(users.lise))?.adminUnit).toBe(right);
  const rights = await store.read.rights();
  expect(rights.find(({ userId }) => userId === users.lise)?.roles.map(({ unit }) => unit)).toEqual([
    right,
    right,
  ]);
  expect((await store.read.units()).find(({ id }) => id === wrong)?.closedOn).toBe('2026-11-19');
  const file = await store.read.findCaseByNumber('2026/2');
  if (!file) throw new Error('the case is gone');
  const log = await store.read.logOf({ caseId: file.id }, { offset: 0, limit: 10 });
  expect(log.map(({ subject, facts }) => ({ subject, facts }))).toEqual(
    ['entry', 'case'].map((subject) => ({
      subject,
      facts: { field: 'administrativEnhet', before: wrong, after: right },
    })),
  );
  expect(await store.read.accessLog(wrong, { offset: 0, limit: 10 })).toMatchObject([
    { facts: { field: 'merged', before: 'Helse og omsorg', after: 'helse og omsorg' } },
  ]);
  expect(told).toMatchObject([{ kind: 'archive.changed', caseIds: expect.arrayContaining([file.id]) }]);
});

test('a unit is merged neither into itself nor below itself, nor the top, nor once the review is over', async () => {
  const { store, actor, needs, named } = await reviewing();
  const [top, health, archive] = [named('Fjordvik kommune'), named('Helse og omsorg'), named('Arkiv')];
  const refused = async (from: typeof top, into: typeof top) => {
    const outcome = await mergeUnits(needs)(actor, from, into);
    return outcome.ok ? 'yes' : outcome.refusal.code;
  };
  expect(await refused(health, health)).toBe('unit-in-itself');
  expect(await refused(top, health)).toBe('not-found');
  const below = (await store.read.units()).find(({ id }) => id === archive);
  if (below) await store.change((tx) => tx.putUnit({ ...below, parentId: health }));
  expect(await refused(health, archive)).toBe('unit-in-itself');
  expect(
    await mergeUnits(needs)(actorWith({ ...actor, roles: ['documentCentre'] }), health, archive),
  ).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  await store.change((tx) => tx.endAccessReview(at, 'Siri'));
  expect(await refused(health, archive)).toBe('review-done');
});
