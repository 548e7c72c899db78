import { Spinner } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { maskingTexts } from '../../../texts/masking.ts';
import { useTexts } from '../../api/session.ts';
import { askOptions } from '../../api/use-ask.ts';

/** How many pages are done; asked again while the work goes on. */
export function MaskingProgress({
  entryId,
  documentId,
  kind,
}: {
  readonly entryId: string;
  readonly documentId: string;
  readonly kind: 'reading' | 'drawing';
}) {
  const t = useTexts(maskingTexts);
  const { data } = useQuery({
    ...askOptions('masking.progress', { entryId, documentId }),
    refetchInterval: 500,
    gcTime: 0,
  });
  const far = data?.progress;
  const words =
    kind === 'reading' ? ([t.reading, t.readingPage] as const) : ([t.drawing, t.drawingPage] as const);
  return (
    <p role="status" className="mask-toolbar">
      <Spinner aria-hidden="true" data-size="xs" /> {far ? words[1](far.done, far.pages) : words[0]}
    </p>
  );
}
