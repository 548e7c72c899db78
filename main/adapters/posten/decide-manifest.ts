import { ok } from '../../../domain/basics.ts';
import { serviceBounds } from '../../../domain/limits.ts';
import { hasForbiddenCharacters, titleLength } from '../../../domain/title.ts';
import type { SigningOrder } from '../../ports/signing-service.ts';
import { type Attempt, type Problem, problem } from './attempt.ts';
import type { JobStyle } from './posten-config.ts';
import { type ManifestStyle, messageText, noticesOf, writeManifest } from './write-manifest.ts';

/** Why the service would refuse the job; `facts` carry `number` (the signer's place from 1), `length`, `max`. */
export const manifestRefusals = [
  'organisation-number-shape',
  'reference-too-long',
  'signers-missing',
  'signers-too-many',
  'signer-twice',
  'identity-number-shape',
  'group-out-of-range',
  'contact-missing',
  'contact-email-shape',
  'contact-phone-shape',
  'title-missing',
  'title-too-long',
  'title-characters',
  'nonsensitive-title-too-long',
  'nonsensitive-title-characters',
  'message-too-long',
  'message-characters',
  'document-not-pdf',
  'document-too-large',
  'availability-out-of-range',
  'private-sender-advanced-only',
  'private-sender-level-four-only',
  'private-sender-name-alone',
  'advanced-needs-identity-number',
] as const;
export type ManifestRefusal = (typeof manifestRefusals)[number];

/**
 * `manifest.xml` of a job, or the first thing in it that the service would refuse (docs/rules.md, 8, 9 and 23): both
 * what the XSD says and what only the service's own checks say.
 */
export function decideManifest(
  order: SigningOrder,
  organisation: string,
  jobStyle: JobStyle,
): Attempt<string, ManifestRefusal> {
  const style = styleOf(jobStyle);
  const found =
    styleProblem(style) ??
    textProblem(order, organisation) ??
    jobProblem(order) ??
    signerProblem(order, style);
  return found ? problem(found.code, found.facts) : ok(writeManifest(order, organisation, style));
}

const styleOf = (style: JobStyle): ManifestStyle => {
  const sender = style.sender ?? 'public';
  return {
    sender,
    signatureType:
      style.signatureType ??
      (sender === 'public' ? 'AUTHENTICATED_ELECTRONIC_SIGNATURE' : 'ADVANCED_ELECTRONIC_SIGNATURE'),
    authenticationLevel: style.authenticationLevel ?? 4,
    identifierInSignedDocuments:
      style.identifierInSignedDocuments ?? 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME',
  };
};

function styleProblem(style: ManifestStyle): Problem<ManifestRefusal> | undefined {
  const advanced = style.signatureType === 'ADVANCED_ELECTRONIC_SIGNATURE';
  if (style.sender === 'private') {
    if (!advanced) return { code: 'private-sender-advanced-only' };
    if (style.authenticationLevel !== 4) return { code: 'private-sender-level-four-only' };
    if (style.identifierInSignedDocuments === 'NAME') return { code: 'private-sender-name-alone' };
  } else if (advanced && style.identifierInSignedDocuments !== 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME') {
    return { code: 'advanced-needs-identity-number' };
  }
  return undefined;
}

function textProblem(order: SigningOrder, organisation: string): Problem<ManifestRefusal> | undefined {
  if (!/^\d{9}$/.test(organisation)) return { code: 'organisation-number-shape' };
  if (order.reference.length > 50)
    return { code: 'reference-too-long', facts: { length: order.reference.length, max: 50 } };
  const { maxTitle, maxMessage } = serviceBounds;
  const title = titleLength(order.title);
  if (title === 0) return { code: 'title-missing' };
  if (title > maxTitle) return { code: 'title-too-long', facts: { length: title, max: maxTitle } };
  if (hasForbiddenCharacters(order.title)) return { code: 'title-characters' };
  const open = titleLength(order.nonSensitiveTitle ?? '');
  if (open > maxTitle) return { code: 'nonsensitive-title-too-long', facts: { length: open, max: maxTitle } };
  if (hasForbiddenCharacters(order.nonSensitiveTitle ?? '')) return { code: 'nonsensitive-title-characters' };
  const message = [...messageText(order.message)].length;
  if (message > maxMessage) return { code: 'message-too-long', facts: { length: message, max: maxMessage } };
  return hasForbiddenCharacters(order.message) ? { code: 'message-characters' } : undefined;
}

function jobProblem({ pdf, deadlineDays }: SigningOrder): Problem<ManifestRefusal> | undefined {
  const { maxBytes, maxDeadlineDays } = serviceBounds;
  // Readers take a PDF whose header comes within the first kilobyte.
  if (!Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(pdf.byteLength, 1024)).includes('%PDF-'))
    return { code: 'document-not-pdf' };
  if (pdf.byteLength > maxBytes)
    return { code: 'document-too-large', facts: { length: pdf.byteLength, max: maxBytes } };
  if (!Number.isInteger(deadlineDays) || deadlineDays < 1 || deadlineDays > maxDeadlineDays)
    return { code: 'availability-out-of-range', facts: { length: deadlineDays, max: maxDeadlineDays } };
  return undefined;
}

function signerProblem(
  { signers }: SigningOrder,
  style: ManifestStyle,
): Problem<ManifestRefusal> | undefined {
  const max = serviceBounds.maxRecipients;
  if (signers.length === 0) return { code: 'signers-missing' };
  if (signers.length > max) return { code: 'signers-too-many', facts: { length: signers.length, max } };
  const seen = new Set<string>();
  for (const [position, signer] of signers.entries()) {
    const facts = { number: position + 1 };
    if (!/^\d{11}$/.test(signer.identityNumber)) return { code: 'identity-number-shape', facts };
    if (seen.has(signer.identityNumber)) return { code: 'signer-twice', facts };
    seen.add(signer.identityNumber);
    if (!Number.isInteger(signer.group) || signer.group < 0 || signer.group > 9)
      return { code: 'group-out-of-range', facts };
    const notices = noticesOf(signer, style);
    if (notices === undefined) return { code: 'contact-missing', facts };
    if (notices === 'lookup') continue;
    const { email, phone } = notices;
    if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email))
      return { code: 'contact-email-shape', facts };
    if (phone !== undefined && !/^(\+|00)?\d{8,15}$/.test(phone))
      return { code: 'contact-phone-shape', facts };
  }
  return undefined;
}
