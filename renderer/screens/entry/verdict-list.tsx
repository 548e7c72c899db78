import { Tag } from '@digdir/designsystemet-react';
import { CheckmarkCircleFillIcon, QuestionmarkDiamondIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import { useId } from 'react';
import type { VerdictView } from '../../../preload/contract/verdict-view.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { useTexts } from '../../api/session.ts';

type Props = { readonly verdict: VerdictView; readonly verified: boolean };
type Row = {
  readonly question: string;
  readonly outcome: VerdictView['sealedBy']['outcome'];
  readonly sentence: string;
};

const icons = {
  holds: CheckmarkCircleFillIcon,
  fails: XMarkOctagonFillIcon,
  open: QuestionmarkDiamondIcon,
};

/** What was found out about the signed document: by whom, unchanged since, the one that was sent, and each signature. */
export function VerdictList({ verdict, verified }: Props) {
  const t = useTexts(verdictTexts);
  const heading = useId();
  const { sealedBy, unchanged, isWhatWasSent, evidence } = verdict;
  const rows: readonly Row[] = [
    {
      question: t.questions.sealedBy,
      outcome: sealedBy.outcome,
      sentence: t.sealedBy[sealedBy.code](sealedBy.facts),
    },
    {
      question: t.questions.unchanged,
      outcome: unchanged.outcome,
      sentence: t.unchanged[unchanged.code](unchanged.facts),
    },
    {
      question: t.questions.isWhatWasSent,
      outcome: isWhatWasSent.outcome,
      sentence: t.isWhatWasSent[isWhatWasSent.code](isWhatWasSent.facts),
    },
    ...evidence.map(({ signerName, outcome, code, facts }) => ({
      question: t.questions.evidence(signerName),
      outcome,
      sentence: t.evidence[code](facts),
    })),
  ];
  return (
    <section className="entry-verdict" aria-labelledby={heading}>
      <div className="entry-verdict-heading">
        <strong id={heading}>{t.heading}</strong>
        <Tag data-size="sm" data-color={verified ? 'success' : 'warning'}>
          {verified ? t.verified : t.notVerified}
        </Tag>
      </div>
      <ul>
        {rows.map(({ question, outcome, sentence }) => {
          const Icon = icons[outcome];
          return (
            <li key={question} data-outcome={outcome}>
              <Icon title={t.outcomes[outcome]} />
              <span>
                <strong>{question}</strong>
                <span>{sentence}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {!verified && <p>{t.advice}</p>}
    </section>
  );
}
