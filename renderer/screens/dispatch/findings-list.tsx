import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import type { PartySettlement } from '../../../domain/dispatched-parties.ts';
import type { Finding } from '../../../domain/findings.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { findingKey, stopsFirst } from './findings-by-field.ts';

/** A recipient in the journal whom the order does not go to. */
export type Unsent = Extract<Finding, { readonly code: 'party-not-sent-to' }>['facts'];
type Props = {
  readonly findings: readonly Finding[];
  readonly onGoTo: (finding: Finding) => void;
  /** Says what becomes of a recipient in the journal whom the order does not go to. */
  readonly onSettle: (party: Unsent, as: PartySettlement) => Promise<void>;
};

/** What hinders the dispatch and what is worth a thought; each leads to its field. */
export function FindingsList({ findings, onGoTo, onSettle }: Props) {
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
        <li key={findingKey(finding)} data-severity={finding.severity}>
          {finding.severity === 'stop' ? (
            <XMarkOctagonIcon aria-hidden />
          ) : (
            <ExclamationmarkTriangleIcon aria-hidden />
          )}
          <div className="dispatch-finding-body">
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
            {finding.code === 'party-not-sent-to' && <Settle party={finding.facts} onSettle={onSettle} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Settle({ party, onSettle }: { readonly party: Unsent } & Pick<Props, 'onSettle'>) {
  const t = useTexts(dispatchTexts).findings;
  return (
    <div className="dispatch-finding-acts">
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t.removePartyNamed(party.name)}
        onClick={() => void onSettle(party, 'removed')}
      >
        {t.removeParty}
      </Button>
      <Button
        variant="secondary"
        data-size="sm"
        aria-label={t.copyPartyNamed(party.name)}
        onClick={() => void onSettle(party, 'copy')}
      >
        {t.copyParty}
      </Button>
    </div>
  );
}
