import type { Shown, WithSight } from '../../../domain/access/shown.ts';
import {
  currentObject,
  type DocumentObject,
  type EntryDocument,
  type Party,
  publicVariant,
} from '../../../domain/documents.ts';
import { maskedIdentityNumber } from '../../../domain/identity-digits.ts';
import type { EntryDocumentView, PartyView } from '../../../preload/contract/views.ts';

/** `open` opens a sealed identity number, or gives `undefined` when the key is gone. */
export async function partyView(
  party: Shown<WithSight<Party>>,
  sealed: Uint8Array | undefined,
  open: (sealed: Uint8Array) => Promise<string | undefined>,
): Promise<PartyView> {
  const digits = sealed && !party.withheld && (await open(sealed));
  return { ...party, maskedIdentity: digits ? maskedIdentityNumber(digits) : undefined };
}

export const documentView = (document: Shown<WithSight<EntryDocument>>): EntryDocumentView => {
  const current = currentObject(document);
  const variant = publicVariant(document);
  return {
    id: document.id,
    role: document.role,
    number: document.number,
    title: document.title,
    type: document.type,
    finished: document.status === 'F',
    isScreened: document.isScreened,
    withheld: document.withheld,
    createdAt: document.createdAt,
    createdBy: document.createdBy,
    current: current && objectView(current),
    publicVariant: variant && {
      // What it was made of is not told to those who may not see it.
      outdated: variant.outdated && !document.withheld,
      object: objectView(variant.object),
    },
    objects: document.objects.map(objectView),
  };
};

export const objectView = (object: DocumentObject): EntryDocumentView['objects'][number] => ({
  ...object,
  signature: object.signature,
  url: `/files/object/${object.id}`,
});
