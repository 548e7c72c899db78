import { coded, type FactsParameter } from './facts.ts';
import type { Refusal, RefusalCode, RefusalFacts } from './refusals.ts';

declare const kind: unique symbol;
/** A text of one kind, which no other text can stand in for. Only what has looked at a text gives it its kind. */
export type Branded<Kind extends string> = string & { readonly [kind]: Kind };
/** A UUID that cannot be mistaken for the id of something else. */
export type Id<Kind extends string> = Branded<Kind>;
export type CaseId = Id<'case'>;
export type EntryId = Id<'entry'>;
export type DocumentId = Id<'document'>;
export type DocumentObjectId = Id<'document-object'>;
export type PartyId = Id<'party'>;
export type JobId = Id<'job'>;
export type SignerId = Id<'signer'>;
export type AnswerId = Id<'answer'>;
export type UserId = Id<'user'>;
export type ClassId = Id<'class'>;
export type UnitId = Id<'unit'>;
/** A short code of the municipality's own list, `UO`. */
export type AccessCodeId = Id<'access-code'>;
export type LegalBasisId = Id<'legal-basis'>;
export type AccessGroupId = Id<'access-group'>;
export type DeputyshipId = Id<'deputyship'>;
export type TakeOverId = Id<'take-over'>;
/** Gives an id that came as text its kind; whether it names anything is found out by looking it up. */
export const toId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>;

/** A point in time: ISO 8601 in UTC with milliseconds, `2026-11-20T10:00:00.000Z`. Sorts as text. */
export type Instant = `${number}-${number}-${number}T${string}Z`;
/** A calendar date: `2026-11-20`. */
export type CalendarDate = `${number}-${number}-${number}`;
/** SHA-256 of a file's bytes in lower-case hexadecimal; the name under which the bytes are kept. */
export type Sha256 = Branded<'sha256'>;
export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);
/** Throws a RangeError for what is not 64 digits. */
export function toSha256(text: string): Sha256 {
  if (!isSha256(text)) throw new RangeError(`no SHA-256: ${text}`);
  return text;
}

export type Result<T, Code extends RefusalCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
/** `refuse('case-closed', { case })`: a code, and the facts that its sentence needs. */
export const refuse = <Code extends RefusalCode>(
  code: Code,
  ...[facts]: FactsParameter<RefusalFacts, Code>
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: coded<RefusalFacts, Code>(code, facts),
});
