import { Alert, Button, Dialog, Heading, Spinner, ToggleGroup } from '@digdir/designsystemet-react';
import { PaperplaneIcon } from '@navikt/aksel-icons';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Finding } from '../../../domain/findings.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import type { DispatchPrepareView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { useTexts } from '../../api/session.ts';
import { askOptions, useAsk, useCommand } from '../../api/use-ask.ts';
import { PdfView } from '../../components/pdf/pdf-view.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { useAnnouncement } from '../../components/use-announcement.tsx';
import { CheckSection } from './check-section.tsx';
import { ConfirmExpedite } from './confirm-expedite.tsx';
import './dispatch.css';
import { DocumentActs, type Weighed } from './document-acts.tsx';
import { DocumentSection } from './document-section.tsx';
import { toOrder } from './draft.ts';
import { ExpediteRefused } from './expedite-refused.tsx';
import { targetOf } from './findings-by-field.ts';
import { RecipientsList } from './recipients-list.tsx';
import { ShrinkDialog } from './shrink-dialog.tsx';
import { TermsSection } from './terms-section.tsx';
import { TitleSection } from './title-section.tsx';
import type { CheckedOrder } from './use-check.ts';
import { useDispatch } from './use-dispatch.ts';
import { useMending } from './use-mending.ts';
import { useSettleParty } from './use-settle-party.ts';

type Props = {
  readonly entryId: string;
  readonly onClose: (outcome?: 'expedited') => void;
};

/** «Ekspeder»: who shall sign what, in which order and until when, checked live beside the exact PDF. */
export function DispatchDialog({ entryId, onClose }: Props) {
  const t = useTexts(dispatchTexts);
  const prepared = useAsk('dispatch.prepare', { entryId });
  // Set by what is inside, so that every way of closing keeps the draft.
  const keep = useRef<() => Promise<boolean>>(undefined);
  const done = useRef(false);
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [unkept, setUnkept] = useState(false);
  const closed = async () => {
    if (done.current) return;
    if (keep.current && !(await keep.current()) && !unkept) {
      // What was typed is only here: stay open and say so; closing once more lets it go.
      setUnkept(true);
      dialog.current?.showModal();
      return;
    }
    // Prepared anew next time, from the draft as it is stored.
    client.removeQueries({ queryKey: askOptions('dispatch.prepare', { entryId }).queryKey });
    onClose();
    if (keep.current && !unkept) toast('info', t.kept);
  };
  return (
    <Dialog
      open
      ref={dialog}
      onClose={() => void closed()}
      closeButton={t.close}
      aria-labelledby="dispatch-heading"
      className="dispatch"
    >
      <Heading level={2} data-size="xs" id="dispatch-heading" className="dispatch-heading">
        {t.heading}
        {prepared.data && <span className="dispatch-subtle"> {t.about(prepared.data.recordNumber)}</span>}
      </Heading>
      {unkept && (
        <Alert data-color="danger" role="alert">
          {t.notKept}
        </Alert>
      )}
      <QueryBoundary query={prepared} lines={8}>
        {(view) => (
          <Work
            prepared={view}
            keep={keep}
            onExpedited={() => {
              done.current = true;
              client.removeQueries({ queryKey: askOptions('dispatch.prepare', { entryId }).queryKey });
              toast('success', t.expedite.done);
              onClose('expedited');
            }}
          />
        )}
      </QueryBoundary>
    </Dialog>
  );
}

type WorkProps = {
  readonly prepared: DispatchPrepareView;
  /** Is given the way to keep the draft, for whoever closes the dialog. */
  readonly keep: RefObject<(() => Promise<boolean>) | undefined>;
  readonly onExpedited: () => void;
};

function Work({ prepared, keep, onExpedited }: WorkProps) {
  const t = useTexts(dispatchTexts);
  const work = useDispatch(prepared);
  useEffect(() => {
    keep.current = work.keep;
  }, [keep, work.keep]);
  const [say, region] = useAnnouncement();
  const [pane, setPane] = useState<'fill' | 'preview'>('fill');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState<CheckedOrder>();
  const [shrinking, setShrinking] = useState<Weighed>();
  const [refusal, setRefusal] = useState<RefusalView>();
  const expedite = useCommand('dispatch.expedite');
  const settleParty = useSettleParty(prepared.entryId, { say, setRefusal, checkAgain: work.checkAgain });
  const once = useRef(false);
  const { draft, checked, checking } = work;
  const view = checked?.view;
  const findings = view?.findings ?? [];
  const stops = findings.filter((finding) => finding.severity === 'stop');

  const navigate = (finding: Finding, keys: readonly number[]) => {
    setPane('fill');
    setTried(true);
    // After the pane is shown again; a hidden field takes no focus.
    requestAnimationFrame(() => {
      const target =
        document.getElementById(targetOf(finding, keys)) ?? document.getElementById('dispatch-entry');
      target?.scrollIntoView({ block: 'center' });
      target?.focus({ preventScroll: true });
    });
  };
  const documents = view?.documents ?? [];
  const mending = useMending({
    prepared,
    work,
    documents,
    keys: checked?.keys ?? [],
    say,
    goTo: (finding) => navigate(finding, checked?.keys ?? []),
    addRecipient: () => document.getElementById('dispatch-recipients')?.click(),
    seePreview: () => {
      setPane('preview');
      requestAnimationFrame(() => document.getElementById('dispatch-preview')?.focus());
    },
  });
  const press = async () => {
    if (once.current || asking) return;
    setTried(true);
    setRefusal(undefined);
    const now = await work.checkOfNow();
    if (!now) return;
    const found = now.view.findings.filter((finding) => finding.severity === 'stop');
    const [first] = found;
    if (first) {
      say(t.expedite.stopped(found.length));
      navigate(first, now.keys);
    } else if (now.view.merged) setAsking(now);
  };
  const send = async (seen: CheckedOrder) => {
    // Two presses, one sending.
    if (once.current || !seen.view.merged) return;
    once.current = true;
    // Nothing is left to be kept once it has been sent.
    await work.keep();
    const reply = await expedite.mutateAsync({
      entryId: prepared.entryId,
      order: toOrder(draft),
      seenMerged: seen.view.merged.sha256,
    });
    if (reply.ok) return onExpedited();
    once.current = false;
    setAsking(undefined);
    setRefusal(reply.refusal);
    work.checkAgain();
  };

  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    void press();
  });
  useEffect(() => {
    // On the window: the focus may be anywhere in the dialog, also outside of this part of it.
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);

  return (
    <div className="dispatch-work" data-pane={pane}>
      <ToggleGroup
        className="dispatch-panes"
        data-size="sm"
        aria-label={t.tabs.label}
        value={pane}
        onChange={(value) => setPane(value === 'preview' ? 'preview' : 'fill')}
      >
        <ToggleGroup.Item value="fill">{t.tabs.fill}</ToggleGroup.Item>
        <ToggleGroup.Item value="preview">{t.tabs.preview}</ToggleGroup.Item>
      </ToggleGroup>
      <div className="dispatch-fill">
        {refusal && <ExpediteRefused refusal={refusal} />}
        <CheckSection
          prepared={prepared}
          work={work}
          mending={mending}
          onGoTo={navigate}
          onSettle={settleParty}
        />
        <TitleSection prepared={prepared} findings={findings} say={say} onSaved={work.checkAgain} />
        <RecipientsList
          entryId={prepared.entryId}
          draft={draft}
          checked={checked}
          max={prepared.limits.maxRecipients}
          tried={tried}
          say={say}
          onChange={(recipients) => work.change({ recipients })}
        />
        <TermsSection
          prepared={prepared}
          draft={draft}
          findings={findings}
          latestEnd={view?.latestEnd}
          onChange={work.change}
        />
        <DocumentSection
          view={view}
          checking={checking}
          maxBytes={prepared.limits.maxBytes}
          findings={findings}
          actsOn={(document, position) => (
            <DocumentActs document={document} position={position} mending={mending} onShrink={setShrinking} />
          )}
        />
      </div>
      <div className="dispatch-preview" id="dispatch-preview" tabIndex={-1}>
        {view?.merged ? (
          <PdfView
            key={view.merged.sha256}
            url={view.merged.url}
            title={prepared.title}
            fileName={`${prepared.recordNumber.replace('/', '-')}.pdf`}
          />
        ) : (
          <p className="dispatch-subtle">{checking ? t.document.building : t.document.none}</p>
        )}
      </div>
      <footer className="dispatch-footer">
        <Button
          aria-keyshortcuts="Control+Enter"
          data-color={stops.length > 0 ? 'neutral' : 'accent'}
          aria-describedby="dispatch-state"
          onClick={() => void press()}
        >
          <PaperplaneIcon aria-hidden />
          {t.expedite.do}
        </Button>
        <p id="dispatch-state" className="dispatch-state">
          {checking ? (
            <>
              <Spinner aria-hidden="true" data-size="2xs" /> {t.checking}
            </>
          ) : stops.length > 0 ? (
            t.expedite.stopped(stops.length)
          ) : (
            view && t.findings.sum(0, findings.length)
          )}
        </p>
        <kbd className="dispatch-keys">{t.expedite.keys}</kbd>
      </footer>
      <p role="status" className="ds-sr-only">
        {!checking && view ? t.findings.sum(stops.length, findings.length - stops.length) : ''}
      </p>
      {region}
      {shrinking && (
        <ShrinkDialog
          entryId={prepared.entryId}
          document={shrinking}
          onClose={(done) => {
            setShrinking(undefined);
            mending.close(done);
          }}
        />
      )}
      {asking && (
        <ConfirmExpedite
          title={prepared.title}
          draft={draft}
          view={asking.view}
          sending={expedite.isPending}
          onConfirm={() => void send(asking)}
          onBack={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
