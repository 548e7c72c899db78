import type { UnitId, UserId } from './basics.ts';

/** Roles of the archive (docs/rules.md, 4). */
export const roles = ['caseworker', 'leader', 'documentCentre', 'reader', 'systemOwner'] as const;
export type Role = (typeof roles)[number];

/** A user of the archive. `name` is what the change log and the journal show. */
export type User = {
  readonly id: UserId;
  readonly name: string;
  readonly initials: string;
  readonly adminUnit: UnitId;
  /** Each that is held in some unit. */
  readonly roles: readonly Role[];
};

/** What a role allows, one word per ability, as the routines speak of them. */
export type Ability =
  | 'register' // cases, entries, documents
  | 'dispatch'
  | 'approve'
  | 'distribute' // give one's cases and entries to another
  | 'journal' // J, A, U and quality check
  | 'close-case'
  | 'reopen-case'
  | 'change-deadline'
  | 'file-answers'
  | 'change-policy'
  | 'change-service'
  | 'manage-vault'
  | 'manage-users'
  | 'manage-access' // units, access codes, groups and clearances
  | 'give-ownership'; // say who owns the system

const abilities: Readonly<Record<Role, readonly Ability[]>> = {
  caseworker: ['register', 'dispatch'],
  leader: ['register', 'dispatch', 'approve', 'distribute'],
  documentCentre: [
    'register',
    'dispatch',
    'distribute',
    'journal',
    'close-case',
    'reopen-case',
    'change-deadline',
    'file-answers',
    'change-policy',
    'manage-users',
  ],
  reader: [],
  systemOwner: [
    'change-service',
    'manage-vault',
    'change-policy',
    'manage-users',
    'manage-access',
    'give-ownership',
  ],
};

export const rolesWith = (ability: Ability): readonly Role[] =>
  roles.filter((role) => abilities[role].includes(ability));
