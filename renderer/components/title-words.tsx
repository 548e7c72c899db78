import {
  Button,
  Checkbox,
  Field,
  Fieldset,
  Paragraph,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { EyeSlashIcon } from '@navikt/aksel-icons';
import { fitsTitle, publicTitleOf, titleWords } from '../../domain/access/screened-words.ts';
import { mask } from '../../domain/access/shown.ts';
import { screeningTexts } from '../../texts/screening.ts';
import { useTexts } from '../api/session.ts';
import './title-words.css';

/** Which of a title is hidden; an empty public title hides the whole of a title that is hidden. */
export type HiddenWords = { readonly hidesTitle: boolean; readonly publicTitle: string };
type Props = HiddenWords & {
  readonly title: string;
  readonly frozen: boolean;
  readonly error?: string | undefined;
  readonly onChange: (hidden: HiddenWords) => void;
};

/** «Skjerm ord»: each word of the title as a button that hides it or opens it. */
export function TitleWords({ title, hidesTitle, publicTitle, frozen, error, onChange }: Props) {
  const t = useTexts(screeningTexts);
  const stored = publicTitle === '' ? undefined : publicTitle;
  const whole = hidesTitle && stored === undefined;
  const free = stored !== undefined && !fitsTitle({ title, publicTitle: stored });
  const words = titleWords({ title, publicTitle: stored }).map((word) => ({
    ...word,
    isScreened: hidesTitle && word.isScreened,
  }));
  const toggle = (pressed: number) => {
    const marked = words.flatMap(({ isScreened }, at) => (isScreened !== (at === pressed) ? [at] : []));
    const all = words.every(({ canBeScreened }, at) => !canBeScreened || marked.includes(at));
    onChange({
      hidesTitle: marked.length > 0,
      publicTitle: marked.length === 0 || all ? '' : publicTitleOf(title, new Set(marked)),
    });
  };
  return (
    <Fieldset className="title-words">
      <Fieldset.Legend>{t.words}</Fieldset.Legend>
      <Fieldset.Description>{words.length === 0 ? t.wordsEmpty : t.wordsHelp}</Fieldset.Description>
      <div className="title-words-row">
        {words.map(({ text, canBeScreened, isScreened }, at) =>
          canBeScreened ? (
            <Button
              // biome-ignore lint/suspicious/noArrayIndexKey: words may be alike, and their place is what they are
              key={at}
              variant={isScreened ? 'primary' : 'secondary'}
              data-size="sm"
              data-color="neutral"
              aria-pressed={isScreened}
              aria-disabled={frozen || undefined}
              onClick={() => !frozen && toggle(at)}
            >
              {isScreened ? <EyeSlashIcon aria-hidden /> : null}
              {text}
            </Button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={at}>{text}</span>
          ),
        )}
      </div>
      <Field>
        <Checkbox
          label={t.whole}
          checked={whole}
          disabled={frozen || words.length === 0}
          onChange={(event) => onChange({ hidesTitle: event.target.checked, publicTitle: '' })}
        />
      </Field>
      <Paragraph data-size="sm" aria-live="polite">
        {free && stored !== undefined
          ? t.freeTitle(stored)
          : t.publicTitle(hidesTitle ? (stored ?? mask) : title)}
      </Paragraph>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Fieldset>
  );
}
