import type { Screening } from '../../../domain/screening.ts';
import type { InputOf } from '../../../preload/contract/contract.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { type ScreeningForm, screeningFromForm, screeningToForm } from '../../components/screening-form.ts';

/** What the clerk may type about an entry; `screening.accessCode` is empty when it is not screened. */
export type EntryForm = {
  readonly title: string;
  readonly publicTitle: string;
  readonly nonSensitiveTitle: string;
  readonly documentDate: string;
  readonly dueOn: string;
  readonly caseworkerId: string;
  readonly screening: ScreeningForm;
};
export type FormField = keyof EntryForm;
export const formFields: readonly FormField[] = [
  'title',
  'publicTitle',
  'nonSensitiveTitle',
  'documentDate',
  'dueOn',
  'caseworkerId',
  'screening',
];

export const toForm = (entry: EntryView): EntryForm => ({
  title: entry.title,
  publicTitle: entry.publicTitle ?? '',
  nonSensitiveTitle: entry.nonSensitiveTitle ?? '',
  documentDate: entry.documentDate ?? '',
  dueOn: entry.dueOn ?? '',
  caseworkerId: entry.caseworkerId,
  screening: screeningToForm(entry.screening),
});

const same = (a: EntryForm[FormField], b: EntryForm[FormField]): boolean =>
  JSON.stringify(normal(a)) === JSON.stringify(normal(b));
/** Leftovers of a screening that was taken away do not count as a change. */
const normal = (value: EntryForm[FormField]) =>
  typeof value === 'string'
    ? value
    : value.accessCode === ''
      ? ''
      : [
          value.accessCode,
          value.legalBasis,
          value.hidesTitle,
          value.hidesParties,
          value.hidesDocuments,
          value.accessGroup,
          value.endsOn,
        ];

export const changedFields = (before: EntryForm, after: EntryForm): readonly FormField[] =>
  formFields.filter((field) => !same(before[field], after[field]));

/** Those fields alone. */
function pick(form: EntryForm, fields: readonly FormField[]): Partial<EntryForm> {
  const picked: { -readonly [Field in FormField]?: EntryForm[Field] } = {};
  const take = <Field extends FormField>(field: Field) => {
    picked[field] = form[field];
  };
  for (const field of fields) take(field);
  return picked;
}

type Change = InputOf<'entries.change'>;

/** Only what was changed is sent, so that a clerk never undoes another's work in a field not touched. */
export function toChange(entryId: string, revision: number, before: EntryForm, after: EntryForm): Change {
  const { screening, ...texts } = pick(after, changedFields(before, after));
  return {
    entryId,
    revision,
    ...texts,
    ...(screening && { screening: toScreening(screening) }),
  };
}

/** The contract takes the screening away with null, as JSON has no other word for it. */
const toScreening = (form: ScreeningForm): Screening | null => screeningFromForm(form) ?? null;

/**
 * Someone else saved first. What I typed stays; a field I did not touch takes the newer value; `clashes` are the fields
 * both of us changed to something different.
 */
export function mergeNewer(
  opened: EntryForm,
  mine: EntryForm,
  newer: EntryForm,
): { readonly form: EntryForm; readonly clashes: readonly FormField[] } {
  const touched = new Set(changedFields(opened, mine));
  const form = { ...newer, ...pick(mine, [...touched]) };
  const clashes = formFields.filter(
    (field) => touched.has(field) && !same(opened[field], newer[field]) && !same(mine[field], newer[field]),
  );
  return { form, clashes };
}
