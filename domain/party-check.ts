import type { Recipient } from './dispatch-order.ts';
import { type KnownParty, partiesNotSentTo } from './dispatched-parties.ts';
import { type Finding, type FindingField, stop } from './findings.ts';
import { isOrganisationNumber } from './organisation-number.ts';
import { tidyTitle } from './title.ts';

/** The journal names the firm from now on, so it is held to what a party is held to. */
export function checkFirm(
  { onBehalfOf }: Recipient,
  field: FindingField,
  who: { readonly name: string; readonly number: number },
): readonly Finding[] {
  if (!onBehalfOf) return [];
  const firm = tidyTitle(onBehalfOf.name);
  if (firm === '') return [stop('firm-name-missing', field, who)];
  const number = onBehalfOf.organisationNumber?.replace(/\s/gu, '') ?? '';
  return number === '' || isOrganisationNumber(number)
    ? []
    : [stop('firm-number-wrong', field, { ...who, firm })];
}

/** Who stands as a recipient in the journal without being sent to would be named there for good. */
export const checkParties = (
  recipients: readonly Recipient[],
  parties: readonly KnownParty[],
): readonly Finding[] =>
  // Without any recipient that is what must be said, not that nobody gets it.
  recipients.length === 0
    ? []
    : partiesNotSentTo(parties, recipients).map(({ id, name }) =>
        stop('party-not-sent-to', 'recipients', { party: id, name }),
      );
