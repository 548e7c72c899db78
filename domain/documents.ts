import type { CalendarDate, DocumentId, DocumentObjectId, Instant, PartyId, Sha256 } from './basics.ts';
import type {
  DocumentStatus,
  DocumentType,
  LinkRole,
  PartyKind,
  SignatureVerification,
  Variant,
} from './code-lists.ts';

/** Dokumentbeskrivelse as it is linked to one entry. `number` is 1 for the main document, then attachments in order. */
export type EntryDocument = {
  readonly id: DocumentId;
  readonly role: LinkRole;
  readonly number: number;
  readonly title: string;
  readonly type: DocumentType;
  readonly status: DocumentStatus;
  /** Hidden by the entry's screening, though not all documents are. */
  readonly isScreened?: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Newest version first. */
  readonly objects: readonly DocumentObject[];
};

/** Dokumentobjekt: one file. Its bytes are kept under `sha256`, written once. */
export type DocumentObject = {
  readonly id: DocumentObjectId;
  readonly version: number;
  readonly variant: Variant;
  /** PRONOM key, e.g. `fmt/477`. */
  readonly format: string;
  readonly formatDetails?: string;
  readonly fileName: string;
  readonly mime: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** 0 where the file is no PDF. */
  readonly pages: number;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly signature?: {
    readonly verification: SignatureVerification;
    readonly on: CalendarDate;
    readonly by: string;
  };
};

/** Korrespondansepart. The identity number is not here: it lives encrypted, apart from the journal. */
export type Party = {
  readonly id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  readonly isFirm: boolean;
  /** 9 digits, firms only. */
  readonly organisationNumber?: string;
  readonly address?: string;
  readonly postalCode?: string;
  readonly postalPlace?: string;
  readonly email?: string;
  readonly phone?: string;
  /** For a firm: the person who signs for it. */
  readonly contactPerson?: string;
  /** Hidden by the entry's screening, though not all parties are. */
  readonly isScreened?: boolean;
};

/** The file of a document that is shown and sent: the newest archive variant, else the newest of any. */
export const currentObject = (document: Pick<EntryDocument, 'objects'>): DocumentObject | undefined =>
  document.objects.find((object) => object.variant === 'A') ?? document.objects[0];
