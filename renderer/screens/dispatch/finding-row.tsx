import { Button } from '@digdir/designsystemet-react';
import { ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../../domain/findings.ts';
import { type Heap, type MendingAct, mendings } from '../../../domain/mending.ts';
import type { WeighedView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { findingKey } from './findings-by-field.ts';
import { appliesTo } from './may-mend.ts';
import type { MendingWork } from './use-mending.ts';

type Around = {
  readonly mending: MendingWork;
  readonly documents: WeighedView['documents'];
  readonly onGoTo: (finding: Finding) => void;
  /** What stands at a finding besides its acts. */
  readonly beside: (finding: Finding) => ReactNode;
};
/** Acts that mend many at once; the others ask about each. */
const forAll: readonly MendingAct[] = ['take-out', 'remove-recipient', 'finish', 'confirm-rights'];

/** One finding: what is wrong, and what can be done about it where it stands. */
export function FindingRow({ finding, ...around }: Around & { readonly finding: Finding }) {
  const language = useLanguage();
  const sentence = findingSentence(finding, language);
  return (
    <Row severity={finding.severity} sentence={sentence} onGoTo={() => around.onGoTo(finding)}>
      <Acts findings={[finding]} what={sentence} {...around} />
      {around.beside(finding)}
    </Row>
  );
}

/** Many findings of one kind in one line, which opens; with what mends them all. */
export function HeapRow({ heap, ...around }: Around & { readonly heap: Heap }) {
  const t = useTexts(mendingTexts);
  const [open, setOpen] = useState(false);
  const { findings, first, code } = heap;
  const sentence = t.heaps[code](findings.length);
  return (
    <Row severity={first.severity} sentence={sentence} onGoTo={() => around.onGoTo(first)}>
      <div className="dispatch-finding-acts">
        <Button variant="tertiary" data-size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hideAll : t.showAll(findings.length)}
        </Button>
      </div>
      <Acts findings={findings} what={sentence} {...around} />
      {open && (
        <ul className="dispatch-findings">
          {findings.map((finding) => (
            <FindingRow key={findingKey(finding)} finding={finding} {...around} />
          ))}
        </ul>
      )}
    </Row>
  );
}

function Row({
  severity,
  sentence,
  onGoTo,
  children,
}: {
  readonly severity: Finding['severity'];
  readonly sentence: string;
  readonly onGoTo: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts(dispatchTexts).findings;
  const stops = severity === 'stop';
  return (
    <li data-severity={severity}>
      {stops ? <XMarkOctagonIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
      <div className="dispatch-finding-body">
        <Button variant="tertiary" data-color="neutral" className="dispatch-finding" onClick={onGoTo}>
          <span>
            <strong>{stops ? t.stop : t.warning}:</strong> {sentence}
          </span>
        </Button>
        {children}
      </div>
    </li>
  );
}

function Acts({
  findings,
  what,
  mending,
  documents,
}: Omit<Around, 'onGoTo' | 'beside'> & { readonly findings: readonly Finding[]; readonly what: string }) {
  const t = useTexts(mendingTexts);
  const language = useLanguage();
  const [first] = findings;
  if (!first) return null;
  const mended = mendings[first.code];
  if ('elsewhere' in mended)
    return (
      <p className="dispatch-elsewhere">
        {t.elsewhere[mended.elsewhere]}{' '}
        {mended.elsewhere === 'restoration' && (
          <a className="ds-link" href="#/">
            {t.toDesk}
          </a>
        )}
      </p>
    );
  const many = findings.length > 1;
  const offered = mended.acts.filter((act) => {
    // Each party is asked about by itself, with two answers.
    if (act === 'settle-party' || (many && !forAll.includes(act))) return false;
    return findings.some((finding) => appliesTo(act, finding, documents));
  });
  const refused = offered.flatMap((act) => {
    const decision = mending.mayDo(act, first);
    return decision.may ? [] : [refusalSentence(decision, language)];
  });
  return (
    <div className="dispatch-finding-acts">
      {offered.map((act) => {
        if (act === 'settle-party' || !findings.some((finding) => mending.mayDo(act, finding).may))
          return null;
        const name = many ? t.all(t.acts[act], findings.length) : t.acts[act];
        return (
          <Button
            key={act}
            variant="secondary"
            data-size="sm"
            aria-label={t.named(name, what)}
            aria-disabled={mending.busy || undefined}
            onClick={() => !mending.busy && void mending.run(act, findings)}
          >
            {name}
          </Button>
        );
      })}
      {[...new Set(refused)].map((sentence) => (
        <p key={sentence} className="dispatch-elsewhere">
          {sentence}
        </p>
      ))}
    </div>
  );
}
