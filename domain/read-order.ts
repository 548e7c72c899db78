import { toId } from './basics.ts';
import { isCode } from './codes.ts';
import {
  freshTerms,
  identityPlaces,
  type KeptIdentity,
  type OrderTerms,
  type ShownOrder,
  type ShownRecipient,
} from './dispatch-order.ts';

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const maybeText = (value: unknown): string | undefined => textOf(value) || undefined;

/** An order that was written by an earlier run, perhaps of another version: what fits is kept, the rest is as in `fresh`. */
export function readOrder(value: unknown, fresh: ShownOrder): ShownOrder {
  const order = fieldsOf(value) ?? {};
  const { recipients } = order;
  return {
    ...fresh,
    ...readTerms(order),
    recipients: Array.isArray(recipients)
      ? recipients.flatMap((recipient) => readRecipient(fieldsOf(recipient)))
      : fresh.recipients,
  };
}

/** Given for the files that were shown then: others may have come since, so it is asked for anew. */
const notKept: ReadonlySet<string> = new Set<keyof OrderTerms>(['rightsConfirmed']);

/** The terms that are of the kind they are in a fresh order. */
const readTerms = (order: Fields): Partial<OrderTerms> =>
  Object.fromEntries(
    Object.entries(freshTerms).flatMap(([name, fresh]) =>
      typeof order[name] === typeof fresh && !notKept.has(name) ? [[name, order[name]]] : [],
    ),
  );

/** Typed numbers by their ids; what is no text is left out. */
export const readTyped = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value) ?? {}).flatMap(([id, number]) =>
      typeof number === 'string' ? [[id, number]] : [],
    ),
  );

function readRecipient(fields: Fields | undefined): readonly ShownRecipient[] {
  if (!fields || typeof fields.name !== 'string') return [];
  const partyId = maybeText(fields.partyId);
  const firm = fieldsOf(fields.onBehalfOf);
  return [
    {
      partyId: partyId === undefined ? undefined : toId(partyId),
      name: fields.name,
      identityNumber: textOf(fields.identityNumber),
      keptIdentity: readKept(fieldsOf(fields.keptIdentity)),
      group: typeof fields.group === 'number' ? fields.group : 0,
      onBehalfOf: firm && { name: textOf(firm.name), organisationNumber: maybeText(firm.organisationNumber) },
    },
  ];
}

function readKept(fields: Fields | undefined): KeptIdentity | undefined {
  const from = textOf(fields?.from);
  const id = textOf(fields?.id);
  return fields && id !== '' && isCode(identityPlaces, from)
    ? { from, id, masked: textOf(fields.masked) }
    : undefined;
}
