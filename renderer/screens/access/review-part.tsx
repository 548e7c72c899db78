import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { MergeDialog, RenameDialog } from './merge-dialogs.tsx';
import { ProposedClearances } from './proposed-clearances.tsx';
import { ReviewList } from './review-list.tsx';

type Item = { readonly list: 'units' | 'bases'; readonly id: string; readonly name: string };

/** What a migration made of free text, until somebody has looked it through. */
export function ReviewPart() {
  const t = useTexts(accessTexts);
  const { access, units } = useSession();
  const query = useAsk('access.review', {});
  const [merging, setMerging] = useState<Item>();
  const [renaming, setRenaming] = useState<Item>();
  const [finishing, setFinishing] = useState(false);
  const open = units.filter((unit) => unit.closedOn === undefined);
  return (
    <QueryBoundary query={query}>
      {({ due, proposals }) =>
        due ? (
          <>
            <Paragraph className="access-intro">{t.reviewIntro}</Paragraph>
            <Heading level={2} data-size="xs">
              {t.reviewUnits}
            </Heading>
            <ReviewList
              items={open.map(({ id, name, parentId }) => ({ id, name, fixed: parentId === undefined }))}
              onMerge={(item) => setMerging({ list: 'units', ...item })}
              onRename={(item) => setRenaming({ list: 'units', ...item })}
            />
            <Heading level={2} data-size="xs">
              {t.reviewBases}
            </Heading>
            <ReviewList
              items={access.bases.map(({ id, text }) => ({ id, name: text, fixed: false }))}
              onMerge={(item) => setMerging({ list: 'bases', ...item })}
              onRename={(item) => setRenaming({ list: 'bases', ...item })}
            />
            <Heading level={2} data-size="xs">
              {t.reviewClearances}
            </Heading>
            <ProposedClearances proposals={proposals} />
            <Button onClick={() => setFinishing(true)}>{t.finish}</Button>
            {merging ? (
              <MergeDialog
                item={merging}
                others={
                  merging.list === 'units' ? open : access.bases.map(({ id, text }) => ({ id, name: text }))
                }
                onClose={() => setMerging(undefined)}
              />
            ) : null}
            {renaming ? <RenameDialog item={renaming} onClose={() => setRenaming(undefined)} /> : null}
            {finishing ? <FinishDialog onClose={() => setFinishing(false)} /> : null}
          </>
        ) : (
          <EmptyState title={t.reviewDone} text={t.reviewDoneText} />
        )
      }
    </QueryBoundary>
  );
}

function FinishDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(accessTexts);
  const finish = useCommand('access.finishReview');
  const refusal = refusalOf(finish.data);
  const confirm = async () => {
    const reply = await finish.mutateAsync({});
    if (reply.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={t.finish}
      text={t.finishText}
      confirm={t.finish}
      busy={finish.isPending}
      {...(refusal && { refusal })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
