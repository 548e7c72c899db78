import { tidyTitle } from '../../../domain/title.ts';
import type { SignerOrder, SigningOrder } from '../../ports/signing-service.ts';
import type { JobStyle } from './posten-config.ts';
import { apiNamespace, xmlAttribute, xmlDeclaration, xmlElement } from './write-xml.ts';

/** How a job looks to the signer, nothing left to a default. */
export type ManifestStyle = Required<JobStyle>;

/** Name of the document in the bundle. Short and plain: the service takes 4–100 characters, and plain ones need no encoding. */
export const documentName = '0000_dokument.pdf';

/** `manifest.xml` of the bundle; the order of elements is the schema's. */
export function writeManifest(order: SigningOrder, organisation: string, style: ManifestStyle): string {
  const title = xmlElement('title', tidyTitle(order.title));
  return (
    `${xmlDeclaration}<portal-signature-job-manifest xmlns="${apiNamespace}">` +
    `<signers>${order.signers.map((signer) => signerXml(signer, style)).join('')}</signers>` +
    `<sender>${xmlElement('organization-number', organisation)}</sender>` +
    title +
    xmlElement('nonsensitive-title', tidyTitle(order.nonSensitiveTitle ?? '') || undefined) +
    xmlElement('description', messageText(order.message) || undefined) +
    `<documents><document href="${documentName}" mime="application/pdf">${title}</document></documents>` +
    xmlElement('required-authentication', style.authenticationLevel) +
    `<availability>${xmlElement('available-seconds', order.deadlineDays * 86_400)}</availability>` +
    xmlElement('identifier-in-signed-documents', style.identifierInSignedDocuments) +
    '</portal-signature-job-manifest>'
  );
}

/** The message as the service takes it: composed characters, line feeds alone, nothing at its ends. */
export const messageText = (message: string): string =>
  message.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** `lookup`: the service asks the contact and reservation register. */
type Notices = 'lookup' | { readonly email?: string; readonly phone?: string };

/**
 * How a signer is told; `undefined` where nobody could tell him. Three choices are ours. A public sender's signer who
 * signs as himself is always looked up in the register: own contact data with SELF contradicts the documents. One who
 * signs for another is sent OTHER with own contact data; where the order has none he falls back to lookup with SELF and
 * signs as the person he is, because lookup with OTHER is illegal. A private sender has no lookup, so there missing
 * contact data is a refusal.
 */
export function noticesOf(signer: SignerOrder, style: ManifestStyle): Notices | undefined {
  if (style.sender === 'public' && signer.onBehalfOf === undefined) return 'lookup';
  const email = signer.contact?.email?.trim() || undefined;
  const phone = signer.contact?.phone?.replace(/[\s()-]/g, '') || undefined;
  if (email === undefined && phone === undefined) return style.sender === 'public' ? 'lookup' : undefined;
  return { email, phone };
}

function signerXml(signer: SignerOrder, style: ManifestStyle): string {
  const notices = noticesOf(signer, style) ?? 'lookup';
  const forAnother = signer.onBehalfOf !== undefined && notices !== 'lookup';
  return (
    `<signer order="${signer.group}">` +
    xmlElement('personal-identification-number', signer.identityNumber) +
    xmlElement('signature-type', style.signatureType) +
    noticesXml(notices) +
    xmlElement('on-behalf-of', forAnother ? 'OTHER' : 'SELF') +
    '</signer>'
  );
}

function noticesXml(notices: Notices): string {
  if (notices === 'lookup') return '<notifications-using-lookup><email/><sms/></notifications-using-lookup>';
  const { email, phone } = notices;
  return (
    '<notifications>' +
    (email === undefined ? '' : `<email address="${xmlAttribute(email)}"/>`) +
    (phone === undefined ? '' : `<sms number="${xmlAttribute(phone)}"/>`) +
    '</notifications>'
  );
}

/** The first part of the create call. */
export const writeJobRequest = (request: { readonly reference: string; readonly queue: string }): string =>
  `${xmlDeclaration}<portal-signature-job-request xmlns="${apiNamespace}">` +
  `${xmlElement('reference', request.reference)}${xmlElement('polling-queue', request.queue)}` +
  '</portal-signature-job-request>';
