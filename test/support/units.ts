import { toId, type UnitId } from '../../domain/basics.ts';
import type { ArchiveWriter } from '../../main/ports/archive-store.ts';

/** Tests call their units by name, so that a row can be read. */
export const unit = (name: string): UnitId => toId(name);

/** Adds units of these names right below the municipality. */
export async function addUnits(archive: ArchiveWriter, ...names: readonly string[]): Promise<void> {
  const top = (await archive.units()).find((one) => one.parentId === undefined);
  if (!top) throw new Error('the archive is not founded');
  for (const name of names)
    await archive.putUnit({ id: unit(name), name, parentId: top.id, openedOn: top.openedOn });
}
