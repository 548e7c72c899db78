import { Button, Field, Label, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { formatDate } from '../../../texts/format.ts';
import { useTexts } from '../../api/session.ts';
import { UnitSelect } from '../../components/unit-select.tsx';

type Line = { readonly unit: string; readonly from: string; readonly to?: string | undefined };
type Props = {
  readonly line: Line;
  /** Where it may be given. */
  readonly units: readonly string[];
  /** All of it in words: `Leder, Helse`. */
  readonly text: string;
  /** It may be neither changed nor taken away by this person. */
  readonly fixed: boolean;
  readonly onChange: (part: Partial<Line>) => void;
  readonly onRemove: () => void;
  /** What is given, a role or a code, and the choice of it. */
  readonly label: string;
  readonly children: ReactNode;
};

/** One right as it is given: what, in which unit, from which day and until which. */
export function RightLine({ line, units, text, fixed, onChange, onRemove, label, children }: Props) {
  const t = useTexts(accessTexts);
  if (fixed)
    return (
      <Paragraph>
        {text}, {t.since(formatDate(line.from))}
        {line.to === undefined ? '' : ` ${t.until(formatDate(line.to))}`}
      </Paragraph>
    );
  return (
    <div className="access-line">
      <Field>
        <Label>{label}</Label>
        {children}
      </Field>
      <UnitSelect label={t.unit} value={line.unit} among={units} onChange={(unit) => onChange({ unit })} />
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
      <Button variant="tertiary" data-size="sm" icon aria-label={t.removeLine(text)} onClick={onRemove}>
        <TrashIcon aria-hidden />
      </Button>
    </div>
  );
}
