import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../domain/basics.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import { type FileSeal, VaultLocked } from '../../ports/vault.ts';
import type { Archive } from './connection.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export const fileQueries = (db: Archive, seal: FileSeal | undefined) =>
  ({
    readFile: async (sha256) => {
      const row = await db
        .selectFrom('file')
        .select(['bytes', 'seal'])
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      if (!row) return undefined;
      const bytes = row.seal ? (seal ?? noSeal).open(row.bytes, row.seal) : row.bytes;
      if (digest(bytes) !== sha256)
        throw new StoreFault('damaged', new Error(`the bytes are not those of ${sha256}`));
      return bytes;
    },
    isFileSealed: async (sha256) => {
      const row = await db.selectFrom('file').select('seal').where('sha256', '=', sha256).executeTakeFirst();
      return row?.seal !== undefined && row.seal !== null;
    },
  }) satisfies FileReader;

export const fileChanges = (db: Archive, seal: FileSeal | undefined) =>
  ({
    putFile: async (sha256, bytes, at, keep) => {
      if (digest(bytes) !== sha256) throw new Error(`the bytes do not have the digest ${sha256}`);
      const kept = keep === 'sealed' ? (seal ?? noSeal).close(bytes) : { bytes, seal: null };
      await db
        .insertInto('file')
        .values({ sha256, ...kept, size: bytes.byteLength, put_at: at })
        .execute();
      // Where the same bytes were stored before, they stayed as they were.
      if (kept.seal)
        await db
          .updateTable('file')
          .set(kept)
          .where('sha256', '=', sha256)
          .where('seal', 'is', null)
          .execute();
    },
  }) satisfies FileWriter;

const locked = (): never => {
  throw new VaultLocked('the archive was opened without the key of its sealed files');
};
const noSeal: FileSeal = { open: locked, close: locked };

/** Takes away the bytes of these files where nothing in the archive refers to them any more. */
export async function dropUnusedFiles(db: Archive, digests: readonly Sha256[]): Promise<void> {
  if (digests.length === 0) return;
  await db
    .deleteFrom('file')
    .where('sha256', 'in', digests)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(eb.selectFrom('document_object').select('id').whereRef('sha256', '=', 'file.sha256')),
          eb.exists(eb.selectFrom('signing_job').select('id').whereRef('merged_sha256', '=', 'file.sha256')),
          eb.exists(eb.selectFrom('answer').select('id').whereRef('signed_pdf', '=', 'file.sha256')),
          eb.exists(eb.selectFrom('unknown_job').select('id').whereRef('signed_pdf', '=', 'file.sha256')),
          eb.exists(
            eb
              .selectFrom('unknown_job_signature')
              .select('unknown_job_id')
              .whereRef('unknown_job_signature.sha256', '=', 'file.sha256'),
          ),
          eb.exists(
            eb
              .selectFrom('answer_signature')
              .select('answer_id')
              .whereRef('answer_signature.sha256', '=', 'file.sha256'),
          ),
        ]),
      ),
    )
    .execute();
}
