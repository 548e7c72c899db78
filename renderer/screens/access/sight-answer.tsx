import { Card, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';

type Answer = OutputOf<'access.explain'>;
type Person = Answer['people'][number];

/** What one user sees of it and may do to it, and why not; then everybody. */
export function SightAnswer({ userId, answer }: { readonly userId: string; readonly answer: Answer }) {
  const t = useTexts(accessTexts);
  const { users } = useSession();
  const reasonOf = useReason();
  const { thing, people } = answer;
  const { screening } = thing;
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? id;
  const person = people.find((one) => one.userId === userId);
  const unitName = useUnitName();
  const hidden = [
    screening?.hidesTitle ? [t.hides.title] : [],
    screening?.hidesParties ? [t.hides.parties] : [],
    screening?.hidesDocuments ? [t.hides.documents] : [],
  ].flat();
  const may = person?.acts.filter(({ refusal }) => refusal === undefined) ?? [];
  const mayNot = person?.acts.filter(({ refusal }) => refusal !== undefined) ?? [];
  return (
    <>
      <Card className="access-answer" data-color="neutral">
        <Heading level={2} data-size="xs">
          {t.thing[thing.kind](thing.number)}, {unitName(thing.unit)}
        </Heading>
        <Paragraph>
          {screening ? t.screenedWith(screening.accessCode, screening.legalBasis) : t.unscreened}
        </Paragraph>
        {person ? (
          <>
            <Paragraph>
              <b>{(person.sight.sees ? t.seesAll : t.seesMasked)(nameOf(userId))}</b>: {reasonOf(person)}.{' '}
              {person.sight.sees || hidden.length === 0 ? null : t.masked(hidden.join(', '))}{' '}
              {person.sight.sees || hidden.length === 3 ? null : t.someMasked}
            </Paragraph>
            {may.length > 0 ? (
              <Paragraph>
                <b>{t.mayDo}:</b> {may.map(({ act }) => t.acts[act]).join(', ')}.
              </Paragraph>
            ) : null}
            {mayNot.length > 0 ? (
              <Paragraph>
                <b>{t.mayNotDo}:</b>{' '}
                {mayNot
                  .map(({ act, refusal }) => `${t.acts[act]} (${refusal ? t.whyNot[refusal] : ''})`)
                  .join(', ')}
                .
              </Paragraph>
            ) : null}
          </>
        ) : null}
      </Card>
      <Heading level={2} data-size="xs">
        {t.everybody(people.filter(({ sight }) => sight.sees).length, people.length)}
      </Heading>
      <div className="access-scroll">
        <Table data-size="sm" data-color="neutral">
          <Table.Head>
            <Table.Row>
              {[t.user, t.state, t.reason].map((column) => (
                <Table.HeaderCell key={column} scope="col">
                  {column}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {people
              .toSorted((a, b) => Number(b.sight.sees) - Number(a.sight.sees))
              .map((one) => (
                <Table.Row key={one.userId}>
                  <Table.HeaderCell scope="row">{nameOf(one.userId)}</Table.HeaderCell>
                  <Table.Cell>{one.sight.sees ? t.sees : t.seesNot}</Table.Cell>
                  <Table.Cell>{reasonOf(one)}</Table.Cell>
                </Table.Row>
              ))}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}

/** Why it opens to somebody, or all that is missing for it to. */
function useReason(): (person: Person) => string {
  const t = useTexts(accessTexts);
  const { groups } = useSession().access;
  const unitName = useUnitName();
  return ({ sight }) => {
    if (sight.sees) return t.why[sight.why];
    const { missingClearance, missingGroup } = sight;
    return [
      missingClearance && t.missingClearance(missingClearance.accessCode, unitName(missingClearance.unit)),
      missingGroup && t.missingGroup(groups.find(({ id }) => id === missingGroup)?.name ?? ''),
    ]
      .filter(Boolean)
      .join('; ');
  };
}
