import type { Manifest, ManifestSigner } from './decide-manifest.ts';
import { apiNamespace, xmlAttribute, xmlDeclaration, xmlElement } from './write-xml.ts';

/** `manifest.xml` of the bundle; the order of elements is the schema's. */
export const writeManifest = (manifest: Manifest): string =>
  `${xmlDeclaration}<portal-signature-job-manifest xmlns="${apiNamespace}">` +
  `<signers>${manifest.signers.map(signerXml).join('')}</signers>` +
  `<sender>${xmlElement('organization-number', manifest.organisation)}</sender>` +
  xmlElement('title', manifest.title) +
  xmlElement('nonsensitive-title', manifest.nonSensitiveTitle) +
  xmlElement('description', manifest.description) +
  `<documents><document href="${xmlAttribute(manifest.document.href)}" mime="${xmlAttribute(manifest.document.mime)}">` +
  `${xmlElement('title', manifest.document.title)}</document></documents>` +
  xmlElement('required-authentication', manifest.authenticationLevel) +
  `<availability>${xmlElement('available-seconds', manifest.availableSeconds)}</availability>` +
  xmlElement('identifier-in-signed-documents', manifest.identifier) +
  '</portal-signature-job-manifest>';

const signerXml = (signer: ManifestSigner): string =>
  `<signer order="${signer.order}">` +
  xmlElement('personal-identification-number', signer.identityNumber) +
  xmlElement('signature-type', signer.signatureType) +
  notificationsXml(signer.notifications) +
  xmlElement('on-behalf-of', signer.onBehalfOf) +
  '</signer>';

function notificationsXml(notifications: ManifestSigner['notifications']): string {
  if (notifications === 'lookup')
    return '<notifications-using-lookup><email/><sms/></notifications-using-lookup>';
  const { email, phone } = notifications;
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
