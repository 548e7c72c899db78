import { expect, test } from 'vitest';
import { applicationForTests } from '../../support/application-door.ts';

const door = applicationForTests();
const { ask, refused, be } = door;
const page = { offset: 0, limit: 100 };
const session = () => ask('session.open', {});
const named = async (name: string) => (await session()).users.find((user) => user.name === name);

test('units are added, renamed, moved, closed and opened again, and the log tells by their names', async () => {
  await be('systemOwner');
  const { units } = await session();
  const top = units.find((unit) => unit.parentId === undefined)?.id ?? '';
  const { unitId } = await ask('access.addUnit', { name: '  Kultur  og idrett ', parentId: top });
  const below = await ask('access.addUnit', { name: 'Kulturskolen', parentId: unitId });
  await ask('access.changeUnit', { unitId, name: 'Kultur', parentId: top });
  expect(await refused('access.addUnit', { name: 'KULTUR', parentId: top })).toBe('unit-twice');
  expect(await refused('access.changeUnit', { unitId, name: 'Kultur', parentId: below.unitId })).toBe(
    'unit-in-itself',
  );
  expect(await refused('access.closeUnit', { unitId, lastDay: '2020-01-01' })).toBe('unit-has-units');
  await ask('access.closeUnit', { unitId: below.unitId, lastDay: '2099-01-01' });
  await ask('access.closeUnit', { unitId: below.unitId });
  expect((await session()).units.find((unit) => unit.id === unitId)?.name).toBe('Kultur');
  const { rows } = await ask('access.log', { subjectId: unitId, ...page });
  expect(rows.map(({ code, facts }) => ({ code, facts }))).toEqual([
    {
      code: 'access-item-changed',
      facts: {
        list: 'unit',
        name: 'Kultur og idrett',
        field: 'name',
        before: 'Kultur og idrett',
        after: 'Kultur',
      },
    },
    { code: 'access-item-added', facts: { list: 'unit', name: 'Kultur og idrett' } },
  ]);
});

test('codes, bases and groups are put on their lists, and what bears them is counted and listed', async () => {
  await be('systemOwner');
  const { basisId } = await ask('access.addBasis', { text: 'Offl. § 20' });
  expect(await refused('access.addBasis', { text: 'offl. § 20' })).toBe('basis-twice');
  const code = { id: 'UD', name: 'Utenrikspolitiske interesser', bases: [basisId] };
  expect(await refused('access.addCode', { ...code, bases: [] })).toBe('bases-missing');
  await ask('access.addCode', code);
  expect(await refused('access.addCode', code)).toBe('code-twice');
  await ask('access.changeCode', { ...code, withdrawnOn: '2026-01-01' });
  await ask('access.repealBasis', { basisId, repealedOn: '2026-01-01' });
  const { users, user } = await session();
  const { groupId } = await ask('access.putGroup', {
    name: 'Barnevern',
    members: users.slice(0, 2).map(({ id }) => id),
  });
  await ask('access.putGroup', { groupId, name: 'Barnevernet', members: [user.id] });
  expect(await refused('access.putGroup', { name: 'barnevernet', members: [] })).toBe('group-twice');
  const { access } = await session();
  expect(access.codes).toContainEqual({ ...code, withdrawnOn: '2026-01-01' });
  expect(access.bases).toContainEqual({ id: basisId, text: 'Offl. § 20', repealedOn: '2026-01-01' });
  expect(access.groups).toEqual([{ id: groupId, name: 'Barnevernet', members: [user.id] }]);

  await be('caseworker');
  const caseId = await door.newCase();
  const file = await ask('cases.open', { caseId });
  const basis = access.bases.find(({ text }) => text === 'Offl. § 25');
  await ask('cases.change', {
    caseId,
    title: 'Ansettelse',
    classId: file.classId,
    ownerId: file.ownerId,
    adminUnit: file.adminUnit,
    screening: {
      accessCode: 'P',
      legalBasis: 'Offl. § 25',
      hidesTitle: true,
      hidesParties: true,
      hidesDocuments: true,
    },
  });
  await be('documentCentre');
  const { codes, bases, change } = await ask('access.read', {});
  expect(change).toEqual({ may: false, code: 'not-allowed' });
  expect(codes).toContainEqual({ id: 'P', cases: 1, entries: 0 });
  expect(bases).toContainEqual({ id: basis?.id, cases: 1, entries: 0 });
  const row = expect.objectContaining({ kind: 'case', number: file.caseNumber, adminUnit: file.adminUnit });
  expect(await ask('access.bearers', { of: { accessCode: 'P' }, ...page })).toEqual({
    rows: [row],
    total: 1,
  });
  const borne = await ask('access.bearers', { of: { basisId: basis?.id ?? '' }, ...page });
  expect(borne.rows).toEqual([row]);
  expect(JSON.stringify(borne)).not.toContain('Ansettelse');
});

test('rights are given by unit and for a time, and who clears oneself is seen to have done so', async () => {
  await be('systemOwner');
  const { user, units, today } = await session();
  const top = units.find((unit) => unit.parentId === undefined)?.id ?? '';
  const { users, clearancesIn, giveGroups } = await ask('access.rights', {});
  expect([clearancesIn.some((id) => id === top), giveGroups]).toEqual([true, true]);
  const mine = users.find(({ userId }) => userId === user.id);
  if (!mine) throw new Error('the system owner has rights');
  const clearances = [{ accessCode: 'UO', unit: top, from: today }];
  await ask('access.setRights', { ...mine, clearances });
  const { rows } = await ask('access.log', { subjectId: user.id, ...page });
  expect(rows.map(({ code }) => code)).toEqual(['cleared-oneself', 'clearance-given']);
  const reversed = [{ accessCode: 'UO', unit: top, from: today, to: '2020-01-01' }];
  expect(await refused('access.setRights', { ...mine, clearances: reversed })).toBe('dates-reversed');
  expect(await refused('access.setRights', { ...mine, roles: [] })).toBe('last-system-owner');
});

test('a deputy is set by the person, the leader or the owner, and who sees what is told for everybody', async () => {
  await be('caseworker');
  const { user, users, today } = await session();
  const other = users.find(({ id, roles }) => id !== user.id && roles.includes('caseworker'));
  const one = { deputy: other?.id ?? '', deputyOf: user.id, from: today, to: today, withClearances: true };
  expect(await refused('access.setDeputy', { ...one, deputy: user.id })).toBe('deputy-for-oneself');
  expect(await refused('access.setDeputy', { ...one, deputyOf: other?.id, deputy: user.id })).toBe(
    'not-allowed',
  );
  const told = door.news('archive.changed');
  const { deputyshipId } = await ask('access.setDeputy', one);
  // Every window reads again what it shows.
  expect(await told).toMatchObject({ caseIds: [], entryIds: [] });
  expect((await ask('access.deputies', {})).deputyships).toEqual([{ id: deputyshipId, ...one }]);
  const { caseNumber } = await ask('cases.open', { caseId: await door.newCase() });
  expect(await refused('access.explain', { number: caseNumber })).toBe('not-allowed');
  await be('documentCentre');
  const { thing, people } = await ask('access.explain', { number: caseNumber });
  expect(thing).toMatchObject({ kind: 'case', number: caseNumber, owners: [user.id] });
  expect(people).toHaveLength(users.length);
  expect(people.every(({ sight }) => sight.sees)).toBe(true);
  expect(await refused('access.explain', { number: 'tull' })).toBe('not-found');
  await be('systemOwner');
  await ask('access.endDeputy', { deputyshipId });
  expect((await ask('access.deputies', {})).deputyships).toEqual([]);
});

test('defaults are kept, and a new archive has nothing to review', async () => {
  await be('systemOwner');
  const { classes } = await ask('cases.classes', {});
  const classId = classes.find(({ selectable }) => selectable)?.id ?? '';
  const one = {
    of: { classId },
    accessCode: 'P',
    legalBasis: 'Offl. § 25',
    hidesTitle: false,
    hidesParties: false,
    hidesDocuments: true,
    years: 5,
  };
  await ask('access.setDefaults', { all: [one, { ...one, of: { documentType: 'kontrakt' } }] });
  expect(await refused('access.setDefaults', { all: [one, one] })).toBe('default-twice');
  expect((await ask('access.defaults', {})).all).toHaveLength(2);
  expect(await ask('access.review', {})).toMatchObject({ due: false, proposals: [] });
  for (const [name, input] of [
    ['access.mergeUnits', { from: 'x', into: 'y' }],
    ['access.mergeBases', { from: 'x', into: 'y' }],
    ['access.renameBasis', { basisId: 'x', text: 'y' }],
    ['access.finishReview', {}],
  ] as const)
    expect(await refused(name, input), name).toBe('review-done');
  expect(
    await refused('access.acceptClearances', { accepted: [{ userId: 'x', accessCode: 'UO', unit: 'x' }] }),
  ).toBe('not-found');
});

test('a reader is let into none of it', async () => {
  await be('reader');
  const { user, units } = await session();
  const parentId = units[0]?.id;
  for (const [name, input] of [
    ['access.read', {}],
    ['access.log', page],
    ['access.addUnit', { name: 'x', parentId }],
    ['access.changeUnit', { unitId: parentId, name: 'x', parentId }],
    ['access.closeUnit', { unitId: parentId }],
    ['access.addCode', { id: 'x', name: 'x', bases: [] }],
    ['access.changeCode', { id: 'UO', name: 'x', bases: [] }],
    ['access.addBasis', { text: 'x' }],
    ['access.repealBasis', { basisId: 'x' }],
    ['access.bearers', { of: { accessCode: 'UO' }, ...page }],
    ['access.putGroup', { name: 'x', members: [] }],
    ['access.rights', {}],
    ['access.setRights', { userId: user.id, roles: [], clearances: [], groups: [] }],
    ['access.explain', { number: '2026/1' }],
    ['access.setDefaults', { all: [] }],
    ['access.review', {}],
    ['access.mergeUnits', { from: 'x', into: 'y' }],
    ['access.mergeBases', { from: 'x', into: 'y' }],
    ['access.renameBasis', { basisId: 'x', text: 'y' }],
    ['access.acceptClearances', { accepted: [] }],
    ['access.finishReview', {}],
  ] as const)
    expect(await refused(name, input), name).toBe('not-allowed');
  expect(await named(user.name)).toMatchObject({ roles: ['reader'] });
  expect(door.lines.filter((line) => line.startsWith('fault'))).toEqual([]);
});

test('a document centre of one unit has nothing of the archive as a whole, and the system owner is told that nobody has', async () => {
  await be('systemOwner');
  const { users, units, today } = await session();
  expect((await ask('desk.notices', {})).nobodyAtTop).toBeUndefined();
  const top = units.find((unit) => unit.parentId === undefined);
  const below = units.find((unit) => unit.parentId === top?.id);
  const { users: rights } = await ask('access.rights', {});
  const centres = rights.filter(({ roles }) => roles.some(({ role }) => role === 'documentCentre'));
  for (const one of centres)
    await ask('access.setRights', {
      ...one,
      roles: [{ role: 'documentCentre', unit: below?.id ?? '', from: today }],
    });
  expect((await ask('desk.notices', {})).nobodyAtTop).toEqual({
    roles: ['documentCentre'],
    unit: top?.name,
  });
  expect(users.some(({ id }) => id === centres[0]?.userId)).toBe(true);

  await be('documentCentre');
  expect((await ask('desk.notices', {})).nobodyAtTop).toBeUndefined();
  const { policy, change } = await ask('policy.read', {});
  expect(change).toMatchObject({ may: false, code: 'not-at-top' });
  expect(await refused('policy.change', { policy })).toBe('not-at-top');
  expect((await ask('users.list', {})).change).toMatchObject({ code: 'not-at-top' });
  const mine = await ask('access.rights', {});
  expect(mine).toMatchObject({ changeUsers: { code: 'not-at-top' }, clearancesIn: [], giveGroups: false });
  expect(mine.rolesIn).toContain(below?.id);
  expect(mine.rolesIn).not.toContain(top?.id);
  expect((await session()).accessParts).toEqual(expect.arrayContaining(['users', 'bin', 'looking']));

  await be('systemOwner');
  for (const one of centres) await ask('access.setRights', one);
  expect((await ask('desk.notices', {})).nobodyAtTop).toBeUndefined();
});
