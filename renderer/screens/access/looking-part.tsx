import { Button, Field, Label, Link, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { lookKinds } from '../../../domain/access/look.ts';
import { isCode } from '../../../domain/codes.ts';
import type { InputOf } from '../../../preload/contract/contract.ts';
import type { LookView } from '../../../preload/contract/oversight.ts';
import { codes } from '../../../texts/codes.ts';
import { oversightTexts } from '../../../texts/oversight.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { DateTimeText } from '../../components/date-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { addressOf } from '../../routing/route.ts';

const STEP = 100;
type Query = Pick<InputOf<'looking.list'>, 'userId' | 'kind'>;

/** Innsynsloggen: who opened what is screened. By numbers only. */
export function LookingPart() {
  const t = useTexts(oversightTexts);
  const kinds = useTexts(codes).lookKind;
  const { users } = useSession();
  const [query, setQuery] = useState<Query>({});
  const [limit, setLimit] = useState(STEP);
  const answer = useAsk('looking.list', { ...query, offset: 0, limit }, { keepPrevious: true });
  return (
    <>
      <Paragraph className="access-intro">{t.lookingIntro}</Paragraph>
      <div className="access-ask">
        <Field>
          <Label>{t.who}</Label>
          <Select
            value={query.userId ?? ''}
            onChange={({ target: { value } }) => {
              const { userId: _, ...rest } = query;
              setQuery(value === '' ? rest : { ...rest, userId: value });
            }}
          >
            <Select.Option value="">{t.everybody}</Select.Option>
            {users.map((user) => (
              <Select.Option key={user.id} value={user.id}>
                {user.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label>{t.what}</Label>
          <Select
            value={query.kind ?? ''}
            onChange={({ target: { value } }) => {
              const { kind: _, ...rest } = query;
              setQuery(isCode(lookKinds, value) ? { ...rest, kind: value } : rest);
            }}
          >
            <Select.Option value="">{t.everything}</Select.Option>
            {lookKinds.map((kind) => (
              <Select.Option key={kind} value={kind}>
                {kinds[kind]}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <QueryBoundary query={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t.noLooks} text={t.noLooksText} />
          ) : (
            <>
              <p role="status" className="list-count">
                {t.looks(rows.length, total)}
              </p>
              <Looks rows={rows} />
              {rows.length < total && limit < 500 ? (
                <Button variant="secondary" onClick={() => setLimit(Math.min(limit + STEP, 500))}>
                  {t.more}
                </Button>
              ) : null}
            </>
          )
        }
      </QueryBoundary>
    </>
  );
}

function Looks({ rows }: { readonly rows: readonly LookView[] }) {
  const t = useTexts(oversightTexts);
  const { lookKind, revealGround } = useTexts(codes);
  return (
    <div className="access-scroll">
      <Table data-size="sm" data-color="neutral">
        <Table.Head>
          <Table.Row>
            {[t.when, t.who, t.what, t.number, t.reason].map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {column}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows carry no id, and two may be alike
            <Table.Row key={`${row.at} ${rows.length - at}`}>
              <Table.Cell>
                <DateTimeText value={row.at} />
              </Table.Cell>
              <Table.Cell>{row.userName}</Table.Cell>
              <Table.Cell>{lookKind[row.kind]}</Table.Cell>
              <Table.Cell>
                <Link
                  href={addressOf(
                    row.entryId === undefined
                      ? { at: 'case', caseId: row.caseId }
                      : { at: 'entry', entryId: row.entryId },
                  )}
                >
                  {row.recordNumber ?? row.caseNumber}
                </Link>
              </Table.Cell>
              <Table.Cell>
                {row.reason
                  ? [revealGround[row.reason.ground], row.reason.words].filter(Boolean).join(': ')
                  : null}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
