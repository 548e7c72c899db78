import type { Finding } from '../../../domain/findings.ts';

/** Tells findings of one code apart, also those about several parties. */
export const findingKey = ({ code, field, facts }: Finding): string =>
  `${code} ${field} ${JSON.stringify(facts)}`;

export type RecipientPart = 'name' | 'identity' | 'group' | 'firm' | 'firm-number';
/** Which of a recipient's fields the finding is about. */
export function recipientPart(code: string): RecipientPart {
  if (code === 'recipient-name-missing') return 'name';
  if (code === 'firm-name-missing') return 'firm';
  if (code === 'firm-number-wrong') return 'firm-number';
  return code === 'group-out-of-range' ? 'group' : 'identity';
}

/** `2` of `recipients.2`; nothing when the finding is not about one recipient. */
export const recipientPosition = (field: string): number | undefined => {
  const found = /^recipients\.(\d+)$/.exec(field);
  return found ? Number(found[1]) : undefined;
};

export const recipientId = (key: number, part: RecipientPart): string => `dispatch-${part}-${key}`;

/** Id of the element that takes the focus for a finding. `keys`: of the recipients, as they stood when checked. */
export function targetOf(finding: Pick<Finding, 'field' | 'code'>, keys: readonly number[]): string {
  const position = recipientPosition(finding.field);
  const key = position === undefined ? undefined : keys[position];
  if (key !== undefined) return recipientId(key, recipientPart(finding.code));
  const [area = 'entry'] = finding.field.split('.');
  return `dispatch-${area}`;
}
