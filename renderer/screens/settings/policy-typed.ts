import type { DocumentType } from '../../../domain/code-lists.ts';
import { recordOf } from '../../../domain/codes.ts';
import type { DeadlineLimits, SigningPolicy } from '../../../domain/limits.ts';
import type { Language } from '../../../domain/preferences.ts';

export const numberFields = [
  'maxTitle',
  'maxMessage',
  'maxBytes',
  'maxRecipients',
  'defaultDeadlineDays',
  'minDeadlineDays',
  'maxDeadlineDays',
  'lookingLogMonths',
  'renewWithinMonths',
] as const;
/** Types that a document to be signed may have; the others are what comes back. */
export const sentTypes = [
  'brev',
  'kontrakt',
  'rundskriv',
  'faktura',
  'ordrebekreftelse',
] as const satisfies readonly DocumentType[];
export type SentType = (typeof sentTypes)[number];
export const deadlineFields = ['defaultDeadlineDays', 'minDeadlineDays', 'maxDeadlineDays'] as const;
/** Days as typed; all three empty: the general ones count. */
export type TypedDeadlines = Readonly<Record<(typeof deadlineFields)[number], string>>;

export type NumberField = (typeof numberFields)[number];

/** The policy as it stands in the fields; the size in MB, with the decimal mark of the language. */
export type TypedPolicy = Readonly<Record<NumberField, string>> & {
  readonly deadlinesByType: Readonly<Record<SentType, TypedDeadlines>>;
} & Pick<SigningPolicy, 'approvalRequired' | 'answersArriveAs' | 'deleteAtService' | 'identityNumberBasis'>;

const MEGABYTE = 1_048_576;

export function policyToTyped(policy: SigningPolicy, language: Language): TypedPolicy {
  const size = String(Math.round((policy.maxBytes / MEGABYTE) * 1000) / 1000);
  return {
    ...recordOf(numberFields, (field) => String(policy[field])),
    maxBytes: language === 'en' ? size : size.replace('.', ','),
    deadlinesByType: recordOf(sentTypes, (type) =>
      recordOf(deadlineFields, (field) => String(policy.deadlinesByType[type]?.[field] ?? '')),
    ),
    approvalRequired: policy.approvalRequired,
    answersArriveAs: policy.answersArriveAs,
    deleteAtService: policy.deleteAtService,
    identityNumberBasis: policy.identityNumberBasis,
  };
}

/** Bytes for the size, else a whole number; nothing when it is not one. */
export function parseNumber(field: NumberField, typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.');
  if (field === 'maxBytes')
    return /^\d{1,4}(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * MEGABYTE) : undefined;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

/** The limits of one type; `empty` where none are set, nothing where they are not three numbers. */
export function parseDeadlines(typed: TypedDeadlines): DeadlineLimits | 'empty' | undefined {
  if (deadlineFields.every((field) => typed[field].trim() === '')) return 'empty';
  const days = recordOf(deadlineFields, (field) => parseNumber(field, typed[field]) ?? Number.NaN);
  return Object.values(days).some(Number.isNaN) ? undefined : days;
}

export function typedToPolicy({
  deadlinesByType,
  approvalRequired,
  answersArriveAs,
  deleteAtService,
  identityNumberBasis,
  ...texts
}: TypedPolicy): SigningPolicy | undefined {
  const numbers = recordOf(numberFields, (field) => parseNumber(field, texts[field]) ?? Number.NaN);
  if (identityNumberBasis.trim() === '' || Object.values(numbers).some(Number.isNaN)) return undefined;
  const read = sentTypes.map((type) => [type, parseDeadlines(deadlinesByType[type])] as const);
  if (read.some(([, days]) => days === undefined)) return undefined;
  return {
    ...numbers,
    deadlinesByType: Object.fromEntries(read.filter(([, days]) => days !== 'empty')),
    approvalRequired,
    answersArriveAs,
    deleteAtService,
    identityNumberBasis: identityNumberBasis.trim(),
  };
}
