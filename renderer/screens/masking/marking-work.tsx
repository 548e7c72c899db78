import { Button, Paragraph } from '@digdir/designsystemet-react';
import { ArrowDownIcon, ArrowUpIcon } from '@navikt/aksel-icons';
import { type KeyboardEvent, useReducer, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { usePdf } from '../../components/pdf/use-pdf.ts';
import { useAnnouncement } from '../../components/use-announcement.tsx';
import { changeMarks, type Hit, hitAt, type Marks, type MaskMark, noMarks, toMasking } from './marks.ts';
import { MarkList, Proposals, sureHits } from './mask-lists.tsx';
import { MaskPage } from './mask-page.tsx';
import { MaskSearch } from './mask-search.tsx';
import { MaskingProgress } from './masking-progress.tsx';
import { VariantPreview } from './variant-preview.tsx';

type Read = OutputOf<'masking.read'>;
type Props = {
  readonly entryId: string;
  readonly documentId: string;
  readonly title: string;
  readonly read: Read;
  readonly onTouched: () => void;
  readonly onSaved: () => void;
};

/** What is proposed is marked from the start, and is no step to undo. */
const proposed = ({ pages, proposals }: Read): Marks => ({
  ...proposals.reduce(
    (marks, { phrase }) => changeMarks(marks, { do: 'mark', hits: sureHits(pages, phrase), phrase }),
    noMarks,
  ),
  past: [],
});

export function MarkingWork({ entryId, documentId, title, read, onTouched, onSaved }: Props) {
  const t = useTexts(maskingTexts);
  const { pages, proposals, object } = read;
  const [state, change] = useReducer(changeMarks, read, proposed);
  const [index, setIndex] = useState(0);
  const [say, region] = useAnnouncement();
  const pdf = usePdf(object.url);
  const draw = useCommand('masking.draw');
  const drawn = draw.data?.ok ? draw.data.value : undefined;
  const marked = new Set(state.marks.map(({ key }) => key));
  const page = pages[index];

  const mark = (hits: readonly Hit[], phrase?: string) => {
    onTouched();
    change({ do: 'mark', hits, ...(phrase !== undefined && { phrase }) });
    if (hits[0]) say(t.marks.marked(hits.length === 1 ? hits[0].text : (phrase ?? hits[0].text)));
  };
  const unmark = (gone: readonly Pick<MaskMark, 'key' | 'text'>[]) => {
    onTouched();
    change({ do: 'unmark', keys: gone.map(({ key }) => key) });
    say(t.marks.unmarked(gone[0]?.text ?? ''));
  };
  const press = (x: number, y: number) => {
    const hit = hitAt(pages, index, x, y);
    if (!hit) return;
    const over = state.marks.filter(
      ({ page: on, areas }) =>
        on === index &&
        areas.some((area) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom),
    );
    if (over.length > 0) unmark(over);
    else mark([hit]);
  };
  const addField = (part: number) => {
    if (!page) return;
    const [w, h] = [page.width * part, page.height * part];
    const [left, top] = [(page.width - w) / 2, (page.height - h) / 2];
    onTouched();
    change({ do: 'add-field', area: { page: index, left, top, right: left + w, bottom: top + h } });
  };
  const undoKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (typing || !(event.ctrlKey || event.metaKey) || event.key !== 'z') return;
    event.preventDefault();
    change({ do: 'undo' });
  };
  const show = () =>
    draw.mutateAsync({ entryId, documentId, objectId: object.id, ...toMasking(state, pages) });

  if (drawn)
    return (
      <VariantPreview
        entryId={entryId}
        documentId={documentId}
        title={title}
        original={object.url}
        drawn={drawn}
        onBack={() => draw.reset()}
        onSaved={onSaved}
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the button «Angre» below
    <div className="mask-panes" onKeyDown={undoKey}>
      <section aria-label={t.page.region} className="mask-room">
        <div className="mask-toolbar">
          <Button
            icon
            variant="tertiary"
            data-size="sm"
            aria-label={t.page.previous}
            aria-disabled={index === 0 || undefined}
            onClick={() => setIndex(Math.max(0, index - 1))}
          >
            <ArrowUpIcon aria-hidden />
          </Button>
          <Button
            icon
            variant="tertiary"
            data-size="sm"
            aria-label={t.page.next}
            aria-disabled={index === pages.length - 1 || undefined}
            onClick={() => setIndex(Math.min(pages.length - 1, index + 1))}
          >
            <ArrowDownIcon aria-hidden />
          </Button>
          <span>{t.page.count(index + 1, pages.length)}</span>
          <Button variant="secondary" data-size="sm" onClick={() => addField(0.25)}>
            {t.page.addField}
          </Button>
          <Button variant="secondary" data-size="sm" onClick={() => addField(1)}>
            {t.page.wholePage}
          </Button>
        </div>
        <Paragraph data-size="sm">{t.page.help}</Paragraph>
        {pdf.state === 'open' && page && (
          <MaskPage
            pdf={pdf}
            page={page}
            index={index}
            marks={state.marks}
            onPress={press}
            onField={(area) => {
              onTouched();
              change({ do: 'add-field', area });
            }}
            onChange={(key, area) => change({ do: 'change-field', key, area })}
            onRemove={(one) => unmark([one])}
          />
        )}
      </section>
      <div>
        <Proposals
          pages={pages}
          proposals={proposals}
          marked={marked}
          onMark={mark}
          onUnmark={(hits) => unmark(hits)}
        />
        <MaskSearch
          pages={pages}
          marked={marked}
          onMark={mark}
          onUnmark={(hit) => unmark([hit])}
          onShow={setIndex}
        />
        <MarkList
          marks={state.marks}
          onGo={(one) => setIndex(one.page)}
          onRemove={(one) => unmark([one])}
          canUndo={state.past.length > 0}
          onUndo={() => change({ do: 'undo' })}
        />
        {refusalOf(draw.data) && !draw.isPending && (
          <ErrorNotice refusal={refusalOf(draw.data) ?? { code: 'internal' }} />
        )}
        {draw.isPending && <MaskingProgress entryId={entryId} documentId={documentId} kind="drawing" />}
        <Button loading={draw.isPending} onClick={() => void show()}>
          {t.preview.show}
        </Button>
        {region}
      </div>
    </div>
  );
}
