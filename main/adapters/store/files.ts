import { createHash } from 'node:crypto';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import type { Archive } from './connection.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const fileQueries = (db: Archive) =>
  ({
    readFile: async (sha256) => {
      const row = await db.selectFrom('file').select('bytes').where('sha256', '=', sha256).executeTakeFirst();
      if (row && digest(row.bytes) !== sha256)
        throw new StoreFault('damaged', new Error(`the bytes are not those of ${sha256}`));
      return row?.bytes;
    },
  }) satisfies FileReader;

export const fileChanges = (db: Archive) =>
  ({
    putFile: async (sha256, bytes, at) => {
      if (digest(bytes) !== sha256) throw new Error(`the bytes do not have the digest ${sha256}`);
      await db.insertInto('file').values({ sha256, bytes, size: bytes.byteLength, put_at: at }).execute();
    },
  }) satisfies FileWriter;

/** Takes away the bytes of these files where nothing in the archive refers to them any more. */
export async function dropUnusedFiles(db: Archive, digests: readonly string[]): Promise<void> {
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
