import { Alert } from '@digdir/designsystemet-react';
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import type { MaskArea, WordPage } from '../../../domain/masking.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { useTexts } from '../../api/session.ts';
import { PdfPage } from '../../components/pdf/pdf-page.tsx';
import type { OpenPdf } from '../../components/pdf/use-pdf.ts';
import { scaleToFit } from '../../components/pdf/zoom.ts';
import { useWidth } from '../../components/use-width.ts';
import { type MaskMark, nudge } from './marks.ts';

type Props = {
  readonly pdf: OpenPdf;
  readonly page: WordPage;
  /** From 0. */
  readonly index: number;
  readonly marks: readonly MaskMark[];
  readonly onPress: (x: number, y: number) => void;
  readonly onField: (area: MaskArea) => void;
  readonly onChange: (key: string, area: MaskArea) => void;
  readonly onRemove: (mark: MaskMark) => void;
};
type Drag = { readonly from: readonly [number, number]; readonly to: readonly [number, number] };

/** Shorter than this is a press, in points. */
const shortest = 4;
const step = 4;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** One page with its marks over it: press a word, drag a field, or move a field with the keyboard. */
export function MaskPage({ pdf, page, index, marks, onPress, onField, onChange, onRemove }: Props) {
  const t = useTexts(maskingTexts).page;
  const room = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const [drag, setDrag] = useState<Drag>();
  const keys = useId();
  const at = (event: PointerEvent): readonly [number, number] => {
    const box = sheet.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const x = ((event.clientX - box.left) / box.width) * page.width;
    const y = ((event.clientY - box.top) / box.height) * page.height;
    return [Math.min(page.width, Math.max(0, x)), Math.min(page.height, Math.max(0, y))];
  };
  const end = (event: PointerEvent) => {
    if (!drag) return;
    const area = areaOf(index, { ...drag, to: at(event) });
    setDrag(undefined);
    if (area.right - area.left < shortest || area.bottom - area.top < shortest) onPress(...drag.from);
    else onField(area);
  };
  const onKey = (mark: MaskMark, area: MaskArea) => (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(mark);
    else if (way) onChange(mark.key, nudge(area, { x: way[0], y: way[1], resize: event.shiftKey }, page));
    else return;
    event.preventDefault();
  };
  const place = (area: Omit<MaskArea, 'page'>) => ({
    left: `${(100 * area.left) / page.width}%`,
    top: `${(100 * area.top) / page.height}%`,
    width: `${(100 * (area.right - area.left)) / page.width}%`,
    height: `${(100 * (area.bottom - area.top)) / page.height}%`,
  });
  const here = marks.filter((mark) => mark.page === index);
  return (
    <div ref={room} className="mask-room">
      {page.pictures && (
        <Alert data-color="info" data-size="sm">
          {t.pictures}
        </Alert>
      )}
      <p id={keys} className="ds-sr-only">
        {t.fieldKeys}
      </p>
      {width > 0 && (
        <div className="mask-sheet">
          <PdfPage
            key={index}
            document={pdf.document}
            number={index + 1}
            label={t.count(index + 1, pdf.pages)}
            scale={scaleToFit(width - 4, page.width)}
            guessedSize={page}
          />
          <div
            ref={sheet}
            className="mask-marks"
            onPointerDown={(event) => {
              if (event.button !== 0 || event.target !== event.currentTarget) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrag({ from: at(event), to: at(event) });
            }}
            onPointerMove={(event) => setDrag((now) => now && { ...now, to: at(event) })}
            onPointerUp={end}
            onPointerCancel={() => setDrag(undefined)}
          >
            {here.map((mark) =>
              mark.areas.map((area) =>
                mark.text === undefined ? (
                  <button
                    key={mark.key}
                    type="button"
                    className="mask-mark mask-field"
                    style={place(area)}
                    aria-label={t.field(Number(mark.key.split(' ')[1]), index + 1)}
                    aria-describedby={keys}
                    onKeyDown={onKey(mark, area)}
                  />
                ) : (
                  <span
                    key={`${mark.key} ${area.left} ${area.top}`}
                    className="mask-mark"
                    style={place(area)}
                    aria-hidden
                  />
                ),
              ),
            )}
            {drag && <span className="mask-mark mask-drag" style={place(areaOf(index, drag))} aria-hidden />}
          </div>
        </div>
      )}
    </div>
  );
}

const areaOf = (page: number, { from, to }: Drag): MaskArea => ({
  page,
  left: Math.min(from[0], to[0]),
  top: Math.min(from[1], to[1]),
  right: Math.max(from[0], to[0]),
  bottom: Math.max(from[1], to[1]),
});
