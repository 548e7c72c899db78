import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import * as lists from '../../../../domain/code-lists.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion } from '../support/at-version.ts';
import {
  addDocument,
  at,
  caseWithEntry,
  id,
  identity,
  kari,
  newAnswer,
  newCase,
  newJob,
  openSample,
  party,
  personnel,
} from '../support/sample.ts';

test('an empty file becomes an archive whose every table is strict', async () => {
  const { path, sqlite } = await archiveAtVersion(0);
  const store = await openArchiveStore(path, { create: identity });
  onTestFinished(() => store.close());
  const loose = sqlite
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('application_id', { simple: true })).toBe(0x5345474c);
  expect(sqlite.prepare('SELECT title, status FROM archive_part').all()).toEqual([
    { title: 'Saksarkiv', status: 'Aktiv periode' },
  ]);
});

const pointsAt = (sqlite: Database.Database, key: string, tables: readonly string[]): boolean => {
  const [table, column] = key.split('.');
  const target = sqlite
    .prepare('SELECT "table" FROM pragma_foreign_key_list(?) WHERE "from" = ?')
    .pluck()
    .get(table, column);
  return tables.includes(String(target));
};

test('every foreign key stands on an index, so that a deletion never reads a whole table', async () => {
  const { path, sqlite } = await archiveAtVersion(0);
  await (await openArchiveStore(path)).close();
  const tables = sqlite
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 1")
    .pluck()
    .all() as string[];
  const bare = tables.flatMap((table) => {
    const leading = sqlite
      .prepare(
        'SELECT (SELECT name FROM pragma_index_info(list.name) WHERE seqno = 0) FROM pragma_index_list(?) AS list',
      )
      .pluck()
      .all(table);
    const keys = sqlite.prepare('SELECT "from" FROM pragma_foreign_key_list(?)').pluck().all(table);
    return keys.filter((key) => !leading.includes(key)).map((key) => `${table}.${key}`);
  });
  // What these point at is never deleted.
  const lasting = ['access_code', 'access_group', 'admin_unit', 'archive_user', 'legal_basis'];
  expect(bare.filter((key) => !pointsAt(sqlite, key, lasting)).sort()).toEqual([
    'archive_part.archive_id',
    'archive_unit.case_id',
    'classification_system.archive_part_id',
  ]);
});

/** An archive with a row in every table, opened without our store, so that only the schema stands guard. */
const filled = async () => {
  const store = await openSample();
  const { file, entry } = await caseWithEntry(store, {
    clearance: { way: 'TE', on: '2026-11-20', by: kari.name },
    screening: {
      accessCode: toId<'access-code'>('UO'),
      legalBasis: 'Offl. § 13',
      hidesTitle: true,
      hidesParties: true,
      hidesDocuments: true,
    },
  });
  await store.change(async (archive) => {
    await archive.setParties(entry.id, [party('Ola Dahl')]);
    await addDocument(archive, entry.id, 'H', 'Avtale');
    await archive.changeCase(file.id, {
      screening: {
        accessCode: toId<'access-code'>('UO'),
        legalBasis: 'Offl. § 13',
        hidesTitle: true,
        hidesParties: true,
        hidesDocuments: true,
      },
    });
    const job = await newJob(archive, entry);
    await archive.addJob(job);
    await archive.addAnswer(newAnswer(job.id));
    await archive.setPolicy(await archive.policy());
  });
  await store.close();
  const raw = new Database(store.path);
  raw.pragma('foreign_keys = ON');
  onTestFinished(() => {
    raw.close();
  });
  return raw;
};

const codeColumns: readonly (readonly [table: string, column: string, texts: readonly string[]])[] = [
  ['case_file', 'status', Object.values(lists.caseStatuses)],
  ['journal_entry', 'type', Object.values(lists.entryTypes)],
  ['journal_entry', 'status', Object.values(lists.entryStatuses)],
  ['clearance', 'way', Object.values(lists.clearanceWays)],
  ['correspondence_party', 'kind', Object.values(lists.partyKinds)],
  ['document_description', 'type', Object.values(lists.documentTypes)],
  ['document_description', 'status', Object.values(lists.documentStatuses)],
  [
    'signing_job',
    'state',
    ['queued', 'sending', 'uncertain', 'inProgress', 'completed', 'failed', 'sendFailed'],
  ],
  [
    'signer',
    'state',
    [
      'waiting',
      'signed',
      'rejected',
      'cancelled',
      'expired',
      'reserved',
      'contactInformationMissing',
      'blocked',
      'nameNotAvailable',
      'notApplicable',
      'unknown',
    ],
  ],
  ['policy', 'answers_arrive_as', ['M', 'J']],
];

test('every code column takes each text of its list and no other', async () => {
  const raw = await filled();
  raw.exec('DROP TRIGGER journal_entry_final_for_good');
  for (const [table, column, texts] of codeColumns) {
    const set = raw.prepare(
      `UPDATE ${table} SET ${column} = ?${column === 'status' && table === 'journal_entry' ? ', ever_final = 1' : ''}`,
    );
    for (const text of texts) expect([column, text, set.run(text).changes]).toEqual([column, text, 1]);
    for (const wrong of ['Noe annet', '', texts[0]?.toUpperCase(), `${texts[0]} `].filter(
      (text) => !texts.includes(text ?? ''),
    ))
      expect(() => set.run(wrong), `${table}.${column} took «${wrong}»`).toThrow(/CHECK constraint failed/);
  }
});

test('link roles, variants and signatures take the texts of their lists and no other', async () => {
  const raw = await filled();
  raw.exec('DROP TRIGGER document_object_written_once');
  const set = (sql: string, ...values: readonly string[]) => raw.prepare(sql).run(...values).changes;
  expect(set('UPDATE document_link SET role = ?, number = 2', lists.linkRoles.V)).toBe(1);
  expect(set('UPDATE document_link SET role = ?, number = 1', lists.linkRoles.H)).toBe(1);
  expect(() => set('UPDATE document_link SET role = ?', lists.linkRoles.V)).toThrow(/CHECK/);
  expect(() => set('UPDATE document_link SET role = ?', 'H')).toThrow(/CHECK/);
  for (const text of Object.values(lists.variants))
    expect(set('UPDATE document_object SET variant = ?', text)).toBe(1);
  expect(() => set('UPDATE document_object SET variant = ?', 'A')).toThrow(/CHECK/);
  const sign =
    "UPDATE document_object SET signature_verification = ?, signature_on = '2026-11-20', signature_by = 'x'";
  for (const text of Object.values(lists.signatureVerifications)) expect(set(sign, text)).toBe(1);
  expect(() => set(sign, 'V')).toThrow(/CHECK/);
  expect(() => set("UPDATE document_object SET signature_by = NULL WHERE signature_by = 'x'")).toThrow(
    /CHECK/,
  );
});

test('what must hold together is refused apart', async () => {
  const raw = await filled();
  const refused: readonly (readonly [sql: string, why: RegExp])[] = [
    ["UPDATE case_file SET case_number = '2026/9'", /CHECK|never changes/],
    ['UPDATE case_file SET sequence = 9', /CHECK|never changes/],
    ['UPDATE case_file SET screening_legal_basis = NULL', /CHECK/],
    ["UPDATE case_file SET case_date = 'i dag'", /CHECK/],
    ['DELETE FROM case_file', /never deleted/],
    ["UPDATE journal_entry SET record_number = '2026/1-9'", /never change/],
    ['UPDATE journal_entry SET journal_sequence = 9', /never change/],
    ["UPDATE journal_entry SET status = 'Ekspedert'", /CHECK/],
    ["UPDATE journal_entry SET sent_at = '2026-11-20T10:00:00Z'", /CHECK/],
    ["UPDATE journal_entry SET caseworker = 'nobody'", /FOREIGN KEY/],
    ['UPDATE counter SET last = last - 1', /only grows/],
    ['DELETE FROM counter', /never forgotten/],
    ["UPDATE correspondence_party SET organisation_number = '999999999'", /CHECK/],
    ["UPDATE correspondence_party SET is_firm = 1, organisation_number = '99999999'", /CHECK/],
    ["UPDATE file SET bytes = x'00'", /never change/],
    ['DELETE FROM file', /FOREIGN KEY/],
    ["UPDATE signing_job SET reference = 'other'", /never changes/],
    ["UPDATE signing_job SET state = 'completed', failure = 'rejected'", /CHECK/],
    ['DELETE FROM signing_job', /never sent/],
    ['UPDATE signer SET signing_group = 10', /CHECK/],
    ["UPDATE answer SET outcome = 'completed'", /never changes/],
    ['DELETE FROM answer', /never deleted/],
    ['UPDATE policy SET max_title = 81', /CHECK/],
    ['UPDATE policy SET max_deadline_days = 91', /CHECK/],
    ['UPDATE policy SET max_recipients = 11', /CHECK/],
    ['UPDATE policy SET default_deadline_days = 0', /CHECK/],
    ['DELETE FROM archive_unit', /never forgotten/],
    [
      "INSERT INTO archive SELECT '11111111-1111-4111-8111-111111111111', 1, kind, title, status, record_creator_name, record_creator_number, created_at, created_by FROM archive",
      /UNIQUE/,
    ],
  ];
  for (const [sql, why] of refused) expect(() => raw.exec(sql), sql).toThrow(why);
});

test('a class that holds classes holds no cases, and the reverse', async () => {
  const store = await openSample();
  const parent = { id: id<'class'>(), code: '4', title: 'Personal' };
  const child = { id: id<'class'>(), code: '40', title: 'Stillinger', parentId: parent.id };
  await store.change(async (archive) => {
    await archive.addClass(parent);
    await archive.addClass(child);
    await archive.addCase(newCase({ classId: child.id }));
    await archive.addCase(newCase());
  });
  expect((await store.read.classes()).map((item) => [item.code, item.parentId, item.hasChildren])).toEqual([
    ['221', undefined, false],
    ['4', undefined, true],
    ['40', parent.id, false],
  ]);
  await expect(store.change((archive) => archive.addCase(newCase({ classId: parent.id })))).rejects.toThrow(
    /no cases/,
  );
  await expect(
    store.change((archive) =>
      archive.addClass({ id: id(), code: '2211', title: 'Lærere', parentId: personnel.id }),
    ),
  ).rejects.toThrow(/no classes/);
  const file = await store.read.findCaseByNumber('2026/1');
  await expect(
    store.change((archive) => archive.changeCase(file?.id ?? id(), { classId: parent.id })),
  ).rejects.toThrow(/no cases/);
});

test('a case comes back with every field, and closing and reopening fill and empty who closed it', async () => {
  const store = await openSample();
  const given = newCase({
    publicTitle: 'Ansettelse',
    screening: {
      accessCode: toId<'access-code'>('P'),
      legalBasis: 'Offl. § 25',
      hidesTitle: false,
      hidesParties: true,
      hidesDocuments: true,
      endsOn: '2030-01-01',
    },
  });
  const file = await store.change((archive) => archive.addCase(given));
  expect(file).toEqual({ ...given, year: 2026, sequence: 1, caseNumber: '2026/1' });
  const closed = await store.change((archive) =>
    archive.changeCase(file.id, { status: 'A', closedAt: at, closedBy: kari.name }),
  );
  expect(closed).toEqual({ ...file, status: 'A', closedAt: at, closedBy: kari.name });
  const open = await store.change((archive) =>
    archive.changeCase(file.id, {
      status: 'B',
      closedAt: undefined,
      closedBy: undefined,
      screening: undefined,
    }),
  );
  const { screening: _, ...rest } = file;
  expect(open).toEqual(rest);
});

test('people come back with their roles', async () => {
  const store = await openSample();
  const leader = { ...kari, id: id<'user'>(), name: 'Bo Leder', roles: ['leader', 'caseworker'] as const };
  await store.change((archive) => archive.addUser(leader));
  expect(await store.read.findUser(leader.id)).toEqual(leader);
  expect((await store.read.users()).map((user) => user.name)).toEqual([
    'Bo Leder',
    'Kari Nordvik',
    'Odd Arkivar',
  ]);
});
