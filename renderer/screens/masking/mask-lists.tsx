import { Button, Checkbox, Heading, Paragraph } from '@digdir/designsystemet-react';
import { TrashIcon } from '@navikt/aksel-icons';
import type { Proposal, WordPage } from '../../../domain/masking.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { useTexts } from '../../api/session.ts';
import { findHits, type Hit, type MaskMark } from './marks.ts';

type ProposalsProps = {
  readonly pages: readonly WordPage[];
  readonly proposals: readonly Proposal[];
  readonly marked: ReadonlySet<string>;
  readonly onMark: (hits: readonly Hit[], phrase: string) => void;
  readonly onUnmark: (hits: readonly Hit[]) => void;
};

/** Places of a proposal that are marked with it: the word itself and its inflected forms. */
export const sureHits = (pages: readonly WordPage[], phrase: string): readonly Hit[] =>
  findHits(pages, phrase).filter(({ kind }) => kind !== 'part');

export function Proposals({ pages, proposals, marked, onMark, onUnmark }: ProposalsProps) {
  const t = useTexts(maskingTexts).proposals;
  return (
    <section className="mask-part">
      <Heading level={3} data-size="2xs">
        {t.heading}
      </Heading>
      {proposals.length === 0 && <Paragraph data-size="sm">{t.none}</Paragraph>}
      {proposals.map(({ phrase, reason }) => {
        const hits = sureHits(pages, phrase);
        return (
          <Checkbox
            key={phrase}
            data-size="sm"
            label={phrase}
            description={`${t.reasons[reason]}, ${t.places(hits.length)}`}
            checked={hits.length > 0 && hits.every(({ key }) => marked.has(key))}
            onChange={(event) => (event.target.checked ? onMark(hits, phrase) : onUnmark(hits))}
          />
        );
      })}
    </section>
  );
}

type MarkListProps = {
  readonly marks: readonly MaskMark[];
  readonly onGo: (mark: MaskMark) => void;
  readonly onRemove: (mark: MaskMark) => void;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
};

export function MarkList({ marks, onGo, onRemove, canUndo, onUndo }: MarkListProps) {
  const texts = useTexts(maskingTexts);
  const t = texts.marks;
  const nameOf = (mark: MaskMark) =>
    mark.text ?? texts.page.field(Number(mark.key.split(' ')[1]), mark.page + 1);
  return (
    <section className="mask-part">
      <div className="mask-head">
        <Heading level={3} data-size="2xs">
          {t.heading(marks.length)}
        </Heading>
        <Button
          data-size="sm"
          variant="tertiary"
          aria-disabled={!canUndo || undefined}
          onClick={() => canUndo && onUndo()}
        >
          {t.undo}
        </Button>
      </div>
      {marks.length > 0 && (
        <ul className="mask-list" aria-label={t.list}>
          {marks.map((mark) => (
            <li key={mark.key}>
              <button
                type="button"
                className="ds-link"
                aria-label={t.go(nameOf(mark), mark.page + 1)}
                onClick={() => onGo(mark)}
              >
                {mark.text === undefined ? nameOf(mark) : `${mark.text}, ${t.onPage(mark.page + 1)}`}
              </button>
              <Button
                icon
                data-size="sm"
                variant="tertiary"
                aria-label={t.remove(nameOf(mark))}
                onClick={() => onRemove(mark)}
              >
                <TrashIcon aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
