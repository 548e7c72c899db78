import type { Access } from './actor.ts';

/** Is there any right that one had before, and has no longer? */
export function hasLess(before: Access, after: Access): boolean {
  const has = new Set(rightsOf(after));
  return rightsOf(before).some((one) => !has.has(one));
}

/** Each right by itself, so that two lists of them can be compared. */
const rightsOf = ({ grants, clearances, groups, deputyOf }: Access): readonly string[] => [
  ...grants.flatMap(({ role, units }) => units.map((unit) => `role ${role} ${unit}`)),
  ...clearances.flatMap(({ accessCode, units }) => units.map((unit) => `code ${accessCode} ${unit}`)),
  ...groups.map((group) => `group ${group}`),
  ...deputyOf.map((user) => `deputy ${user}`),
];
