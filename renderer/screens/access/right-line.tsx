import { Button, Field, Label, Textfield } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { useTexts } from '../../api/session.ts';
import { UnitSelect } from '../../components/unit-select.tsx';

type Line = { readonly unit: string; readonly from: string; readonly to?: string | undefined };
type Props = {
  readonly line: Line;
  readonly removeLabel: string;
  readonly onChange: (part: Partial<Line>) => void;
  readonly onRemove: () => void;
  /** What is given, a role or a code, and the choice of it. */
  readonly label: string;
  readonly children: ReactNode;
};

/** One right as it is given: what, in which unit, from which day and until which. */
export function RightLine({ line, removeLabel, onChange, onRemove, label, children }: Props) {
  const t = useTexts(accessTexts);
  return (
    <div className="access-line">
      <Field>
        <Label>{label}</Label>
        {children}
      </Field>
      <UnitSelect label={t.unit} value={line.unit} onChange={(unit) => onChange({ unit })} />
      <Textfield
        type="date"
        label={t.from}
        value={line.from}
        onChange={(event) => {
          if (event.target.value !== '') onChange({ from: event.target.value });
        }}
      />
      <Textfield
        type="date"
        label={t.to}
        value={line.to ?? ''}
        onChange={(event) => onChange({ to: event.target.value === '' ? undefined : event.target.value })}
      />
      <Button variant="tertiary" data-size="sm" icon aria-label={removeLabel} onClick={onRemove}>
        <TrashIcon aria-hidden />
      </Button>
    </div>
  );
}
