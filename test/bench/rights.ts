import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../domain/access/actor.ts';
import { type CaseId, type Id, toId } from '../../domain/basics.ts';
import { basketIds } from '../../domain/baskets.ts';
import type { Role } from '../../domain/roles.ts';
import { basketsIn } from '../../main/adapters/store/baskets.ts';
import { boundPattern, boundRowCount } from '../../main/adapters/store/bound-values.ts';
import { caseRows } from '../../main/adapters/store/case-queries.ts';
import {
  type Archive,
  cacheStatements,
  connect,
  queryArchive,
} from '../../main/adapters/store/connection.ts';
import { entryPage } from '../../main/adapters/store/entry-lists.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { createReader } from '../../main/adapters/store/reader.ts';
import { indexedWords, searchPatterns } from '../../main/adapters/store/search-words.ts';
import { totalBeside } from '../../main/adapters/store/total-beside.ts';
import type { CaseQuery } from '../../main/ports/archive/cases.ts';
import { addUnits, unit } from '../support/units.ts';
import { type BenchRow, median } from './row.ts';

const cases = 10_000;
const entriesPerCase = 10;
const users = 60;
const units = Array.from({ length: 12 }, (_, number) => `Enhet ${number + 1}`);
const at = '2026-01-05T08:00:00.000Z';
const words = [
  'Søknad',
  'Høring',
  'Klage',
  'Vedtak',
  'Tilsyn',
  'Avtale',
  'Melding',
  'Referat',
  'Svar',
  'Plan',
];

const uuid = (kind: number, number: number) =>
  `00000000-0000-4000-8000-${String(kind * 10_000_000 + number).padStart(12, '0')}`;

/**
 * What it costs that everybody sees, finds and counts only what is theirs to see: lists, counts and search with 100 000
 * entries, one in ten screened, beside the same queries without any condition of rights.
 */
export async function benchRights(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'segl-rights-'));
  try {
    const path = await fillArchive(folder);
    const sqlite = connect(path, { readOnly: true });
    try {
      return await measure(queryArchive(cacheStatements(sqlite)));
    } finally {
      sqlite.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const everything: RawBuilder<unknown> = sql`1`;
const all = basketsIn(
  { drafts: everything, approved: everything, own: everything, journal: everything },
  false,
);

async function measure(db: Archive): Promise<readonly BenchRow[]> {
  const read = createReader(db, undefined);
  const page = { offset: 0, limit: 50 };
  const query = (text: string, orderBy: CaseQuery['orderBy']): CaseQuery => ({
    text,
    statuses: [],
    orderBy,
    ...page,
  });
  const clerk = actorWith('caseworker', ['Enhet 1'], 2);
  const centre = actorWith(
    'documentCentre',
    (await read.units()).map(({ id }) => id),
    1,
  );
  const leader = actorWith('leader', ['Enhet 1'], 3);
  const caseId = toId<'case'>(uuid(3, 7));
  const both: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
    ...(['number', 'title', 'changed'] as const).map(
      (orderBy) =>
        [
          `All cases by ${orderBy}`,
          () => read.searchCases(clerk, query('', orderBy)),
          () => searchAll(db, query('', orderBy)),
        ] as const,
    ),
    ...['vedtak', 'nr777', 'vedtak part9'].map(
      (text) =>
        [
          `Search for «${text}»`,
          () => read.searchCases(clerk, query(text, 'title')),
          () => searchAll(db, query(text, 'title')),
        ] as const,
    ),
    [
      'Entries of a case, by a word',
      () => read.findEntriesOf(caseId, clerk, { ...page, text: 'vedtak' }),
      () => entriesBy(db, caseId, 'vedtak', page),
    ],
    ['All baskets counted, document centre', () => read.basketCounts(centre), () => countAll(db)],
    ['All baskets counted, caseworker', () => read.basketCounts(clerk), () => countAll(db)],
    ['All baskets counted, leader', () => read.basketCounts(leader), () => countAll(db)],
    [
      'A basket opened',
      () => read.basket('arrears', centre, page),
      () =>
        entryPage(
          db,
          db.selectFrom('journal_entry').where(all.arrears.holds).where('binned_at', 'is', null),
          all.arrears.order,
          page,
        ),
    ],
  ];
  const rows: BenchRow[] = [];
  for (const [name, withRights, without] of both) {
    const [ours, peer] = await timeInTurns(withRights, without);
    rows.push({
      name: `${name}, 100 000 entries`,
      ours,
      peer,
      peerName: 'without rights',
      target: 'at most 1.2',
    });
  }
  return rows;
}

/** Turn by turn, so that what else the machine does falls on both. */
async function timeInTurns(
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<readonly [ours: number, peer: number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 32; turn += 1)
    for (const [which, work] of [ours, peer].entries()) {
      const start = performance.now();
      await work();
      // The first turns compile statements and fill the cache.
      if (turn > 1) times[which]?.push(performance.now() - start);
    }
  return [median(times[0]), median(times[1])];
}

async function countAll(db: Archive): Promise<void> {
  for (const id of basketIds)
    await db
      .selectFrom('journal_entry')
      .where(all[id].holds)
      .where('binned_at', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
}

async function searchAll(db: Archive, query: CaseQuery): Promise<unknown> {
  let matching = db.selectFrom('case_file').where((eb) => eb.and([]));
  for (const pattern of searchPatterns(query.text))
    matching = matching.where('case_file.id', 'in', (eb) =>
      eb
        .selectFrom('search_text')
        .select('search_text.case_id')
        .where('search_text.seq', 'in', (inner) =>
          inner
            .selectFrom('search_index')
            .select('search_index.rowid')
            .where('words', 'like', boundPattern(pattern)),
        )
        .where('search_text.is_binned', '=', 0),
    );
  const direction = query.orderBy === 'title' ? 'asc' : 'desc';
  const ids = await matching
    .select('case_file.id')
    .$if(query.orderBy === 'title', (page) => page.orderBy('title_key'))
    .$if(query.orderBy === 'changed', (page) => page.orderBy('changed_at', 'desc'))
    .orderBy('year', direction)
    .orderBy('sequence', direction)
    .offset(boundRowCount(query.offset))
    .limit(boundRowCount(query.limit))
    .execute();
  await totalBeside(ids, query, async () => {
    const counted = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return counted.total;
  });
  return caseRows(
    db,
    ids.map(({ id }) => id),
  );
}

const entriesBy = (
  db: Archive,
  caseId: CaseId,
  text: string,
  page: { readonly offset: number; readonly limit: number },
) => {
  let matching = db
    .selectFrom('journal_entry')
    .where('journal_entry.case_id', '=', caseId)
    .where('binned_at', 'is', null);
  for (const pattern of searchPatterns(text))
    matching = matching.where(
      sql<boolean>`EXISTS (SELECT 1 FROM search_text WHERE search_text.unit_id = journal_entry.id
        AND search_text.words LIKE ${boundPattern(pattern)} AND search_text.is_binned = 0)`,
    );
  return entryPage(db, matching, sql`journal_entry.entry_number DESC`, page);
};

const actorWith = (role: Role, names: readonly string[], user: number): Actor => ({
  id: toId(uuid(1, user)),
  name: 'Måler',
  initials: 'M',
  adminUnit: unit('Enhet 1'),
  roles: [role],
  access: {
    grants: [{ role, units: names.map(unit), atTop: false }],
    clearances: [
      { accessCode: toId('UO'), units: names.map(unit) },
      { accessCode: toId('P'), units: [unit('Enhet 1'), unit('Enhet 7')] },
    ],
    groups: [toId('g1'), toId('g2')],
    deputyOf: [toId(uuid(1, user + 10))],
  },
});

async function fillArchive(folder: string): Promise<string> {
  const path = join(folder, 'archive.db');
  const identity = {
    id: uuid(0, 0),
    kind: 'training',
    title: 'Måling',
    recordCreator: { name: 'Måling kommune', organisationNumber: '310000019' },
  } as const;
  const store = await openArchiveStore(path, { create: identity });
  await store.change(async (tx) => {
    await addUnits(tx, ...units);
    for (let number = 0; number < users; number += 1)
      await tx.addUser({
        id: toId(uuid(1, number)),
        name: `Bruker ${number}`,
        initials: 'B',
        adminUnit: unit(units[number % units.length] ?? ''),
        roles: ['caseworker'],
      });
    await tx.addClass({ id: toId(uuid(2, 1)), code: '000', title: 'Måling' });
  });
  await store.close();
  const sqlite = new Database(path);
  sqlite.transaction(() => putCases(sqlite))();
  // What is drawn is one archive; the index that lists had before rights is here for the side without them.
  sqlite.exec('CREATE INDEX all_titles ON case_file (title_key, year, sequence); ANALYZE');
  sqlite.close();
  return path;
}

function putCases(sqlite: Database.Database): void {
  const put = (table: string, columns: readonly string[]) =>
    sqlite.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
  const screening = [
    'screening_code',
    'screening_legal_basis',
    'screening_hides_title',
    'screening_hides_parties',
    'screening_hides_documents',
  ];
  const file = put('case_file', [
    'id',
    'year',
    'sequence',
    'case_number',
    'title',
    'title_key',
    'open_title_key',
    'status',
    'case_date',
    'admin_unit',
    'case_owner',
    'class_id',
    ...screening,
    'created_at',
    'created_by',
    'changed_at',
  ]);
  const entry = put('journal_entry', [
    'id',
    'case_id',
    'journal_year',
    'journal_sequence',
    'entry_number',
    'record_number',
    'type',
    'status',
    'title',
    'journal_date',
    'caseworker',
    'admin_unit',
    ...screening,
    'ever_final',
    'created_at',
    'created_by',
  ]);
  const party = put('correspondence_party', ['id', 'entry_id', 'position', 'kind', 'name', 'is_firm']);
  const text = put('search_text', ['unit_id', 'case_id', 'is_entry', 'words', 'open_words']);
  const screened = ['UO', 'Offl. § 13 jf. fvl. § 13', 1, 1, 1];
  const open = [null, null, null, null, null];
  for (let number = 1; number <= cases; number += 1) {
    const id: Id<'case'> = toId(uuid(3, number));
    const where = unit(units[number % units.length] ?? '');
    const hidden = number % 10 === 0;
    const title = `${words[number % words.length]} nr${number}`;
    const caseNumber = `2026/${number}`;
    const key = title.toLowerCase().replace('ø', '|');
    file.run(
      id,
      2026,
      number,
      caseNumber,
      title,
      key,
      hidden ? '' : null,
      'Under behandling',
      '2026-01-05',
      where,
      uuid(1, number % users),
      uuid(2, 1),
      ...(hidden ? screened : open),
      at,
      'Måler',
      at,
    );
    text.run(id, id, 0, indexedWords([caseNumber, title]), hidden ? indexedWords([caseNumber]) : null);
    for (let place = 1; place <= entriesPerCase; place += 1) {
      const sequence = number * entriesPerCase + place;
      const entryId: Id<'entry'> = toId(uuid(4, sequence));
      const kept = sequence % 10 === 0;
      const name = `Part${sequence % 500}`;
      const said = `${words[sequence % words.length]} om sak ${number}`;
      const incoming = sequence % 3 === 0;
      const status = sequence % 50 === 0 ? 'Reservert dokument' : 'Journalført';
      entry.run(
        entryId,
        id,
        2026,
        sequence,
        place,
        `${caseNumber}-${place}`,
        incoming ? 'Inngående dokument' : 'Utgående dokument',
        status,
        said,
        '2026-01-05',
        uuid(1, sequence % users),
        where,
        ...(kept ? screened : open),
        status === 'Journalført' ? 1 : 0,
        at,
        'Måler',
      );
      party.run(uuid(5, sequence), entryId, 0, incoming ? 'Avsender' : 'Mottaker', name, 0);
      const numbers = [`${caseNumber}-${place}`, `${sequence}/2026`];
      text.run(entryId, id, 1, indexedWords([...numbers, said, name]), kept ? indexedWords(numbers) : null);
    }
  }
}
