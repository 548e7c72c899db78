import type { Actor } from './actor.ts';
import { may, maySomewhere, theArchive } from './may.ts';

/** The parts of «Tilgang», as the address names them. */
export const accessParts = [
  'users',
  'units',
  'codes',
  'groups',
  'deputies',
  'take-over',
  'sight',
  'defaults',
  'review',
  'bin',
  'looking',
  'log',
] as const;
export type AccessPart = (typeof accessParts)[number];

/** Those that somebody has a use for; what never applies to a role is not there. */
export function accessPartsOf(actor: Actor): readonly AccessPart[] {
  const looksAfter = maySomewhere(actor, 'manage-users').ok;
  const decides = may(actor, 'manage-access', theArchive).ok;
  return [
    ...(looksAfter ? (['users', 'units', 'codes', 'groups'] as const) : []),
    ...(actor.roles.some((role) => role !== 'reader') ? (['deputies'] as const) : []),
    ...(maySomewhere(actor, 'distribute').ok ? (['take-over'] as const) : []),
    ...(looksAfter ? (['sight'] as const) : []),
    ...(decides ? (['defaults', 'review'] as const) : []),
    ...(maySomewhere(actor, 'journal').ok ? (['bin', 'looking'] as const) : []),
    ...(looksAfter ? (['log'] as const) : []),
  ];
}
