import { Field, Label, Select } from '@digdir/designsystemet-react';

type Props<Code extends string | number> = {
  readonly label: string;
  readonly value: Code;
  readonly names: Readonly<Record<Code, string>>;
  /** In the order they are shown. */
  readonly offered: readonly Code[];
  readonly onChoose: (code: Code) => void;
};

/** One code out of a few, by its name. */
export function CodeSelect<Code extends string | number>({
  label,
  value,
  names,
  offered,
  onChoose,
}: Props<Code>) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={String(value)}
        onChange={(event) => {
          const chosen = offered.find((code) => String(code) === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {offered.map((code) => (
          <Select.Option key={code} value={String(code)}>
            {names[code]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
