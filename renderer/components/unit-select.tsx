import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';
import { isUnitOpen } from '../../domain/access/admin-unit.ts';
import { useSession } from '../api/session.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Only these are offered, besides what stands. */
  readonly among?: readonly string[];
  readonly onChange: (unitId: string) => void;
};

/** A unit of the tree; those that are closed are offered only where one of them stands. */
export function UnitSelect({ label, value, error, among, onChange }: Props) {
  const { units, today } = useSession();
  const offered = units.filter(
    (unit) => unit.id === value || (isUnitOpen(unit, today) && (among?.includes(unit.id) ?? true)),
  );
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        aria-invalid={error !== undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {offered.some((unit) => unit.id === value) ? null : <Select.Option value="" />}
        {offered.map((unit) => (
          <Select.Option key={unit.id} value={unit.id}>
            {unit.name}
          </Select.Option>
        ))}
      </Select>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}
