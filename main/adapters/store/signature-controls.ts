import type { SignedObject } from '../../../domain/signature-control.ts';
import type { SignatureReport } from '../../../domain/signature-report.ts';
import type {
  SignatureControlReader,
  SignatureControlWriter,
} from '../../ports/archive/signature-controls.ts';
import { orNull, toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { readVerdict } from './received-answers.ts';

export const signatureControlQueries = (db: Archive) =>
  ({
    controlsOf: async (documentId) =>
      (
        await controls(db)
          .where('signature_control.document_id', '=', documentId)
          .orderBy('seq', 'desc')
          .execute()
      ).map(toControl),
    findControl: async (id) => {
      const row = await controls(db).where('signature_control.id', '=', id).executeTakeFirst();
      return row && toControl(row);
    },
    worsenedControls: async () =>
      (
        await controls(db).where('is_worse', '=', 1).where('settled_at', 'is', null).orderBy('seq').execute()
      ).map(toControl),
    controlsToRenew: async (before) =>
      (
        await controls(db)
          .where('renew_by', '<', before)
          .where('seq', 'in', (eb) =>
            eb
              .selectFrom('signature_control as newest')
              .select((of) => of.fn.max('newest.seq').as('seq'))
              .groupBy('newest.document_id'),
          )
          .orderBy('renew_by')
          .execute()
      ).map(toControl),
    uncontrolled: async (most) => {
      const rows = await signedObjects(db)
        .select(['document_link.entry_id', 'document_object.document_id', 'document_object.id'])
        .orderBy('document_object.created_at')
        .limit(most)
        .execute();
      return rows.map(
        (row): SignedObject => ({ entryId: row.entry_id, documentId: row.document_id, objectId: row.id }),
      );
    },
    countUncontrolled: async () => {
      const { total } = await signedObjects(db)
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
    answerFiledAs: async (documentId) => {
      const row = await db
        .selectFrom('answer')
        .innerJoin('document_object', 'document_object.sha256', 'answer.signed_pdf')
        .innerJoin('document_link', (join) =>
          join
            .onRef('document_link.document_id', '=', 'document_object.document_id')
            .onRef('document_link.entry_id', '=', 'answer.filed_as'),
        )
        .select('answer.id')
        .where('document_object.document_id', '=', documentId)
        .executeTakeFirst();
      return row?.id;
    },
  }) satisfies SignatureControlReader;

const controls = (db: Archive) =>
  db
    .selectFrom('signature_control')
    .innerJoin('document_object', 'document_object.id', 'signature_control.object_id')
    .selectAll('signature_control')
    .select(['document_object.sha256', 'document_object.size', 'document_object.file_name']);

/** One row for each signed document that has never been controlled, outside the bin. */
const signedObjects = (db: Archive) =>
  db
    .selectFrom('document_object')
    .innerJoin('document_link', 'document_link.document_id', 'document_object.document_id')
    .innerJoin('journal_entry', 'journal_entry.id', 'document_link.entry_id')
    .where('journal_entry.binned_at', 'is', null)
    .where('signature_verification', 'is not', null)
    .where((eb) =>
      eb(
        'document_object.version',
        '=',
        eb
          .selectFrom('document_object as newer')
          .select((of) => of.fn.max('newer.version').as('version'))
          .whereRef('newer.document_id', '=', 'document_object.document_id')
          .where('newer.signature_verification', 'is not', null),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('signature_control')
            .select('seq')
            .whereRef('signature_control.document_id', '=', 'document_object.document_id'),
        ),
      ),
    );

type Row = Awaited<ReturnType<ReturnType<typeof controls>['executeTakeFirstOrThrow']>>;

const toControl = (row: Row) => ({
  id: row.id,
  documentId: row.document_id,
  objectId: row.object_id,
  fileName: row.file_name,
  sha256: row.sha256,
  size: row.size,
  at: row.controlled_at,
  by: row.controlled_by,
  seglVersion: row.segl_version,
  // Only this program writes the column, from a value of the type.
  report: JSON.parse(row.report) as SignatureReport,
  verdict: readVerdict(row.verdict),
  isWorse: row.is_worse === 1,
  ...(row.settled_at !== null &&
    row.settled_by !== null && { settled: { at: row.settled_at, by: row.settled_by } }),
});

export const signatureControlChanges = (db: Archive) =>
  ({
    addControl: async (control) => {
      await db
        .insertInto('signature_control')
        .values({
          id: control.id,
          document_id: control.documentId,
          object_id: control.objectId,
          controlled_at: control.at,
          controlled_by: control.by,
          segl_version: control.seglVersion,
          word: control.report.word,
          renew_by: orNull(control.report.renewal?.by),
          report: JSON.stringify(control.report),
          verdict: control.verdict ? JSON.stringify(control.verdict) : null,
          is_worse: toFlag(control.isWorse),
          settled_at: null,
          settled_by: null,
        })
        .execute();
    },
    settleControl: async (id, at, by) => {
      await db
        .updateTable('signature_control')
        .set({ settled_at: at, settled_by: by })
        .where('id', '=', id)
        .where('settled_at', 'is', null)
        .execute();
    },
  }) satisfies SignatureControlWriter;
