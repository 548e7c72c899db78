import type { SelectQueryBuilder } from 'kysely';
import type { Answer } from '../../../domain/answer.ts';
import { AnswerAlreadyStored, type AnswerReader, type AnswerWriter } from '../../ports/archive/answers.ts';
import { changedColumns, orNull, toFlag } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { oneOf } from './one-of.ts';
import { readVerdict } from './received-answers.ts';
import { isDuplicate } from './store-faults.ts';
import type { ArchiveTables } from './tables.ts';
import { isWaiting } from './waiting-answers.ts';

export const answerQueries = (db: Archive) => {
  const answers = () => db.selectFrom('answer');
  return {
    findAnswer: async (id) => (await load(db, answers().where('id', '=', id)))[0],
    findAnswerOf: async (jobId) => (await load(db, answers().where('job_id', '=', jobId)))[0],
    unfiledAnswers: () => load(db, answers().where(isWaiting).orderBy('received_at').orderBy('seq')),
  } satisfies AnswerReader;
};

export const answerChanges = (db: Archive) =>
  ({
    addAnswer: async (answer) => {
      try {
        await db
          .insertInto('answer')
          .values({
            id: answer.id,
            job_id: answer.jobId,
            outcome: answer.outcome,
            failure: orNull(answer.failure),
            received_at: answer.receivedAt,
            decided_at: answer.decidedAt,
            signed_pdf: orNull(answer.signedPdf),
            verified: answer.verified === undefined ? null : toFlag(answer.verified),
            verdict: answer.verdict ? JSON.stringify(answer.verdict) : null,
            filed_as: orNull(answer.filedAs),
            confirmed_at: orNull(answer.confirmedAt),
          })
          .execute();
      } catch (fault) {
        if (isDuplicate(fault, 'answer.job_id'))
          throw new AnswerAlreadyStored(answer.jobId, { cause: fault });
        throw fault;
      }
      for (const [position, signature] of answer.signatures.entries())
        await db
          .insertInto('answer_signature')
          .values({
            answer_id: answer.id,
            position,
            signer_name: signature.signerName,
            sha256: signature.sha256,
          })
          .execute();
    },
    changeAnswer: async (id, change) => {
      const columns = changedColumns(change, { filedAs: 'filed_as', confirmedAt: 'confirmed_at' });
      if (Object.keys(columns).length === 0) return;
      const changed = await db.updateTable('answer').set(columns).where('id', '=', id).executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw new Error(`no such answer: ${id}`);
    },
  }) satisfies AnswerWriter;

async function load(
  db: Archive,
  matching: SelectQueryBuilder<ArchiveTables, 'answer', object>,
): Promise<readonly Answer[]> {
  const rows = await matching.selectAll().execute();
  if (rows.length === 0) return [];
  const signatures = await db
    .selectFrom('answer_signature')
    .selectAll()
    .where('answer_id', 'in', oneOf(rows.map((row) => row.id)))
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    jobId: row.job_id,
    outcome: row.outcome,
    // A CHECK holds the column to the words of the type.
    failure: row.failure ?? undefined,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    signedPdf: row.signed_pdf ?? undefined,
    signatures: signatures
      .filter((signature) => signature.answer_id === row.id)
      .map((signature) => ({
        signerName: signature.signer_name,
        sha256: signature.sha256,
      })),
    verified: row.verified === null ? undefined : row.verified === 1,
    verdict: readVerdict(row.verdict),
    filedAs: row.filed_as ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
  }));
}
