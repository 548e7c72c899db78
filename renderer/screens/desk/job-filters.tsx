import { Button, Field, Label, Select } from '@digdir/designsystemet-react';
import type { CalendarDate } from '../../../domain/basics.ts';
import { plusDays } from '../../../domain/calendar.ts';
import { jobList } from '../../../texts/job-list.ts';
import { useSession, useTexts } from '../../api/session.ts';

/** What of a list of jobs is shown; `within`: days from today in which the deadline ends. */
export type JobFilter = { readonly unit: string; readonly caseworker: string; readonly within: string };
export const noFilter: JobFilter = { unit: '', caseworker: '', within: '' };
const isEmpty = (filter: JobFilter) => Object.values(filter).every((value) => value === '');

/** The filter as the list is asked for it. */
export const askedFor = ({ unit, caseworker, within }: JobFilter, today: CalendarDate) => ({
  ...(unit && { adminUnit: unit }),
  ...(caseworker && { caseworker }),
  ...(within && { endsBy: plusDays(today, Number(within)) }),
});

type Props = {
  readonly filter: JobFilter;
  /** Whether deadlines can be asked for: only those that are out have one. */
  readonly hasDeadline: boolean;
  readonly onChange: (filter: JobFilter) => void;
};

export function JobFilters({ filter, hasDeadline, onChange }: Props) {
  const t = useTexts(jobList).filters;
  const { units, users } = useSession();
  return (
    <fieldset className="job-filters" aria-label={t.label}>
      {hasDeadline ? (
        <Choice
          label={t.endsBy}
          value={filter.within}
          all={t.anyTime}
          options={[
            ['0', t.today],
            ['3', t.threeDays],
            ['7', t.week],
          ]}
          onChange={(within) => onChange({ ...filter, within })}
        />
      ) : null}
      <Choice
        label={t.unit}
        value={filter.unit}
        all={t.allUnits}
        options={units.map(({ id, name }) => [id, name])}
        onChange={(unit) => onChange({ ...filter, unit })}
      />
      <Choice
        label={t.caseworker}
        value={filter.caseworker}
        all={t.allCaseworkers}
        options={users.map(({ id, name }) => [id, name])}
        onChange={(caseworker) => onChange({ ...filter, caseworker })}
      />
      {isEmpty(filter) ? null : (
        <Button variant="tertiary" data-size="sm" onClick={() => onChange(noFilter)}>
          {t.clear}
        </Button>
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  /** What stands for no choice. */
  readonly all: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
};
const Choice = ({ label, value, all, options, onChange }: ChoiceProps) => (
  <Field data-size="sm">
    <Label>{label}</Label>
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      <Select.Option value="">{all}</Select.Option>
      {options.map(([id, text]) => (
        <Select.Option key={id} value={id}>
          {text}
        </Select.Option>
      ))}
    </Select>
  </Field>
);
