import { Button, Checkbox, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { WordPage } from '../../../domain/masking.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { useTexts } from '../../api/session.ts';
import { findHits, type Hit } from './marks.ts';

type Props = {
  readonly pages: readonly WordPage[];
  readonly marked: ReadonlySet<string>;
  readonly onMark: (hits: readonly Hit[], phrase: string) => void;
  readonly onUnmark: (hit: Hit) => void;
  readonly onShow: (page: number) => void;
};

const mostShown = 100;

/** Finds a word wherever it stands, to be marked place by place or all at once. */
export function MaskSearch({ pages, marked, onMark, onUnmark, onShow }: Props) {
  const t = useTexts(maskingTexts).search;
  const [phrase, setPhrase] = useState('');
  const hits = phrase.trim().length < 2 ? [] : findHits(pages, phrase);
  const sure = hits.filter(({ kind }) => kind !== 'part');
  return (
    <section className="mask-part">
      <Heading level={3} data-size="2xs">
        {t.heading}
      </Heading>
      <Textfield
        label={t.label}
        description={t.help}
        value={phrase}
        onChange={(event) => setPhrase(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || sure.length === 0) return;
          event.preventDefault();
          onMark(sure, phrase);
        }}
      />
      <p role="status" className="mask-count">
        {phrase.trim().length >= 2 && (hits.length === 0 ? t.none : t.found(hits.length))}
      </p>
      {sure.length > 0 && (
        <Button data-size="sm" variant="secondary" onClick={() => onMark(sure, phrase)}>
          {t.all(sure.length)}
        </Button>
      )}
      {hits.length > 0 && (
        <ul className="mask-hits" aria-label={t.list}>
          {hits.slice(0, mostShown).map((hit) => (
            <li key={hit.key}>
              <Checkbox
                data-size="sm"
                label={t.hit(hit.text, hit.page + 1)}
                description={`… ${hit.before} ${hit.text} ${hit.after} …${hit.kind === 'part' ? ` (${t.part})` : ''}`}
                checked={marked.has(hit.key)}
                onFocus={() => onShow(hit.page)}
                onChange={(event) => (event.target.checked ? onMark([hit], phrase) : onUnmark(hit))}
              />
            </li>
          ))}
        </ul>
      )}
      {hits.length > mostShown && <Paragraph data-size="sm">{t.more(hits.length - mostShown)}</Paragraph>}
    </section>
  );
}
