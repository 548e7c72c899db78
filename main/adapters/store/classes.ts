import type { ClassReader, ClassWriter } from '../../ports/archive/classes.ts';
import { StoreFault } from '../../ports/archive/store-fault.ts';
import { orNull } from './absent-values.ts';
import type { Archive } from './connection.ts';
import { disposalColumns, toDisposal } from './disposal-rows.ts';

export const classQueries = (db: Archive) =>
  ({
    classes: async () => {
      const rows = await db
        .selectFrom('archive_class')
        .leftJoin('class_disposal', 'class_disposal.class_id', 'archive_class.id')
        .select(['id', 'code', 'title', 'parent_id', 'decision', 'legal_basis', 'retention_years'])
        .orderBy('code')
        .execute();
      const parents = new Set(rows.map((row) => row.parent_id));
      return rows.map((row) => ({
        id: row.id,
        code: row.code,
        title: row.title,
        parentId: row.parent_id ?? undefined,
        hasChildren: parents.has(row.id),
        ...toDisposal(row),
      }));
    },
  }) satisfies ClassReader;

export const classChanges = (db: Archive) =>
  ({
    addClass: async (item) => {
      const system = await db
        .selectFrom('classification_system')
        .select('id')
        .executeTakeFirstOrThrow(() => new StoreFault('damaged', new Error('the archive was never founded')));
      await db
        .insertInto('archive_class')
        .values({
          id: item.id,
          classification_system_id: system.id,
          parent_id: orNull(item.parentId),
          code: item.code,
          title: item.title,
        })
        .execute();
      if (item.disposal)
        await db
          .insertInto('class_disposal')
          .values({ class_id: item.id, ...disposalColumns(item.disposal) })
          .execute();
    },
  }) satisfies ClassWriter;
