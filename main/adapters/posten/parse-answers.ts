import type { Instant } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import type { SignerState } from '../../../domain/signing-job.ts';
import type { Accepted, JobChange, SignerChange } from '../../ports/signing-service.ts';
import { parseXml, UnreadableXml, type XmlNode } from './parse-xml.ts';
import { apiNamespace } from './write-xml.ts';

// The service asks its clients not to hold answers against the schema: only what is needed is looked for, and what
// is new is passed over (docs/rules.md, 20).

/** Throws {@link UnreadableXml}. */
export function parseCreated(bytes: Uint8Array): Accepted {
  const root = rootNamed(bytes, 'portal-signature-job-response');
  return {
    serviceJobId: required(root, 'signature-job-id'),
    cancellationUrl: optional(root, 'cancellation-url'),
  };
}

/** Throws {@link UnreadableXml}. */
export function parseStatusChange(bytes: Uint8Array): JobChange {
  const root = rootNamed(bytes, 'portal-signature-job-status-change-response');
  const signatures = child(root, 'signatures');
  const word = required(root, 'status');
  const status = Object.hasOwn(jobStatuses, word) ? jobStatuses[word] : undefined;
  if (!status) throw new UnreadableXml(`unknown job status ${word.slice(0, 40)}`);
  const optionals = {
    reference: optional(root, 'reference'),
    cancellationUrl: optional(root, 'cancellation-url'),
    deleteDocumentsUrl: optional(root, 'delete-documents-url'),
    padesUrl: signatures && optional(signatures, 'pades-url'),
  };
  return {
    serviceJobId: required(root, 'signature-job-id'),
    status,
    confirmationUrl: required(root, 'confirmation-url'),
    signers: (signatures ? children(signatures, 'signature') : []).map(parseSignature),
    ...optionals,
  };
}

function parseSignature(node: XmlNode): SignerChange {
  const status = child(node, 'status');
  if (!status) throw new UnreadableXml('signature without status');
  const identifier = child(node, 'identifier');
  const contact = identifier && {
    email: child(identifier, 'email')?.attributes.address,
    phone: child(identifier, 'sms')?.attributes.number,
  };
  const optionals = {
    identityNumber: optional(node, 'personal-identification-number'),
    contact,
    xadesUrl: optional(node, 'xades-url'),
  };
  return {
    state: Object.hasOwn(signerStates, status.text) ? (signerStates[status.text] ?? 'unknown') : 'unknown',
    serviceState: status.text.slice(0, 100),
    since: instant(status.attributes.since),
    ...optionals,
  };
}

export type ServiceError = { readonly code: string; readonly message: string };

/** The service's error document, or undefined where the bytes are anything else. Never throws. */
export function parseError(bytes: Uint8Array): ServiceError | undefined {
  try {
    const root = rootNamed(bytes, 'error');
    const code = optional(root, 'error-code');
    return code === undefined
      ? undefined
      : { code: code.slice(0, 100), message: optional(root, 'error-message') ?? '' };
  } catch {
    return undefined;
  }
}

const jobStatuses: Readonly<Record<string, JobChange['status']>> = {
  IN_PROGRESS: 'inProgress',
  COMPLETED_SUCCESSFULLY: 'completed',
  FAILED: 'failed',
};

const signerStates: Readonly<Record<string, SignerState>> = {
  WAITING: 'waiting',
  SIGNED: 'signed',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  RESERVED: 'reserved',
  CONTACT_INFORMATION_MISSING: 'contactInformationMissing',
  BLOCKED: 'blocked',
  SIGNERS_NAME_NOT_AVAILABLE: 'nameNotAvailable',
  NOT_APPLICABLE: 'notApplicable',
};

/** ISO 8601 with an offset and possibly a Java zone in brackets, as {@link Instant}. */
export function parseInstant(text: string | undefined): Instant | undefined {
  const plain = text?.trim().replace(/\[[^\]]*\]$/, '');
  if (plain === undefined || !/^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(plain)) return undefined;
  const time = Date.parse(plain);
  return Number.isNaN(time) ? undefined : toInstant(time);
}

function instant(text: string | undefined): Instant {
  const found = parseInstant(text);
  if (found === undefined) throw new UnreadableXml('a status without a time');
  return found;
}

function rootNamed(bytes: Uint8Array, name: string): XmlNode {
  const root = parseXml(bytes);
  if (root.namespace !== apiNamespace || root.name !== name)
    throw new UnreadableXml(`<${root.name.slice(0, 60)}> where <${name}> was expected`);
  return root;
}

const children = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.filter((candidate) => candidate.namespace === apiNamespace && candidate.name === name);
const child = (node: XmlNode, name: string): XmlNode | undefined => children(node, name)[0];
const optional = (node: XmlNode, name: string): string | undefined => child(node, name)?.text || undefined;

function required(node: XmlNode, name: string): string {
  const text = optional(node, name);
  if (text === undefined) throw new UnreadableXml(`<${name}> is missing`);
  return text;
}
