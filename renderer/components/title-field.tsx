import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { titleLength } from '../../domain/title.ts';
import { entryTexts } from '../../texts/entry.ts';
import { useTexts } from '../api/session.ts';

type Props = {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly readOnly?: boolean;
  readonly counted?: boolean;
  readonly max?: number;
  readonly error?: string;
  readonly onChange: (value: string) => void;
};

/** A title with its length counted as the service counts it. Nothing typed is cut; too much is said. */
export function TitleField({
  label,
  help,
  value,
  readOnly = false,
  counted = true,
  max = 80,
  error,
  onChange,
}: Props) {
  const t = useTexts(entryTexts).edit;
  const length = titleLength(value);
  const over = counted && length > max;
  return (
    <Field>
      <Label>{label}</Label>
      {help && <Field.Description>{help}</Field.Description>}
      <Input
        value={value}
        readOnly={readOnly}
        aria-invalid={over || error !== undefined || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {counted && (
        <p className={over ? 'entry-count entry-count-over' : 'entry-count'}>
          {t.counter(length, max)}
          {over && `: ${t.over(length - max)}`}
        </p>
      )}
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
