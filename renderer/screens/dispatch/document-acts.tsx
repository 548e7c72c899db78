import { Button } from '@digdir/designsystemet-react';
import type { WeighedView } from '../../../preload/contract/dispatch.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { useTexts } from '../../api/session.ts';
import type { MendingWork } from './use-mending.ts';

export type Weighed = WeighedView['documents'][number];
type Props = {
  readonly document: Weighed;
  readonly position: number;
  readonly mending: MendingWork;
  readonly onShrink: (document: Weighed) => void;
};

/** Ways to a smaller file, beside the document that they are about. */
export function DocumentActs({ document, position, mending, onShrink }: Props) {
  const t = useTexts(mendingTexts);
  if (!mending.mayChangeDocuments.may) return null;
  const isPdf = document.mime === 'application/pdf' && document.bytes !== undefined;
  return (
    <div className="dispatch-finding-acts">
      {isPdf && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t.named(t.acts['make-smaller'], document.title)}
          onClick={() => onShrink(document)}
        >
          {t.acts['make-smaller']}
        </Button>
      )}
      {position > 0 && (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t.named(t.acts['take-out'], document.title)}
          aria-disabled={mending.busy || undefined}
          onClick={() => !mending.busy && void mending.takeOut([document.id])}
        >
          {t.acts['take-out']}
        </Button>
      )}
    </div>
  );
}
