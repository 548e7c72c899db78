import type { ArchiveIdentityReader } from '../../ports/archive/archive-identity.ts';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import type { Archive } from './connection.ts';

export const identityQueries = (db: Archive) =>
  ({
    identity: async () => {
      const row = await db
        .selectFrom('archive')
        .selectAll()
        .executeTakeFirstOrThrow(() => new StoreFault('damaged', new Error('the archive was never founded')));
      return {
        id: row.id,
        kind: row.kind,
        title: row.title,
        recordCreator: { name: row.record_creator_name, organisationNumber: row.record_creator_number },
      };
    },
  }) satisfies ArchiveIdentityReader;
