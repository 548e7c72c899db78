import type { Shown } from '../../../domain/access/shown.ts';
import { fieldChanged, type LogRow } from '../../../domain/change-log.ts';
import type { AccessReader } from '../../ports/archive/access.ts';
import type { ClassReader } from '../../ports/archive/classes.ts';
import type { UserReader } from '../../ports/archive/users.ts';

/** Rows of the change log as they are shown: by the names things have now, not by their ids. */
export async function logView(
  archive: Pick<UserReader, 'users'> &
    Pick<ClassReader, 'classes'> &
    Pick<AccessReader, 'units' | 'accessLists'>,
  rows: readonly Shown<LogRow>[],
): Promise<LogRow[]> {
  const users = new Map((await archive.users()).map((user) => [String(user.id), user.name]));
  const classes = new Map(
    (await archive.classes()).map(({ id, code, title }) => [String(id), `${code} ${title}`]),
  );
  const lists = await archive.accessLists();
  const named = (things: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(things.map(({ id, name }) => [id, name]));
  const names: Readonly<Record<string, ReadonlyMap<string, string> | undefined>> = {
    saksansvarlig: users,
    saksbehandler: users,
    klasse: classes,
    administrativEnhet: named(await archive.units()),
    tilgangsrestriksjon: named(lists.codes),
    tilgangsgruppe: named(lists.groups),
  };
  return rows.map((row) => {
    if (row.code !== 'field-changed') return row;
    const { field, before, after } = row.facts;
    const known = names[field];
    return known
      ? { ...row, ...fieldChanged(field, known.get(before) ?? before, known.get(after) ?? after) }
      : row;
  });
}
