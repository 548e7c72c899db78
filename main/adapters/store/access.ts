import type { AccessGroup } from '../../../domain/access/access-code.ts';
import { accessOn, type Deputyship, type UserRights } from '../../../domain/access/rights.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { Archive } from './connection.ts';
import { readDefaultScreenings } from './default-screenings.ts';

const norwegian = new Intl.Collator('nb', { numeric: true });

export const accessQueries = (db: Archive) =>
  ({
    units: () => readUnits(db),
    accessLists: async () => ({
      codes: await readCodes(db),
      bases: await readBases(db),
      groups: await readGroups(db),
    }),
    accessOf: async (userId, today) =>
      accessOn(today, userId, await readUnits(db), await readRights(db), await readDeputyships(db)),
    rights: () => readRights(db),
    deputyships: () => readDeputyships(db),
    defaultScreenings: () => readDefaultScreenings(db),
    accessReviewDue: async () => {
      const row = await db.selectFrom('access_review').select('reviewed_at').executeTakeFirst();
      return row !== undefined && row.reviewed_at === null;
    },
  }) satisfies AccessReader;

async function readUnits(db: Archive) {
  const rows = await db.selectFrom('admin_unit').selectAll().execute();
  return rows
    .sort((a, b) => norwegian.compare(a.name, b.name))
    .map((row) => ({
      id: row.id,
      name: row.name,
      parentId: row.parent_id ?? undefined,
      openedOn: row.opened_on,
      closedOn: row.closed_on ?? undefined,
    }));
}

async function readCodes(db: Archive) {
  const codes = await db.selectFrom('access_code').selectAll().orderBy('id').execute();
  const bases = await db.selectFrom('access_code_basis').selectAll().execute();
  return codes.map((row) => ({
    id: row.id,
    name: row.name,
    bases: bases.filter((basis) => basis.access_code === row.id).map((basis) => basis.legal_basis),
    withdrawnOn: row.withdrawn_on ?? undefined,
  }));
}

async function readBases(db: Archive) {
  const rows = await db.selectFrom('legal_basis').selectAll().execute();
  return rows
    .sort((a, b) => norwegian.compare(a.text, b.text))
    .map((row) => ({ id: row.id, text: row.text, repealedOn: row.repealed_on ?? undefined }));
}

async function readGroups(db: Archive): Promise<readonly AccessGroup[]> {
  const groups = await db.selectFrom('access_group').selectAll().execute();
  const members = await db.selectFrom('access_group_member').selectAll().execute();
  return groups
    .sort((a, b) => norwegian.compare(a.name, b.name))
    .map((row) => ({
      id: row.id,
      name: row.name,
      members: members.filter((member) => member.group_id === row.id).map((member) => member.user_id),
    }));
}

async function readRights(db: Archive): Promise<readonly UserRights[]> {
  const users = await db.selectFrom('archive_user').select('id').execute();
  const roles = await db.selectFrom('user_role').selectAll().orderBy('position').execute();
  const clearances = await db.selectFrom('code_clearance').selectAll().execute();
  const members = await db.selectFrom('access_group_member').selectAll().execute();
  return users.map(({ id }) => ({
    userId: id,
    roles: roles
      .filter((row) => row.user_id === id)
      .map((row) => ({ role: row.role, unit: row.unit_id, from: row.from_day, to: row.to_day ?? undefined })),
    clearances: clearances
      .filter((row) => row.user_id === id)
      .map((row) => ({
        accessCode: row.access_code,
        unit: row.unit_id,
        from: row.from_day,
        to: row.to_day ?? undefined,
      })),
    groups: members.filter((row) => row.user_id === id).map((row) => row.group_id),
  }));
}

async function readDeputyships(db: Archive): Promise<readonly Deputyship[]> {
  const rows = await db.selectFrom('deputyship').selectAll().orderBy('from_day').execute();
  return rows.map((row) => ({
    id: row.id,
    deputy: row.deputy,
    deputyOf: row.deputy_of,
    from: row.from_day,
    to: row.to_day,
    withClearances: row.with_clearances === 1,
  }));
}
