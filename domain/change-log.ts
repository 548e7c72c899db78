import type { Instant } from './basics.ts';

export const logSubjects = ['case', 'entry', 'document', 'job', 'answer', 'policy', 'user'] as const;
export type LogSubject = (typeof logSubjects)[number];

/** One row of the endringslogg. Blank values are written `(tom)`, since the export may hold no empty element. */
export type LogRow = {
  readonly subject: LogSubject;
  readonly subjectId: string;
  /** Title of the entry or document the row is about, when it is read for a list. */
  readonly subjectTitle?: string;
  /** Metadata name as Noark spells it, or our own word for what Noark has no field for, e.g. `signeringsoppdrag`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  readonly at: Instant;
  readonly by: string;
};

export const blank = '(tom)';
export const shown = (value: string | number | boolean | undefined): string =>
  value === undefined || value === '' ? blank : String(value);
