import { ok } from '../../../domain/basics.ts';
import { serviceBounds } from '../../../domain/limits.ts';
import { hasForbiddenCharacters, tidyTitle, titleLength } from '../../../domain/title.ts';
import type { SignerOrder, SigningOrder } from '../../ports/signing-service.ts';
import { type Attempt, type Problem, problem } from './attempt.ts';
import type { AuthenticationLevel, JobStyle, SignatureType, SignerIdentifier } from './posten-config.ts';

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

export type ManifestSigner = {
  readonly identityNumber: string;
  readonly order: number;
  readonly signatureType: SignatureType;
  /** `lookup`: the service asks the contact and reservation register. */
  readonly notifications: 'lookup' | { readonly email?: string; readonly phone?: string };
  readonly onBehalfOf: 'SELF' | 'OTHER';
};

export type Manifest = {
  readonly organisation: string;
  readonly signers: readonly ManifestSigner[];
  readonly title: string;
  readonly nonSensitiveTitle?: string;
  readonly description?: string;
  readonly document: { readonly title: string; readonly href: string; readonly mime: string };
  readonly authenticationLevel: AuthenticationLevel;
  readonly availableSeconds: number;
  readonly identifier: SignerIdentifier;
};

/** Short and by position: the service takes 4–100 characters, and plain ones need no encoding anywhere. */
export const documentName = '0000_dokument.pdf';

type Style = Required<JobStyle>;

/**
 * The manifest of a job, or the first thing in it that the service would refuse (docs/rules.md, 8,
 * 9 and 23): both what the XSD says and what only the service's own checks say.
 *
 * Three choices are ours. A public sender's signer who signs as himself is always looked up in the register: own
 * contact data with SELF contradicts the documents. One who signs for another is sent OTHER with own contact data;
 * where the order has none he falls back to lookup with SELF and signs as the person he is, because lookup with OTHER
 * is illegal. A private sender has no lookup, so there missing contact data is a refusal.
 */
export function decideManifest(
  order: SigningOrder,
  organisation: string,
  jobStyle: JobStyle,
): Attempt<Manifest, ManifestRefusal> {
  const style = styleOf(jobStyle);
  const found =
    styleProblem(style) ??
    textProblem(order, organisation) ??
    jobProblem(order) ??
    signerProblem(order, style);
  if (found) return problem(found.code, found.facts);
  const nonSensitiveTitle = tidyTitle(order.nonSensitiveTitle ?? '');
  const description = messageText(order.message);
  return ok({
    organisation,
    signers: order.signers.map((signer) => manifestSigner(signer, style)),
    title: tidyTitle(order.title),
    ...(nonSensitiveTitle === '' ? {} : { nonSensitiveTitle }),
    ...(description === '' ? {} : { description }),
    document: { title: tidyTitle(order.title), href: documentName, mime: 'application/pdf' },
    authenticationLevel: style.authenticationLevel,
    availableSeconds: order.availableSeconds,
    identifier: style.identifierInSignedDocuments,
  });
}

const styleOf = (style: JobStyle): Style => {
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

function styleProblem(style: Style): Problem<ManifestRefusal> | undefined {
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

const messageText = (message: string): string => message.normalize('NFC').replace(/\r\n?/g, '\n').trim();

function jobProblem({ pdf, availableSeconds }: SigningOrder): Problem<ManifestRefusal> | undefined {
  const { maxBytes, maxDeadlineDays } = serviceBounds;
  // Readers take a PDF whose header comes within the first kilobyte.
  if (!Buffer.from(pdf.buffer, pdf.byteOffset, Math.min(pdf.byteLength, 1024)).includes('%PDF-'))
    return { code: 'document-not-pdf' };
  if (pdf.byteLength > maxBytes)
    return { code: 'document-too-large', facts: { length: pdf.byteLength, max: maxBytes } };
  const max = maxDeadlineDays * 86_400;
  if (!Number.isInteger(availableSeconds) || availableSeconds < 1 || availableSeconds > max)
    return { code: 'availability-out-of-range', facts: { length: availableSeconds, max } };
  return undefined;
}

function signerProblem({ signers }: SigningOrder, style: Style): Problem<ManifestRefusal> | undefined {
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
    const notifications = notificationsOf(signer, style);
    if (notifications === undefined) return { code: 'contact-missing', facts };
    if (notifications === 'lookup') continue;
    const { email, phone } = notifications;
    if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email))
      return { code: 'contact-email-shape', facts };
    if (phone !== undefined && !/^(\+|00)?\d{8,15}$/.test(phone))
      return { code: 'contact-phone-shape', facts };
  }
  return undefined;
}

function manifestSigner(signer: SignerOrder, style: Style): ManifestSigner {
  const notifications = notificationsOf(signer, style) ?? 'lookup';
  return {
    identityNumber: signer.identityNumber,
    order: signer.group,
    signatureType: style.signatureType,
    notifications,
    onBehalfOf: signer.onBehalfOfOther && notifications !== 'lookup' ? 'OTHER' : 'SELF',
  };
}

function notificationsOf(signer: SignerOrder, style: Style): ManifestSigner['notifications'] | undefined {
  if (style.sender === 'public' && !signer.onBehalfOfOther) return 'lookup';
  const email = signer.contact?.email?.trim() || undefined;
  const phone = signer.contact?.phone?.replace(/[\s()-]/g, '') || undefined;
  if (email === undefined && phone === undefined) return style.sender === 'public' ? 'lookup' : undefined;
  return { email, phone };
}
