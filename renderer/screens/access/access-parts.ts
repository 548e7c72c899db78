import { hasAbility, type User } from '../../../domain/roles.ts';
import type { AccessPart } from '../../routing/route.ts';

/** The parts of «Tilgang» that somebody has a use for; what never applies to a role is not there. */
export function accessPartsOf(user: Pick<User, 'roles'>): readonly AccessPart[] {
  const looksAfter = hasAbility(user, 'manage-users');
  const decides = hasAbility(user, 'manage-access');
  const journals = hasAbility(user, 'journal');
  return [
    ...(looksAfter ? (['users', 'units', 'codes', 'groups'] as const) : []),
    ...(user.roles.some((role) => role !== 'reader') ? (['deputies'] as const) : []),
    ...(hasAbility(user, 'distribute') ? (['take-over'] as const) : []),
    ...(looksAfter ? (['sight'] as const) : []),
    ...(decides ? (['defaults', 'review'] as const) : []),
    ...(journals ? (['bin', 'looking'] as const) : []),
    ...(looksAfter ? (['log'] as const) : []),
  ];
}
