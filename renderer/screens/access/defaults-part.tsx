import { Button, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { codes } from '../../../texts/codes.ts';
import { common } from '../../../texts/common.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { toast } from '../../components/toasts.tsx';
import { Head } from './codes-part.tsx';
import { DefaultDialog } from './default-dialog.tsx';

type Default = OutputOf<'access.defaults'>['all'][number];

/** What new cases of a class, and new documents of a type, are screened by unless somebody says otherwise. */
export function DefaultsPart() {
  const t = useTexts(accessTexts);
  const { remove } = useTexts(common);
  const typeNames = useTexts(codes).documentType;
  const query = useAsk('access.defaults', {});
  const classes = useAsk('cases.classes', {});
  const set = useCommand('access.setDefaults');
  const [open, setOpen] = useState<Default | 'new'>();
  const nameOf = ({ of }: Default): string => {
    if ('documentType' in of) return typeNames[of.documentType];
    const found = classes.data?.classes.find(({ id }) => id === of.classId);
    return found ? `${found.code} ${found.title}` : of.classId;
  };
  const drop = async (all: readonly Default[], one: Default) => {
    const reply = await set.mutateAsync({ all: all.filter((other) => other !== one) });
    if (reply.ok) toast('success', t.removed);
  };
  return (
    <QueryBoundary query={query}>
      {({ all }) => (
        <>
          <Paragraph className="access-intro">{t.defaultsIntro}</Paragraph>
          <Button variant="secondary" onClick={() => setOpen('new')}>
            {t.addDefault}
          </Button>
          {all.length === 0 ? (
            <EmptyState title={t.noDefaults} text={t.noDefaultsText} />
          ) : (
            <div className="access-scroll">
              <Table data-size="sm" data-color="neutral">
                <Head columns={[t.of, t.code, t.legalBasis, t.years, t.state]} />
                <Table.Body>
                  {all.map((one) => (
                    <Table.Row key={JSON.stringify(one.of)}>
                      <Table.HeaderCell scope="row">{nameOf(one)}</Table.HeaderCell>
                      <Table.Cell>{one.accessCode}</Table.Cell>
                      <Table.Cell>{one.legalBasis}</Table.Cell>
                      <Table.Cell>{one.years}</Table.Cell>
                      <Table.Cell>
                        {[
                          one.hidesTitle ? [t.hidesTitle] : [],
                          one.hidesParties ? [t.hidesParties] : [],
                          one.hidesDocuments ? [t.hidesDocuments] : [],
                        ]
                          .flat()
                          .join(', ')}
                      </Table.Cell>
                      <Table.Cell>
                        <RowMenu
                          name={nameOf(one)}
                          actions={[
                            { text: t.change, run: () => setOpen(one) },
                            { text: remove, run: () => void drop(all, one) },
                          ]}
                        />
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
          )}
          {open ? (
            <DefaultDialog
              all={all}
              one={open === 'new' ? undefined : open}
              title={open === 'new' ? t.addDefault : t.changeDefault(nameOf(open))}
              onClose={() => setOpen(undefined)}
            />
          ) : null}
        </>
      )}
    </QueryBoundary>
  );
}
