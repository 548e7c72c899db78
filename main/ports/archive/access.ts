import type { AccessCode, AccessGroup, AccessLists, LegalBasis } from '../../../domain/access/access-code.ts';
import type { Access } from '../../../domain/access/actor.ts';
import type { AdminUnit } from '../../../domain/access/admin-unit.ts';
import type { DefaultScreening } from '../../../domain/access/default-screening.ts';
import type { Deputyship, UserRights } from '../../../domain/access/rights.ts';
import type { CalendarDate, DeputyshipId, Instant, UserId } from '../../../domain/basics.ts';

export interface AccessReader {
  /** In Norwegian order; closed ones too. */
  units(): Promise<readonly AdminUnit[]>;
  /** Withdrawn codes and repealed bases too. */
  accessLists(): Promise<AccessLists>;
  /** What this user may act by that day. */
  accessOf(userId: UserId, today: CalendarDate): Promise<Access>;
  rights(): Promise<readonly UserRights[]>;
  deputyships(): Promise<readonly Deputyship[]>;
  defaultScreenings(): Promise<readonly DefaultScreening[]>;
  /** The lists were made of free text by a migration, and nobody has looked them through yet. */
  accessReviewDue(): Promise<boolean>;
}

export interface AccessWriter {
  /** Adds the unit, or changes the one that has its id. So do the three below. */
  putUnit(unit: AdminUnit): Promise<void>;
  putAccessCode(code: AccessCode): Promise<void>;
  putLegalBasis(basis: LegalBasis): Promise<void>;
  putAccessGroup(group: AccessGroup): Promise<void>;
  /** All roles and clearances of one user; the groups are set by the group. */
  setRights(rights: Omit<UserRights, 'groups'>): Promise<void>;
  putDeputyship(deputyship: Deputyship): Promise<void>;
  /** Takes away one that has not begun. */
  deleteDeputyship(id: DeputyshipId): Promise<void>;
  setDefaultScreenings(all: readonly DefaultScreening[]): Promise<void>;
  endAccessReview(at: Instant, by: string): Promise<void>;
}
