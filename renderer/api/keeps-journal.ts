import { hasAbility, type User } from '../../domain/roles.ts';

/** Who keeps the journal somewhere, and looks after what is screened there. */
export const keepsJournal = (user: Pick<User, 'roles'>): boolean => hasAbility(user, 'journal');
