import { Button, Input, Table } from '@digdir/designsystemet-react';
import type { CheckedPerson, ListedPerson } from '../../../domain/recipient-list.ts';
import { mailingTexts } from '../../../texts/mailing.ts';
import { useTexts } from '../../api/session.ts';

type Props = {
  readonly checked: readonly CheckedPerson[];
  readonly onChange: (line: number, part: Partial<ListedPerson>) => void;
  readonly onRemove: (line: number) => void;
};
type Field = 'name' | 'identityNumber' | 'firm' | 'organisationNumber';

/** Every person of the list, with what is wrong beside the line that it is wrong with. */
export function ListTable({ checked, onChange, onRemove }: Props) {
  const t = useTexts(mailingTexts).table;
  const firms = checked.some(({ person }) => person.firm || person.organisationNumber);
  const labels: Readonly<Record<Field, string>> = {
    name: t.name,
    identityNumber: t.number,
    firm: t.firm,
    organisationNumber: t.organisation,
  };
  const fields: readonly Field[] = firms
    ? ['name', 'identityNumber', 'firm', 'organisationNumber']
    : ['name', 'identityNumber'];
  return (
    <div className="mailing-scroll">
      <Table data-size="sm" className="mailing-table">
        <caption className="ds-sr-only">{t.caption}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t.line}</Table.HeaderCell>
            {fields.map((field) => (
              <Table.HeaderCell key={field}>{labels[field]}</Table.HeaderCell>
            ))}
            <Table.HeaderCell>{t.check}</Table.HeaderCell>
            <Table.HeaderCell>
              <span className="ds-sr-only">{t.remove}</span>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {checked.map(({ person, faults }) => {
            const stopped = faults.some(({ severity }) => severity === 'stop');
            return (
              <Table.Row key={person.line} data-stopped={stopped || undefined}>
                <Table.Cell>{person.line}</Table.Cell>
                {fields.map((field) => (
                  <Table.Cell key={field}>
                    <Input
                      data-size="sm"
                      aria-label={t.of(labels[field], person.line)}
                      aria-describedby={`mailing-faults-${person.line}`}
                      aria-invalid={(stopped && field === 'identityNumber') || undefined}
                      value={person[field] ?? ''}
                      onChange={(event) => onChange(person.line, { [field]: event.target.value })}
                    />
                  </Table.Cell>
                ))}
                <Table.Cell id={`mailing-faults-${person.line}`}>
                  <Faults faults={faults} />
                </Table.Cell>
                <Table.Cell>
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t.removeLine(person.line, person.name)}
                    onClick={() => onRemove(person.line)}
                  >
                    {t.remove}
                  </Button>
                </Table.Cell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </div>
  );
}

function Faults({ faults }: Pick<CheckedPerson, 'faults'>) {
  const t = useTexts(mailingTexts);
  if (faults.length === 0) return t.table.good;
  return (
    <ul className="mailing-faults">
      {faults.map((fault) => (
        <li key={fault.code} data-severity={fault.severity}>
          {fault.severity === 'warning' && `${t.warning}: `}
          {t.faults[fault.code](fault)}
        </li>
      ))}
    </ul>
  );
}
