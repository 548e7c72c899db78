import { Alert, Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import type { SessionView } from '../../../preload/contract/session.ts';
import { accessTexts } from '../../../texts/access.ts';
import { formatDate } from '../../../texts/format.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { BearersDialog } from './bearers-dialog.tsx';
import { BasisDialog, CodeDialog, RepealDialog } from './code-dialogs.tsx';
import { HistoryDialog } from './history-dialog.tsx';

type Code = SessionView['access']['codes'][number];
type Basis = SessionView['access']['bases'][number];
type Open =
  | { readonly dialog: 'add-code' | 'add-basis' }
  | { readonly dialog: 'code' | 'code-history' | 'code-bearers'; readonly code: Code }
  | { readonly dialog: 'repeal' | 'basis-history' | 'basis-bearers'; readonly basis: Basis };

/** Access codes with their legal bases, how many bear each, and what has to be looked at anew. */
export function CodesPart() {
  const query = useAsk('access.read', {});
  const [open, setOpen] = useState<Open>();
  return (
    <QueryBoundary query={query}>
      {(read) => (
        <>
          <Lists read={read} onOpen={setOpen} />
          {open ? <OpenDialog open={open} onClose={() => setOpen(undefined)} /> : null}
        </>
      )}
    </QueryBoundary>
  );
}

type ListsProps = { readonly read: OutputOf<'access.read'>; readonly onOpen: (open: Open) => void };

function Lists({ read, onOpen }: ListsProps) {
  const t = useTexts(accessTexts);
  const { access, today } = useSession();
  const may = read.change.may;
  const countOf = (counts: ListsProps['read']['codes' | 'bases'], id: string) =>
    counts.find((one) => one.id === id) ?? { cases: 0, entries: 0 };
  const past = (day: string | undefined) => day !== undefined && day <= today;
  const old = [
    ...access.codes.filter((code) => past(code.withdrawnOn)).map(({ id }) => countOf(read.codes, id)),
    ...access.bases.filter((basis) => past(basis.repealedOn)).map(({ id }) => countOf(read.bases, id)),
  ].reduce((sum, { cases, entries }) => sum + cases + entries, 0);
  return (
    <>
      {may ? null : <Paragraph>{t.onlyOwner}</Paragraph>}
      {old > 0 ? (
        <Alert data-color="warning" data-size="sm">
          {t.mustReview(old)}
        </Alert>
      ) : null}
      <Heading level={2} data-size="xs">
        {t.codesHeading}
      </Heading>
      {may ? (
        <Button variant="secondary" onClick={() => onOpen({ dialog: 'add-code' })}>
          {t.addCode}
        </Button>
      ) : null}
      <div className="access-scroll">
        <Table data-size="sm" data-color="neutral">
          <Head columns={[t.code, t.name, t.basesHeading, t.state, t.borne]} />
          <Table.Body>
            {access.codes.map((code) => {
              const { cases, entries } = countOf(read.codes, code.id);
              return (
                <Table.Row key={code.id}>
                  <Table.HeaderCell scope="row">{code.id}</Table.HeaderCell>
                  <Table.Cell>{code.name}</Table.Cell>
                  <Table.Cell>
                    {access.bases
                      .filter(({ id }) => code.bases.includes(id))
                      .map(({ text }) => text)
                      .join('; ')}
                  </Table.Cell>
                  <Table.Cell>
                    {code.withdrawnOn === undefined ? t.inUse : t.withdrawn(formatDate(code.withdrawnOn))}
                  </Table.Cell>
                  <Table.Cell>{t.borneBy(cases, entries)}</Table.Cell>
                  <Table.Cell>
                    <RowMenu
                      name={code.id}
                      actions={[
                        ...(may ? [{ text: t.change, run: () => onOpen({ dialog: 'code', code }) }] : []),
                        { text: t.review, run: () => onOpen({ dialog: 'code-bearers', code }) },
                        { text: t.history, run: () => onOpen({ dialog: 'code-history', code }) },
                      ]}
                    />
                  </Table.Cell>
                </Table.Row>
              );
            })}
          </Table.Body>
        </Table>
      </div>
      <Heading level={2} data-size="xs">
        {t.basesHeading}
      </Heading>
      {may ? (
        <Button variant="secondary" onClick={() => onOpen({ dialog: 'add-basis' })}>
          {t.addBasis}
        </Button>
      ) : null}
      <div className="access-scroll">
        <Table data-size="sm" data-color="neutral">
          <Head columns={[t.legalBasis, t.state, t.borne]} />
          <Table.Body>
            {access.bases.map((basis) => {
              const { cases, entries } = countOf(read.bases, basis.id);
              return (
                <Table.Row key={basis.id}>
                  <Table.HeaderCell scope="row">{basis.text}</Table.HeaderCell>
                  <Table.Cell>
                    {basis.repealedOn === undefined ? t.inUse : t.repealed(formatDate(basis.repealedOn))}
                  </Table.Cell>
                  <Table.Cell>{t.borneBy(cases, entries)}</Table.Cell>
                  <Table.Cell>
                    <RowMenu
                      name={basis.text}
                      actions={[
                        ...(may ? [{ text: t.repeal, run: () => onOpen({ dialog: 'repeal', basis }) }] : []),
                        { text: t.review, run: () => onOpen({ dialog: 'basis-bearers', basis }) },
                        { text: t.history, run: () => onOpen({ dialog: 'basis-history', basis }) },
                      ]}
                    />
                  </Table.Cell>
                </Table.Row>
              );
            })}
          </Table.Body>
        </Table>
      </div>
    </>
  );
}

/** The last column holds the menus. */
export function Head({ columns }: { readonly columns: readonly string[] }) {
  return (
    <Table.Head>
      <Table.Row>
        {columns.map((name) => (
          <Table.HeaderCell key={name} scope="col">
            {name}
          </Table.HeaderCell>
        ))}
        <Table.Cell />
      </Table.Row>
    </Table.Head>
  );
}

function OpenDialog({ open, onClose }: { readonly open: Open; readonly onClose: () => void }) {
  switch (open.dialog) {
    case 'add-code':
      return <CodeDialog onClose={onClose} />;
    case 'add-basis':
      return <BasisDialog onClose={onClose} />;
    case 'code':
      return <CodeDialog code={open.code} onClose={onClose} />;
    case 'code-history':
      return <HistoryDialog name={open.code.id} subjectId={open.code.id} onClose={onClose} />;
    case 'code-bearers':
      return <BearersDialog name={open.code.id} of={{ accessCode: open.code.id }} onClose={onClose} />;
    case 'repeal':
      return <RepealDialog basis={open.basis} onClose={onClose} />;
    case 'basis-history':
      return <HistoryDialog name={open.basis.text} subjectId={open.basis.id} onClose={onClose} />;
    case 'basis-bearers':
      return <BearersDialog name={open.basis.text} of={{ basisId: open.basis.id }} onClose={onClose} />;
  }
}
