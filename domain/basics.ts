declare const kind: unique symbol;
/** A UUID that cannot be mistaken for the id of something else. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };
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
/** Gives an id that came as text its kind; whether it names anything is found out by looking it up. */
export const toId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>;

/** A point in time: ISO 8601 in UTC with milliseconds, `2026-11-20T10:00:00.000Z`. Sorts as text. */
export type Instant = string;
/** A calendar date: `2026-11-20`. */
export type CalendarDate = string;
/** SHA-256 of a file's bytes in lower-case hexadecimal; the name under which the bytes are kept. */
export type Sha256 = string;

/** What a sentence about a refusal or finding needs to be concrete: names, numbers, dates. */
export type Facts = Readonly<Record<string, string | number>>;

export type Refusal<Code extends string = string> = { readonly code: Code; readonly facts?: Facts };
export type Result<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refuse = <Code extends string>(
  code: Code,
  facts?: Facts,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
});
