import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { applicationId, readMigrations } from '../../../../main/adapters/store/migrate.ts';
import { at, id, temporaryFolder } from './sample.ts';

const templates = new Map<number, Promise<Buffer>>();

/** The bytes of an archive that has taken the first `version` migrations and holds nothing; made once in this process. */
function templateOf(version: number): Promise<Buffer> {
  const made = templates.get(version) ?? makeTemplate(version);
  templates.set(version, made);
  return made;
}

async function makeTemplate(version: number): Promise<Buffer> {
  const sqlite = new Database(':memory:');
  for (const migration of (await readMigrations()).slice(0, version)) sqlite.exec(migration.sql);
  sqlite.pragma(`application_id = ${version > 0 ? applicationId : 0}`);
  sqlite.pragma(`user_version = ${version}`);
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}

/** An archive file that has taken the first `version` migrations and no more, and a connection to put rows in. */
export async function archiveAtVersion(
  version: number,
): Promise<{ readonly path: string; readonly sqlite: Database.Database }> {
  const path = join(await temporaryFolder(), 'archive.db');
  await writeFile(path, await templateOf(version));
  const sqlite = new Database(path);
  onTestFinished(() => {
    sqlite.close();
  });
  return { path, sqlite };
}

/** Puts a case with an outgoing entry and a merged file into an archive of any version, by SQL alone. */
export function putEntry(sqlite: Database.Database): {
  readonly caseId: string;
  readonly entryId: string;
  readonly file: string;
} {
  const [archive, part, system, leaf, user, caseId, entryId] = Array.from({ length: 7 }, () => id());
  const file = 'a'.repeat(64);
  const put = (table: string, row: Readonly<Record<string, unknown>>) =>
    sqlite
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((column) => `@${column}`)})`,
      )
      .run(row);
  const made = { created_at: at, created_by: 'Odd' };
  put('archive', {
    id: archive,
    kind: 'training',
    title: 'Opplæring',
    record_creator_name: 'Fjordvik kommune',
    record_creator_number: '999999999',
    ...made,
  });
  put('archive_part', { id: part, archive_id: archive, title: 'Saksarkiv', ...made });
  put('classification_system', {
    id: system,
    archive_part_id: part,
    type: 'K-koder',
    title: 'K-koder',
    ...made,
  });
  put('archive_class', { id: leaf, classification_system_id: system, code: '41', title: 'Tilsetting' });
  put('archive_user', { id: user, name: 'Kari Nordvik', initials: 'KN', admin_unit: 'Personal' });
  put('case_file', {
    id: caseId,
    year: 2026,
    sequence: 1,
    case_number: '2026/1',
    title: 'Tilsetting',
    title_key: 'tilsetting',
    status: 'Under behandling',
    case_date: '2026-11-20',
    admin_unit: 'Personal',
    case_owner: user,
    class_id: leaf,
    changed_at: at,
    ...made,
  });
  put('journal_entry', {
    id: entryId,
    case_id: caseId,
    journal_year: 2026,
    journal_sequence: 1,
    entry_number: 1,
    record_number: '2026/1-1',
    type: 'Utgående dokument',
    status: 'Ekspedert',
    title: 'Arbeidsavtale',
    journal_date: '2026-11-20',
    caseworker: user,
    admin_unit: 'Personal',
    ever_final: 1,
    ...made,
  });
  put('file', { sha256: file, size: 1, put_at: at, bytes: Buffer.from('x') });
  return { caseId: String(caseId), entryId: String(entryId), file };
}

/** Puts a signing job by SQL alone; only what `change` names differs between jobs. */
export function putJob(
  sqlite: Database.Database,
  { caseId, entryId, file }: ReturnType<typeof putEntry>,
  change: Readonly<Record<string, unknown>>,
): string {
  const row: Readonly<Record<string, unknown>> = {
    id: id(),
    entry_id: entryId,
    case_id: caseId,
    state: 'sendFailed',
    reference: id(),
    title: 'Arbeidsavtale',
    message: '',
    deadline_days: 30,
    merged_sha256: file,
    merged_bytes: 1,
    merged_pages: 1,
    ordered_by: 'Kari Nordvik',
    ordered_at: at,
    attempts: 1,
    ...change,
  };
  sqlite
    .prepare(
      `INSERT INTO signing_job (${Object.keys(row)}) VALUES (${Object.keys(row).map((column) => `@${column}`)})`,
    )
    .run(row);
  return String(row.id);
}
