import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import type { Finding } from '../../../domain/findings.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { stopsFirst } from './findings-by-field.ts';

type Props = { readonly findings: readonly Finding[]; readonly onGoTo: (finding: Finding) => void };

/** What hinders the dispatch and what is worth a thought; each leads to its field. */
export function FindingsList({ findings, onGoTo }: Props) {
  const t = useTexts(dispatchTexts).findings;
  const language = useLanguage();
  if (findings.length === 0)
    return (
      <p className="dispatch-clear">
        <CheckmarkCircleIcon aria-hidden /> {t.none}
      </p>
    );
  return (
    <ul className="dispatch-findings">
      {stopsFirst(findings).map((finding) => (
        <li key={`${finding.code} ${finding.field}`} data-severity={finding.severity}>
          {finding.severity === 'stop' ? (
            <XMarkOctagonIcon aria-hidden />
          ) : (
            <ExclamationmarkTriangleIcon aria-hidden />
          )}
          <Button
            variant="tertiary"
            data-color="neutral"
            className="dispatch-finding"
            onClick={() => onGoTo(finding)}
          >
            <span>
              <strong>{finding.severity === 'stop' ? t.stop : t.warning}:</strong>{' '}
              {findingSentence(finding, language)}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
