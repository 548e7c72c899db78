import { type IdentityFault, readIdentityNumber } from './identity-number.ts';
import { isOrganisationNumber } from './organisation-number.ts';
import { tidyTitle } from './title.ts';

/** How many one document may be sent to at once, each with a job of their own. */
export const mostListed = 500;

/** One person of a list, as typed. `line`: where in the pasted text or the file, from 1. */
export type ListedPerson = {
  readonly line: number;
  readonly name: string;
  readonly identityNumber: string;
  /** The firm that the person signs for. */
  readonly firm?: string;
  readonly organisationNumber?: string;
};

const faultCodes = {
  'name-missing': 'stop',
  'number-missing': 'stop',
  'number-length': 'stop',
  'number-control': 'stop',
  'number-date': 'stop',
  synthetic: 'stop',
  /** A real number in the training archive. */
  real: 'warning',
  double: 'stop',
  'firm-name-missing': 'stop',
  'firm-number-wrong': 'stop',
  'too-many': 'stop',
} as const;
type ListFaultCode = keyof typeof faultCodes;
/** What is wrong with one line. `first`, of a double: the line that names the same person. */
export type ListFault = {
  readonly code: ListFaultCode;
  readonly severity: 'stop' | 'warning';
  readonly first?: number;
};
export type CheckedPerson = { readonly person: ListedPerson; readonly faults: readonly ListFault[] };

const identityCodes: Readonly<Record<IdentityFault, ListFaultCode>> = {
  missing: 'number-missing',
  'not-eleven-digits': 'number-length',
  'wrong-control': 'number-control',
  'no-such-date': 'number-date',
};
const fault = (code: ListFaultCode, first?: number): ListFault => ({
  code,
  severity: faultCodes[code],
  ...(first !== undefined && { first }),
});

/** Every person of the list with what is wrong with their line. `training`: synthetic persons are wanted, not real ones. */
export function checkRecipientList(
  people: readonly ListedPerson[],
  { training }: { readonly training: boolean },
): readonly CheckedPerson[] {
  const firstWith = new Map<string, number>();
  return people.map((person, position) => {
    const faults: ListFault[] = [];
    if (position >= mostListed) faults.push(fault('too-many'));
    if (tidyTitle(person.name) === '') faults.push(fault('name-missing'));
    const identity = readIdentityNumber(person.identityNumber);
    if (typeof identity === 'string') faults.push(fault(identityCodes[identity]));
    else {
      if (identity.synthetic && !training) faults.push(fault('synthetic'));
      if (!identity.synthetic && training) faults.push(fault('real'));
      const first = firstWith.get(identity.digits);
      if (first !== undefined) faults.push(fault('double', first));
      else firstWith.set(identity.digits, person.line);
    }
    return { person, faults: [...faults, ...firmFaults(person)] };
  });
}

function firmFaults({ firm = '', organisationNumber = '' }: ListedPerson): readonly ListFault[] {
  const number = organisationNumber.replace(/\s/gu, '');
  if (tidyTitle(firm) === '') return number === '' ? [] : [fault('firm-name-missing')];
  return number === '' || isOrganisationNumber(number) ? [] : [fault('firm-number-wrong')];
}

/** Nothing is sent before this is so. */
export const isListSound = (checked: readonly CheckedPerson[]): boolean =>
  checked.length > 0 && checked.every(({ faults }) => faults.every(({ severity }) => severity !== 'stop'));
