import { doubts, type ReceivedAnswer } from '../../../domain/doubtful-answer.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { ReceivedAnswerReader, ReceivedAnswerWriter } from '../../ports/archive/received-answers.ts';
import { orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';

export const receivedAnswerQueries = (db: Archive): ReceivedAnswerReader => ({
  receivedOf: async (jobId) => {
    const rows = await db
      .selectFrom('received_answer')
      .selectAll()
      .where('job_id', '=', jobId)
      .orderBy('seq')
      .execute();
    const signatures = await db
      .selectFrom('received_signature')
      .selectAll()
      .where(
        'received_seq',
        'in',
        rows.map(({ seq }) => seq),
      )
      .orderBy('position')
      .execute();
    return rows.map((row) => ({
      jobId: row.job_id,
      receivedAt: row.received_at,
      outcome: row.outcome,
      failure: row.failure ?? undefined,
      decidedAt: row.decided_at,
      document: row.document ?? undefined,
      signatures: signatures
        .filter((signature) => signature.received_seq === row.seq)
        .map((signature) => ({ signerName: signature.signer_name, sha256: signature.sha256 })),
      doubts: readDoubts(row.doubts),
      verdict: readVerdict(row.verdict),
    }));
  },
});

/** Words of a newer version than this are left out. */
const readDoubts = (text: string): ReceivedAnswer['doubts'] => {
  const words: unknown = JSON.parse(text);
  return doubts.filter((doubt) => Array.isArray(words) && words.includes(doubt));
};

/** Only this program writes the column, from a value of the type. */
export const readVerdict = (text: string | null): Verdict | undefined =>
  text === null ? undefined : (JSON.parse(text) as Verdict);

export const receivedAnswerChanges = (db: Archive): ReceivedAnswerWriter => ({
  addReceived: async (received) => {
    const { seq } = await db
      .insertInto('received_answer')
      .values({
        job_id: received.jobId,
        received_at: received.receivedAt,
        outcome: received.outcome,
        failure: orNull(received.failure),
        decided_at: received.decidedAt,
        document: orNull(received.document),
        doubts: JSON.stringify(received.doubts),
        verdict: received.verdict ? JSON.stringify(received.verdict) : null,
      })
      .returning('seq')
      .executeTakeFirstOrThrow();
    for (const [position, { signerName, sha256 }] of received.signatures.entries())
      await db
        .insertInto('received_signature')
        .values({ received_seq: seq, position, signer_name: signerName, sha256 })
        .execute();
  },
});
