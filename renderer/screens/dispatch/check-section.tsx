import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { PartySettlement } from '../../../domain/dispatched-parties.ts';
import type { Finding } from '../../../domain/findings.ts';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { useTexts } from '../../api/session.ts';
import { findingKey } from './findings-by-field.ts';
import { FindingsList, type Unsent } from './findings-list.tsx';
import { MendingForm } from './mending-form.tsx';
import type { DispatchWork } from './use-dispatch.ts';
import type { MendingWork } from './use-mending.ts';

type Props = {
  readonly prepared: DispatchPrepareView;
  readonly work: DispatchWork;
  readonly mending: MendingWork;
  readonly onGoTo: (finding: Finding, keys: readonly number[]) => void;
  readonly onSettle: (party: Unsent, as: PartySettlement) => Promise<void>;
};

/** «Kontroll»: what hinders the dispatch, each beside what mends it. */
export function CheckSection({ prepared, work, mending, onGoTo, onSettle }: Props) {
  const t = useTexts(dispatchTexts);
  const { checked, checkFault, checkAgain } = work;
  const findings = checked?.view.findings ?? [];
  const documents = checked?.view.documents ?? [];
  const stops = findings.filter(({ severity }) => severity === 'stop').length;
  const { openAct } = mending;
  const isOpen = (finding: Finding) => openAct && findingKey(openAct.finding) === findingKey(finding);
  return (
    <section className="dispatch-section" aria-labelledby="dispatch-entry">
      <div className="dispatch-section-head">
        <Heading level={3} data-size="2xs" id="dispatch-entry" tabIndex={-1}>
          {t.sections.findings}
        </Heading>
        <span className="dispatch-count">{checked && t.findings.sum(stops, findings.length - stops)}</span>
      </div>
      {checked && (
        <FindingsList
          findings={findings}
          documents={documents}
          mending={mending}
          onGoTo={(finding) => onGoTo(finding, checked.keys)}
          onSettle={onSettle}
          form={(finding) =>
            openAct &&
            isOpen(finding) && (
              <MendingForm prepared={prepared} documents={documents} open={openAct} onClose={mending.close} />
            )
          }
        />
      )}
      {checkFault && (
        <Alert data-color="warning">
          <Paragraph>{t.checkFailed}</Paragraph>
          <Button variant="secondary" data-size="sm" onClick={checkAgain}>
            {t.checkAgain}
          </Button>
        </Alert>
      )}
    </section>
  );
}
