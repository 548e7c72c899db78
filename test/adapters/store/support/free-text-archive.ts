import type Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { type Id, toId } from '../../../../domain/basics.ts';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { archiveAtVersion, putEntry } from './at-version.ts';
import { at, id } from './sample.ts';

/** A case of an archive of version 9, with an entry in it that is in the same unit and screened alike. */
function putScreened(
  sqlite: Database.Database,
  sequence: number,
  unit: string,
  screening?: readonly [restriction: string, basis: string],
): void {
  const [restriction = null, basis = null] = screening ?? [];
  const hides = screening ? 1 : null;
  const caseId = id();
  sqlite
    .prepare(
      `INSERT INTO case_file (id, year, sequence, case_number, title, title_key, status, case_date, admin_unit, case_owner,
        class_id, screening_restriction, screening_legal_basis, screening_hides_title, screening_hides_parties, created_at,
        created_by, changed_at)
      SELECT ?, 2026, ?, ?, 'Sak', 'sak', 'Under behandling', '2026-11-20', ?, case_owner, class_id, ?, ?, ?, ?, ?, 'Odd', ?
      FROM case_file WHERE sequence = 1`,
    )
    .run(caseId, sequence, `2026/${sequence}`, unit, restriction, basis, hides, hides && 0, at, at);
  sqlite
    .prepare(
      `INSERT INTO journal_entry (id, case_id, journal_year, journal_sequence, entry_number, record_number, type, status,
        title, journal_date, caseworker, admin_unit, screening_restriction, screening_legal_basis, screening_hides_title,
        screening_hides_parties, ever_final, created_at, created_by)
      SELECT ?, ?, 2026, ?, 1, ?, type, status, title, journal_date, caseworker, ?, ?, ?, ?, ?, 1, ?, 'Odd'
      FROM journal_entry WHERE journal_sequence = 1`,
    )
    .run(id(), caseId, sequence, `2026/${sequence}-1`, unit, restriction, basis, hides && 0, hides, at);
}

function putUser(
  sqlite: Database.Database,
  name: string,
  unit: string,
  ...roles: readonly string[]
): Id<'user'> {
  const user: Id<'user'> = toId(String(id()));
  sqlite
    .prepare('INSERT INTO archive_user (id, name, initials, admin_unit) VALUES (?, ?, ?, ?)')
    .run(user, name, 'XX', unit);
  for (const [position, role] of roles.entries())
    sqlite
      .prepare('INSERT INTO user_role (user_id, position, role) VALUES (?, ?, ?)')
      .run(user, position, role);
  return user;
}

/** An archive of version 9, whose units and legal bases were free text in several spellings, taken to today's version. */
export async function openFreeTextArchive() {
  const { path, sqlite } = await archiveAtVersion(9);
  putEntry(sqlite);
  putScreened(sqlite, 2, 'Helse og omsorg', ['Unntatt offentlighet', 'Offl. § 13 jf. fvl. § 13']);
  putScreened(sqlite, 3, 'helse og omsorg', ['Personalsaker', ' offl § 25 ']);
  putScreened(sqlite, 4, '  ', ['Klientsaker', 'offl § 25']);
  putScreened(sqlite, 5, ' Helse og omsorg ', ['Midlertidig sperret', 'Offl. § 5']);
  putScreened(sqlite, 6, 'Fjordvik kommune');
  const users = {
    lise: putUser(sqlite, 'Lise Leder', 'Helse og omsorg', 'caseworker', 'leader'),
    siri: putUser(sqlite, 'Siri Senter', 'Arkiv', 'documentCentre', 'systemOwner'),
    rune: putUser(sqlite, 'Rune Revisor', '', 'reader', 'caseworker'),
  };
  const store = await openArchiveStore(path);
  onTestFinished(() => store.close());
  return { store, sqlite, users };
}
