import { randomUUID } from 'node:crypto';
import { type Instant, toId, type UnitId } from '../../../domain/basics.ts';
import { dateOf, toInstant } from '../../../domain/calendar.ts';
import type { ArchiveIdentity } from '../../ports/archive/archive-identity.ts';
import type { Archive } from './connection.ts';

/** What a new archive begins with. What is left out gets the usual: one part, K-codes, ids by chance, now. */
export type Founding = ArchiveIdentity & {
  readonly part?: { readonly id: string; readonly title: string };
  readonly classificationSystem?: { readonly id: string; readonly title: string; readonly type: string };
  /** Of the unit at the top of the tree. */
  readonly topUnit?: UnitId;
  readonly at?: Instant;
  readonly by?: string;
};

/** Writes archive, the top of its units, archive part and classification system, once; an archive that has them is left as it is. */
export async function foundArchive(db: Archive, founding: Founding): Promise<void> {
  if (await db.selectFrom('archive').select('id').executeTakeFirst()) return;
  const created = {
    created_at: founding.at ?? toInstant(new Date()),
    created_by: founding.by ?? founding.recordCreator.name,
  };
  const part = founding.part ?? { id: randomUUID(), title: 'Saksarkiv' };
  const system = founding.classificationSystem ?? { id: randomUUID(), title: 'K-koder', type: 'K-koder' };
  await db
    .insertInto('archive')
    .values({
      id: founding.id,
      kind: founding.kind,
      title: founding.title,
      record_creator_name: founding.recordCreator.name,
      record_creator_number: founding.recordCreator.organisationNumber,
      ...created,
    })
    .execute();
  await db
    .insertInto('admin_unit')
    .values({
      id: founding.topUnit ?? toId(randomUUID()),
      name: founding.recordCreator.name,
      parent_id: null,
      opened_on: dateOf(created.created_at),
      closed_on: null,
    })
    .execute();
  await db
    .insertInto('archive_part')
    .values({ ...part, archive_id: founding.id, ...created })
    .execute();
  await db
    .insertInto('classification_system')
    .values({ ...system, archive_part_id: part.id, ...created })
    .execute();
}
