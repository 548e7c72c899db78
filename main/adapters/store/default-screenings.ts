import type { DefaultScreening } from '../../../domain/access/default-screening.ts';
import { toId } from '../../../domain/basics.ts';
import { documentTypes } from '../../../domain/code-lists.ts';
import { orNull, toFlag } from './absent-values.ts';
import { toCode, toText } from './code-texts.ts';
import type { Archive } from './connection.ts';

export async function readDefaultScreenings(db: Archive): Promise<readonly DefaultScreening[]> {
  const rows = await db.selectFrom('default_screening').selectAll().execute();
  return rows.map((row) => ({
    of:
      row.kind === 'class'
        ? { classId: toId<'class'>(row.key) }
        : { documentType: toCode(documentTypes, row.key) },
    accessCode: row.access_code,
    legalBasis: row.legal_basis,
    hidesTitle: row.hides_title === 1,
    hidesParties: row.hides_parties === 1,
    hidesDocuments: row.hides_documents === 1,
    years: row.years ?? undefined,
  }));
}

export async function writeDefaultScreenings(db: Archive, all: readonly DefaultScreening[]): Promise<void> {
  await db.deleteFrom('default_screening').execute();
  for (const one of all)
    await db
      .insertInto('default_screening')
      .values({
        kind: 'classId' in one.of ? 'class' : 'document-type',
        key: 'classId' in one.of ? one.of.classId : toText(documentTypes, one.of.documentType),
        access_code: one.accessCode,
        legal_basis: one.legalBasis,
        hides_title: toFlag(one.hidesTitle),
        hides_parties: toFlag(one.hidesParties),
        hides_documents: toFlag(one.hidesDocuments),
        years: orNull(one.years),
      })
      .execute();
}
