import type { Generated } from 'kysely';
import type { DocumentId, DocumentObjectId, Instant } from '../../../domain/basics.ts';
import type { ControlId } from '../../../domain/signature-control.ts';
import type { ReportWord } from '../../../domain/signature-report.ts';

export type SignatureControlTables = {
  signature_control: {
    seq: Generated<number>;
    id: ControlId;
    document_id: DocumentId;
    object_id: DocumentObjectId;
    controlled_at: Instant;
    controlled_by: string;
    segl_version: string;
    word: ReportWord;
    renew_by: Instant | null;
    report: string;
    verdict: string | null;
    is_worse: number;
    settled_at: Instant | null;
    settled_by: string | null;
  };
  time_stamp_authority: {
    only_one: number;
    url: string;
    anchors: string;
    user_name: string | null;
    secret: Uint8Array | null;
  };
};
