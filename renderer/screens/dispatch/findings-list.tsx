import { Button } from '@digdir/designsystemet-react';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import type { PartySettlement } from '../../../domain/dispatched-parties.ts';
import type { Finding } from '../../../domain/findings.ts';
import { heapFindings } from '../../../domain/mending.ts';
import type { WeighedView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { mendingTexts } from '../../../texts/mending.ts';
import { useTexts } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FindingRow, HeapRow } from './finding-row.tsx';
import { findingKey } from './findings-by-field.ts';
import type { MendingWork } from './use-mending.ts';

/** A recipient in the journal whom the order does not go to. */
export type Unsent = Extract<Finding, { readonly code: 'party-not-sent-to' }>['facts'];
type Props = {
  readonly findings: readonly Finding[];
  readonly documents: WeighedView['documents'];
  readonly mending: MendingWork;
  readonly onGoTo: (finding: Finding) => void;
  /** Says what becomes of a recipient in the journal whom the order does not go to. */
  readonly onSettle: (party: Unsent, as: PartySettlement) => Promise<void>;
  /** What an act asks for, beside the finding it mends. */
  readonly form: (finding: Finding) => ReactNode;
};

/** What hinders the dispatch and what is worth a thought: each leads to its field, and is mended where it stands. */
export function FindingsList({ findings, documents, mending, onGoTo, onSettle, form }: Props) {
  const t = useTexts(dispatchTexts).findings;
  const m = useTexts(mendingTexts);
  const { undoable } = mending;
  const around = {
    mending,
    documents,
    onGoTo,
    beside: (finding: Finding) => (
      <>
        {finding.code === 'party-not-sent-to' && <Settle party={finding.facts} onSettle={onSettle} />}
        {form(finding)}
      </>
    ),
  };
  return (
    <>
      {mending.refusal && <ErrorNotice refusal={mending.refusal} />}
      {undoable && (
        <p className="dispatch-undo">
          {undoable.sentence}{' '}
          <Button variant="tertiary" data-size="sm" onClick={() => void undoable.undo()}>
            {m.undo}
          </Button>
        </p>
      )}
      {findings.length === 0 ? (
        <p className="dispatch-clear">
          <CheckmarkCircleIcon aria-hidden /> {t.none}
        </p>
      ) : (
        <ul className="dispatch-findings">
          {heapFindings(findings).map((one) =>
            'findings' in one ? (
              <HeapRow key={`${one.code} ${one.first.severity}`} heap={one} {...around} />
            ) : (
              <FindingRow key={findingKey(one)} finding={one} {...around} />
            ),
          )}
        </ul>
      )}
    </>
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
