import type { Generated } from 'kysely';
import type { EntryId, Instant, Sha256 } from '../../../domain/basics.ts';
import type { MailingId } from '../../../domain/mailing.ts';

export type MailingTables = {
  mailing: {
    id: MailingId;
    entry_id: EntryId;
    message: string;
    deadline_days: number;
    is_agreed_with_leader: number;
    is_rights_confirmed: number;
    seen_merged: Sha256;
    started_by: string;
    started_at: Instant;
    ended_at: Generated<Instant | null>;
  };
  mailed_person: {
    mailing_id: MailingId;
    position: number;
    name: string;
    firm: string | null;
    organisation_number: string | null;
    sealed: Uint8Array | null;
    entry_id: Generated<EntryId | null>;
  };
};
