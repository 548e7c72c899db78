import { ok, type Result, refuse } from '../basics.ts';
import type { AccessCode, AccessGroup, AccessLists, LegalBasis } from './access-code.ts';

const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** May the list hold this code, new or in the place of the one that has its id? */
export function decideAccessCode(
  { codes, bases }: AccessLists,
  code: AccessCode,
  isNew: boolean,
): Result<undefined, 'name-missing' | 'code-twice' | 'bases-missing' | 'not-found'> {
  if (code.id === '' || code.name === '') return refuse('name-missing');
  if (isNew && codes.some((other) => alike(other.id, code.id)))
    return refuse('code-twice', { code: code.id });
  if (codes.some((other) => other.id !== code.id && alike(other.name, code.name)))
    return refuse('code-twice', { code: code.name });
  if (!isNew && !codes.some((other) => other.id === code.id)) return refuse('not-found');
  if (code.bases.length === 0) return refuse('bases-missing');
  return code.bases.every((basis) => bases.some((one) => one.id === basis))
    ? ok(undefined)
    : refuse('not-found');
}

export function decideLegalBasis(
  { bases }: AccessLists,
  basis: LegalBasis,
): Result<undefined, 'name-missing' | 'basis-twice'> {
  if (basis.text === '') return refuse('name-missing');
  return bases.some((other) => other.id !== basis.id && alike(other.text, basis.text))
    ? refuse('basis-twice', { basis: basis.text })
    : ok(undefined);
}

export function decideAccessGroup(
  { groups }: AccessLists,
  group: AccessGroup,
): Result<undefined, 'name-missing' | 'group-twice'> {
  if (group.name === '') return refuse('name-missing');
  return groups.some((other) => other.id !== group.id && alike(other.name, group.name))
    ? refuse('group-twice', { group: group.name })
    : ok(undefined);
}
