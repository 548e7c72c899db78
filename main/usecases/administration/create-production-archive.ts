import { type ClassId, ok, type Result, refuse, type UnitId, type UserId } from '../../../domain/basics.ts';
import { type ClassLine, parseClasses } from '../../../domain/class-list.ts';
import { isOrganisationNumber } from '../../../domain/organisation-number.ts';
import type { User } from '../../../domain/roles.ts';
import { tidyTitle } from '../../../domain/title.ts';
import type { AccessReader, AccessWriter } from '../../ports/archive/access.ts';
import type { ArchiveIdentity } from '../../ports/archive/archive-identity.ts';
import type { ArchiveStore } from '../../ports/archive-store.ts';
import type { Ids } from '../../ports/clock.ts';

export type NewArchive = {
  /** The municipality. */
  readonly recordCreator: { readonly name: string; readonly organisationNumber: string };
  readonly title: string;
  /** The first user, who adds the others. */
  readonly user: Pick<User, 'name' | 'initials'> & {
    /** Name of the unit; the first below the municipality itself. */
    readonly adminUnit: string;
  };
  /** One class per line: `411 Tilsetting`. */
  readonly classes: string;
};
type Creating = {
  readonly ids: Ids;
  /** Makes an empty archive with this identity. */
  readonly found: (identity: ArchiveIdentity) => Promise<ArchiveStore>;
};
export type CreateRefusal =
  | 'organisation-number-wrong'
  | 'name-missing'
  | 'class-unreadable'
  | 'class-twice'
  | 'classes-missing';

/** Founds the municipality's own archive with its classes and its first user, who owns the system. */
export const createProductionArchive =
  ({ ids, found }: Creating) =>
  async (
    input: NewArchive,
  ): Promise<Result<{ readonly archive: ArchiveStore; readonly userId: UserId }, CreateRefusal>> => {
    const named = [input.recordCreator.name, input.title, ...Object.values(input.user)].map(tidyTitle);
    if (named.includes('')) return refuse('name-missing');
    if (!isOrganisationNumber(input.recordCreator.organisationNumber))
      return refuse('organisation-number-wrong', { name: input.recordCreator.name });
    const classes = parseClasses(input.classes);
    if (!classes.ok) return classes;
    const [recordCreator = '', title = '', name = '', initials = '', adminUnit = ''] = named;
    const userId: UserId = ids.newId();
    const archive = await found({
      id: ids.newId(),
      kind: 'production',
      title,
      recordCreator: { name: recordCreator, organisationNumber: input.recordCreator.organisationNumber },
    });
    try {
      await archive.change(async (tx) => {
        const unit = await firstUnit(tx, adminUnit, ids);
        await tx.addUser({
          id: userId,
          name,
          initials,
          adminUnit: unit,
          roles: ['systemOwner', 'documentCentre'],
        });
        await clearForAll(tx, userId);
        for (const item of withIds(classes.value, ids)) await tx.addClass(item);
      });
    } catch (fault) {
      await archive.close();
      throw fault;
    }
    return ok({ archive, userId });
  };

/** Each class below the one whose code its own begins with; parents come before their children. */
function withIds(lines: readonly ClassLine[], { newId }: Ids) {
  const ids = new Map<string, ClassId>();
  return lines.map(({ code, title, parent }) => {
    const id = newId<'class'>();
    ids.set(code, id);
    return { id, code, title, parentId: parent === undefined ? undefined : ids.get(parent) };
  });
}

async function firstUnit(tx: AccessReader & AccessWriter, name: string, { newId }: Ids): Promise<UnitId> {
  const top = (await tx.units()).find((unit) => unit.parentId === undefined);
  if (!top) throw new Error('an archive is founded with the top of its units');
  if (top.name === name) return top.id;
  const id = newId<'unit'>();
  await tx.putUnit({ id, name, parentId: top.id, openedOn: top.openedOn });
  return id;
}

/** The first user is the document centre, which is cleared for every code; who else is, is said by somebody. */
async function clearForAll(tx: AccessReader & AccessWriter, userId: UserId): Promise<void> {
  const top = (await tx.units()).find((unit) => unit.parentId === undefined);
  const own = (await tx.rights()).find((rights) => rights.userId === userId);
  if (!top || !own) return;
  const { codes } = await tx.accessLists();
  await tx.setRights({
    ...own,
    clearances: codes.map((code) => ({ accessCode: code.id, unit: top.id, from: top.openedOn })),
  });
}
