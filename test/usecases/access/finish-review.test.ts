import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { proposeClearances } from '../../../domain/access/propose-clearances.ts';
import { acceptClearances, finishReview } from '../../../main/usecases/access/finish-review.ts';
import { openFreeTextArchive } from '../../adapters/store/support/free-text-archive.ts';
import { at } from '../../adapters/store/support/sample.ts';
import { actorWith } from '../../support/actor.ts';

async function reviewing() {
  const { store, users } = await openFreeTextArchive();
  const siri = await store.read.findUser(users.siri);
  if (!siri) throw new Error('the archive has lost its system owner');
  const actor: Actor = { ...siri, access: await store.read.accessOf(siri.id, '2026-11-20') };
  const proposals = async () =>
    proposeClearances(
      await store.read.rights(),
      await store.read.units(),
      (await store.read.accessLists()).codes,
      '2026-11-20',
    );
  return { store, users, actor, needs: { archive: store, clock: { now: () => at } }, proposals };
}

test('only what is accepted is given: the centre at the top, a leader in the own unit, and nobody else', async () => {
  const { store, users, actor, needs, proposals } = await reviewing();
  const all = await proposals();
  const names = new Map((await store.read.units()).map((unit) => [unit.id, unit.name]));
  const told = all.map(({ userId, accessCode, unit }) => [userId, accessCode, names.get(unit)]);
  expect(told).toHaveLength(8);
  for (const code of ['KL', 'P', 'UO', 'XX']) {
    expect(told).toContainEqual([users.siri, code, 'Fjordvik kommune']);
    expect(told).toContainEqual([users.lise, code, 'Helse og omsorg']);
  }
  const accepted = all.filter(({ accessCode }) => accessCode === 'KL');
  expect(await acceptClearances(needs)(actor, accepted)).toMatchObject({ ok: true });
  const rights = await store.read.rights();
  expect(rights.flatMap(({ clearances }) => clearances)).toHaveLength(2);
  expect(await proposals()).toHaveLength(6);
  const log = await store.read.accessLog(users.siri, { offset: 0, limit: 10 });
  expect(log.map(({ code }) => code)).toEqual(['cleared-oneself', 'clearance-given']);
});

test('what is no proposal is given to nobody, and the review is ended once, by the system owner', async () => {
  const { store, users, actor, needs, proposals } = await reviewing();
  const [one] = await proposals();
  if (!one) throw new Error('nothing is proposed');
  const other = actorWith({ ...actor, roles: ['documentCentre'] });
  expect(await acceptClearances(needs)(actor, [one, { ...one, userId: users.rune }])).toMatchObject({
    refusal: { code: 'not-found' },
  });
  expect((await store.read.rights()).flatMap(({ clearances }) => clearances)).toEqual([]);
  expect(await acceptClearances(needs)(other, [one])).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await finishReview(needs)(other)).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await finishReview(needs)(actor)).toMatchObject({ ok: true });
  expect(await finishReview(needs)(actor)).toMatchObject({ refusal: { code: 'review-done' } });
  expect(await store.read.accessLog('access', { offset: 0, limit: 10 })).toMatchObject([
    { code: 'access-reviewed', by: 'Siri Senter' },
  ]);
});
