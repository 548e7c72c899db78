import { expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { toId } from '../../../domain/basics.ts';
import { mergeLegalBases, renameLegalBasis } from '../../../main/usecases/access/merge-legal-bases.ts';
import { openFreeTextArchive } from '../../adapters/store/support/free-text-archive.ts';
import { at } from '../../adapters/store/support/sample.ts';
import { actorWith } from '../../support/actor.ts';

async function reviewing() {
  const { store, users } = await openFreeTextArchive();
  const siri = await store.read.findUser(users.siri);
  if (!siri) throw new Error('the archive has lost its system owner');
  const actor: Actor = { ...siri, access: await store.read.accessOf(siri.id, '2026-11-20') };
  const { bases } = await store.read.accessLists();
  const free = bases.find(({ text }) => text === 'offl § 25');
  const right = bases.find(({ text }) => text === 'Offl. § 25');
  if (!free || !right) throw new Error('the bases are not there');
  return {
    store,
    actor,
    needs: { archive: store, clock: { now: () => at }, publish: () => {} },
    free,
    right,
  };
}
type Store = Awaited<ReturnType<typeof reviewing>>['store'];
const basisOf = async (store: Store, number: string) =>
  (await store.read.findCaseByNumber(number))?.screening?.legalBasis;

test('what bears one spelling of a section bears the other, its codes too, and nothing else of a screening changes', async () => {
  const { store, actor, needs, free, right } = await reviewing();
  const before = await store.read.findCaseByNumber('2026/3');
  expect(await mergeLegalBases(needs)(actor, free.id, right.id)).toMatchObject({ ok: true });
  const after = await store.read.findCaseByNumber('2026/3');
  expect(after?.screening).toEqual({ ...before?.screening, legalBasis: 'Offl. § 25' });
  expect(await basisOf(store, '2026/4')).toBe('Offl. § 25');
  const { bases, codes } = await store.read.accessLists();
  expect(bases.some(({ id }) => id === free.id)).toBe(false);
  expect(codes.filter((code) => code.bases.includes(right.id)).map(({ id }) => id)).toEqual(['KL', 'P']);
  expect(await store.read.countBearers('legalBasis')).toEqual(
    new Map([
      ['Offl. § 13 jf. fvl. § 13', { cases: 1, entries: 1 }],
      ['Offl. § 25', { cases: 2, entries: 2 }],
      ['Offl. § 5', { cases: 1, entries: 1 }],
    ]),
  );
  const log = await store.read.logOf({ caseId: after?.id ?? toId('') }, { offset: 0, limit: 10 });
  expect(log.map(({ facts }) => facts)).toContainEqual({
    field: 'skjermingshjemmel',
    before: 'offl § 25',
    after: 'Offl. § 25',
  });
});

test('a section is given its right spelling on all that bears it, unless that stands on the list', async () => {
  const { store, actor, needs, free } = await reviewing();
  expect(await renameLegalBasis(needs)(actor, free.id, 'OFFL. § 25')).toMatchObject({
    refusal: { code: 'basis-twice' },
  });
  expect(await renameLegalBasis(needs)(actor, free.id, ' Offl. § 25  første ledd ')).toMatchObject({
    ok: true,
  });
  expect(await basisOf(store, '2026/3')).toBe('Offl. § 25 første ledd');
});

test('not by others than the system owner, and not once the review is over', async () => {
  const { store, actor, needs, free, right } = await reviewing();
  const odd = actorWith({ ...actor, roles: ['documentCentre'] });
  expect(await mergeLegalBases(needs)(odd, free.id, right.id)).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  expect(await renameLegalBasis(needs)(odd, free.id, 'x')).toMatchObject({
    refusal: { code: 'not-allowed' },
  });
  await store.change((tx) => tx.endAccessReview(at, 'Siri'));
  expect(await mergeLegalBases(needs)(actor, free.id, right.id)).toMatchObject({
    refusal: { code: 'review-done' },
  });
});
