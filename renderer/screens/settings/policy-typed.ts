import { recordOf } from '../../../domain/codes.ts';
import type { SigningPolicy } from '../../../domain/limits.ts';
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
export type NumberField = (typeof numberFields)[number];

/** The policy as it stands in the fields; the size in MB, with the decimal mark of the language. */
export type TypedPolicy = Readonly<Record<NumberField, string>> &
  Pick<SigningPolicy, 'approvalRequired' | 'answersArriveAs' | 'deleteAtService' | 'identityNumberBasis'>;

const MEGABYTE = 1_048_576;

export function policyToTyped(policy: SigningPolicy, language: Language): TypedPolicy {
  const size = String(Math.round((policy.maxBytes / MEGABYTE) * 1000) / 1000);
  return {
    ...recordOf(numberFields, (field) => String(policy[field])),
    maxBytes: language === 'en' ? size : size.replace('.', ','),
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

export function typedToPolicy({
  approvalRequired,
  answersArriveAs,
  deleteAtService,
  identityNumberBasis,
  ...texts
}: TypedPolicy): SigningPolicy | undefined {
  const numbers = recordOf(numberFields, (field) => parseNumber(field, texts[field]) ?? Number.NaN);
  if (identityNumberBasis.trim() === '' || Object.values(numbers).some(Number.isNaN)) return undefined;
  return {
    ...numbers,
    approvalRequired,
    answersArriveAs,
    deleteAtService,
    identityNumberBasis: identityNumberBasis.trim(),
  };
}
