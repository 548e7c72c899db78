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
  /** Of a public variant: the file it was made of. */
  readonly madeFrom?: DocumentObjectId;
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

/**
 * The file of a document that is shown and sent: the newest archive variant, else the newest production format. Never a
 * public variant, which is not what was decided.
 */
export const currentObject = (document: Pick<EntryDocument, 'objects'>): DocumentObject | undefined =>
  document.objects.find(({ variant }) => variant === 'A') ??
  document.objects.find(({ variant }) => variant === 'P');

/**
 * The newest public variant, for those who may not see the document itself. `outdated`: it was made of a file that is
 * no longer the current one, so that it may lack what is new.
 */
export function publicVariant(
  document: Pick<EntryDocument, 'objects'>,
): { readonly object: DocumentObject; readonly outdated: boolean } | undefined {
  const object = document.objects.find(({ variant }) => variant === 'O');
  return object && { object, outdated: object.madeFrom !== currentObject(document)?.id };
}

/** The next version number. Public variants are counted by themselves. */
export const nextVersion = ({ objects }: Pick<EntryDocument, 'objects'>, of: 'original' | 'public'): number =>
  1 +
  Math.max(
    0,
    ...objects.filter(({ variant }) => (variant === 'O') === (of === 'public')).map(({ version }) => version),
  );
