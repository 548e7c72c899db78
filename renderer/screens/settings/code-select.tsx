import { Field, Label, Select } from '@digdir/designsystemet-react';

type Props<Code extends string | number> = {
  readonly label: string;
  readonly value: Code;
  /** In the order they are offered. */
  readonly names: Readonly<Record<Code, string>>;
  /** All unless told otherwise. */
  readonly offered?: readonly Code[];
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
  const codes = Object.keys(names);
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={String(value)}
        onChange={(event) => {
          const chosen = event.target.value;
          // A key of `names` as text; a number among them is made one again.
          if (codes.includes(chosen)) onChoose((typeof value === 'number' ? Number(chosen) : chosen) as Code);
        }}
      >
        {Object.entries<string>(names)
          .filter(([code]) => offered === undefined || offered.some((one) => String(one) === code))
          .map(([code, name]) => (
            <Select.Option key={code} value={code}>
              {name}
            </Select.Option>
          ))}
      </Select>
    </Field>
  );
}
