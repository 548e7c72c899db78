import { Alert, Button, Dialog, Heading } from '@digdir/designsystemet-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { freshTerms, type OrderTerms } from '../../../domain/dispatch-order.ts';
import { checkRecipientList } from '../../../domain/recipient-list.ts';
import type { MailingOpenView } from '../../../preload/contract/mailing.ts';
import { mailingTexts } from '../../../texts/mailing.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { askOptions, useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { ListStep } from './list-step.tsx';
import './mailing.css';
import { RunStep } from './run-step.tsx';
import { SummaryStep } from './summary-step.tsx';
import { type People, usePeople } from './use-people.ts';
import { useRun } from './use-run.ts';

type Props = { readonly entryId: string; readonly onClose: () => void };

/** «Send til mange»: one document to each of a list, on an entry and a job of their own. */
export function MailingDialog({ entryId, onClose }: Props) {
  const t = useTexts(mailingTexts);
  const opened = useAsk('mailing.open', { entryId });
  const people = usePeople();
  const dialog = useRef<HTMLDialogElement>(null);
  const [warned, setWarned] = useState(false);
  const typed = people.draft.people.length > 0 || people.draft.pasted.trim() !== '';
  const close = () => {
    if (!typed || warned) return onClose();
    // The list is only here: stay open and say so; closing once more lets it go.
    setWarned(true);
    dialog.current?.showModal();
  };
  return (
    <Dialog
      open
      ref={dialog}
      onClose={close}
      closeButton={t.close}
      aria-labelledby="mailing-heading"
      className="mailing"
    >
      <Heading level={2} data-size="xs" id="mailing-heading">
        {t.heading}
        {opened.data && ` – ${t.about(opened.data.recordNumber)}`}
      </Heading>
      {warned && typed && (
        <Alert data-color="warning" role="alert">
          {t.notKept}
        </Alert>
      )}
      <QueryBoundary query={opened} lines={6}>
        {(view) => <Work view={view} people={people} />}
      </QueryBoundary>
    </Dialog>
  );
}

function Work({ view, people }: { readonly view: MailingOpenView; readonly people: People }) {
  const t = useTexts(mailingTexts);
  const { entryId } = view;
  const client = useQueryClient();
  const [terms, setTerms] = useState<OrderTerms>({
    ...freshTerms,
    deadlineDays: view.limits.defaultDeadlineDays,
  });
  const [anew, setAnew] = useState(false);
  const check = useCommand('mailing.check');
  const start = useCommand('mailing.start');
  const end = useCommand('mailing.end');
  const refetch = () =>
    client.invalidateQueries({ queryKey: askOptions('mailing.open', { entryId }).queryKey });
  const run = useRun(entryId, () => void refetch());
  const checked = checkRecipientList(people.draft.people, view);
  const [newest] = view.mailings;
  const asked = (now: OrderTerms) => ({ entryId, people: [...people.draft.people], terms: now });
  const summary = check.data?.ok ? check.data.value : undefined;
  const rights = (rightsConfirmed: boolean) => {
    const now = { ...terms, rightsConfirmed };
    setTerms(now);
    check.mutate(asked(now));
  };
  const send = async () => {
    if (!summary?.merged) return;
    const reply = await start.mutateAsync({ ...asked(terms), seenMerged: summary.merged.sha256 });
    if (!reply.ok) return;
    people.clear();
    check.reset();
    setAnew(false);
    await refetch();
    await run.run(reply.value.mailingId);
  };
  const refusal = refusalOf(start.data) ?? refusalOf(check.data) ?? refusalOf(end.data);
  const isOpen = newest && newest.endedAt === undefined;
  return (
    <div className="mailing-work">
      {newest && (isOpen || !anew) ? (
        <>
          <RunStep
            mailing={newest}
            run={run}
            onEnd={() => void end.mutateAsync({ entryId, mailingId: newest.id }).then(refetch)}
          />
          {!isOpen && (
            <div className="form-dialog-buttons">
              <Button variant="secondary" onClick={() => setAnew(true)}>
                {t.run.another}
              </Button>
            </div>
          )}
        </>
      ) : summary ? (
        <SummaryStep
          title={view.title}
          count={checked.length}
          terms={terms}
          check={summary}
          busy={start.isPending}
          onRights={rights}
          onSend={() => void send()}
          onBack={() => {
            check.reset();
            start.reset();
          }}
        />
      ) : (
        <ListStep
          view={view}
          people={people}
          checked={checked}
          terms={terms}
          busy={check.isPending}
          onTerms={(part) => setTerms({ ...terms, ...part })}
          onNext={() => check.mutate(asked(terms))}
        />
      )}
      {refusal && <ErrorNotice refusal={refusal} />}
    </div>
  );
}
