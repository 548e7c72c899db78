import type { VaultLockReader, VaultLockWriter } from '../../ports/archive/vault-lock.ts';
import type { Archive } from './connection.ts';

export const vaultLockQueries = (db: Archive) =>
  ({
    vaultLock: async () => {
      const row = await db.selectFrom('vault_lock').selectAll().where('in_use', '=', 1).executeTakeFirst();
      if (!row) return undefined;
      const { key_mark: keyMark, recipient, sealed_key: sealed, tested_at: testedAt } = row;
      if (recipient === null || sealed === null || testedAt === null) return { keyMark };
      return { keyMark, recovery: { recipient, sealedKey: new Uint8Array(sealed), testedAt } };
    },
  }) satisfies VaultLockReader;

export const vaultLockChanges = (db: Archive) =>
  ({
    setVaultLock: async ({ keyMark, recovery }) => {
      await db.updateTable('vault_lock').set({ in_use: 0 }).where('key_mark', '<>', keyMark).execute();
      const row = {
        in_use: 1 as const,
        recipient: recovery?.recipient ?? null,
        sealed_key: recovery?.sealedKey ?? null,
        tested_at: recovery?.testedAt ?? null,
      };
      await db
        .insertInto('vault_lock')
        .values({ key_mark: keyMark, ...row })
        .onConflict((conflict) => conflict.column('key_mark').doUpdateSet(row))
        .execute();
    },
  }) satisfies VaultLockWriter;
