import type { Generated } from 'kysely';
import type { Look } from '../../../domain/access/look.ts';
import type { TakeOverState } from '../../../domain/access/succession.ts';
import type {
  AccessCodeId,
  AccessGroupId,
  CalendarDate,
  CaseId,
  DeputyshipId,
  EntryId,
  Instant,
  LegalBasisId,
  TakeOverId,
  UnitId,
  UserId,
} from '../../../domain/basics.ts';
import type { Role } from '../../../domain/roles.ts';

type Flag = number;

/** Units, codes, groups and what users have been given; migration 0010. */
export type AccessTables = {
  admin_unit: {
    id: UnitId;
    name: string;
    parent_id: UnitId | null;
    opened_on: CalendarDate;
    closed_on: CalendarDate | null;
  };
  legal_basis: { id: LegalBasisId; text: string; repealed_on: CalendarDate | null };
  access_code: { id: AccessCodeId; name: string; withdrawn_on: CalendarDate | null };
  access_code_basis: { access_code: AccessCodeId; legal_basis: LegalBasisId };
  access_group: { id: AccessGroupId; name: string };
  access_group_member: { group_id: AccessGroupId; user_id: UserId };
  user_role: {
    user_id: UserId;
    position: number;
    role: Role;
    unit_id: UnitId;
    from_day: CalendarDate;
    to_day: CalendarDate | null;
  };
  code_clearance: {
    user_id: UserId;
    access_code: AccessCodeId;
    unit_id: UnitId;
    from_day: CalendarDate;
    to_day: CalendarDate | null;
  };
  deputyship: {
    id: DeputyshipId;
    deputy: UserId;
    deputy_of: UserId;
    from_day: CalendarDate;
    to_day: CalendarDate;
    with_clearances: Flag;
  };
  default_screening: {
    kind: 'class' | 'document-type';
    key: string;
    access_code: AccessCodeId;
    legal_basis: string;
    hides_title: Flag;
    hides_parties: Flag;
    hides_documents: Flag;
    years: number | null;
  };
  looking_log: {
    seq: Generated<number>;
    looked_at: Instant;
    user_id: UserId;
    user_name: string;
    kind: Look['kind'];
    subject_id: string;
    case_id: CaseId;
    entry_id: EntryId | null;
    reason: string | null;
  };
  take_over: {
    id: TakeOverId;
    from_user: UserId;
    to_user: UserId;
    on_day: CalendarDate;
    units: string;
    ordered_at: Instant;
    ordered_by: UserId;
    state: TakeOverState;
    ended_at: Instant | null;
  };
  access_review: { only_one: number; reviewed_at: Instant | null; reviewed_by: string | null };
};

/** Kept by triggers, from the change log; migration 0014. */
export type ScreenedColumns = {
  screened_at: Generated<Instant | null>;
  screened_by: Generated<string | null>;
  screened_known: Generated<Flag>;
};
