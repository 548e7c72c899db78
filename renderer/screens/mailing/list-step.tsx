import {
  Alert,
  Button,
  Checkbox,
  Field,
  Input,
  Label,
  Paragraph,
  Textfield,
} from '@digdir/designsystemet-react';
import { useRef } from 'react';
import type { OrderTerms } from '../../../domain/dispatch-order.ts';
import { type CheckedPerson, isListSound, mostListed } from '../../../domain/recipient-list.ts';
import type { MailingOpenView } from '../../../preload/contract/mailing.ts';
import { mailingTexts } from '../../../texts/mailing.ts';
import { useTexts } from '../../api/session.ts';
import { useAnnouncement } from '../../components/use-announcement.tsx';
import { ListTable } from './list-table.tsx';
import type { People } from './use-people.ts';

type Props = {
  readonly view: MailingOpenView;
  readonly people: People;
  readonly checked: readonly CheckedPerson[];
  readonly terms: OrderTerms;
  readonly busy: boolean;
  readonly onTerms: (part: Partial<OrderTerms>) => void;
  readonly onNext: () => void;
};

/** Who gets it, each line checked while it is written, and on which terms. */
export function ListStep({ view, people, checked, terms, busy, onTerms, onNext }: Props) {
  const t = useTexts(mailingTexts);
  const table = useRef<HTMLDivElement>(null);
  const [say, region] = useAnnouncement();
  const { draft } = people;
  const faulty = checked.filter(({ faults }) => faults.some(({ severity }) => severity === 'stop')).length;
  const toFault = () => table.current?.querySelector<HTMLElement>('tr[data-stopped] input')?.focus();
  return (
    <>
      <Paragraph>{t.intro(mostListed)}</Paragraph>
      <Textfield
        multiline
        rows={4}
        label={t.paste.label}
        description={t.paste.help}
        value={draft.pasted}
        onChange={(event) => people.paste(event.target.value)}
      />
      <div className="form-dialog-buttons">
        <Button
          variant="secondary"
          disabled={draft.pasted.trim() === ''}
          onClick={() => people.take(draft.pasted)}
        >
          {checked.length === 0 ? t.paste.read : t.paste.more}
        </Button>
      </div>
      <Field>
        <Label>{t.paste.file}</Label>
        <Input
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void people.takeFile(file);
            // The same file may be chosen again once it is mended.
            event.target.value = '';
          }}
        />
      </Field>
      {draft.fault && (
        <Alert data-color="danger" role="alert">
          {draft.fault.file === undefined ? t.nothing : t.unreadable(draft.fault.file)}
        </Alert>
      )}
      {checked.length > 0 && (
        <div ref={table} className="mailing-list">
          <div className="form-dialog-buttons">
            <p role="status">
              {t.counted(checked.length, faulty)}
              {draft.emptyLines.length > 0 && ` ${t.skipped(draft.emptyLines.join(', '))}`}
            </p>
            {faulty > 0 && (
              <Button variant="tertiary" data-size="sm" onClick={toFault}>
                {t.toFault}
              </Button>
            )}
          </div>
          <ListTable
            checked={checked}
            onChange={people.change}
            onRemove={(line) => {
              people.remove(line);
              say(t.table.removed(line));
              table.current?.focus();
            }}
          />
        </div>
      )}
      <Textfield
        multiline
        rows={2}
        label={t.message}
        value={terms.message}
        onChange={(event) => onTerms({ message: event.target.value })}
      />
      <Textfield
        type="number"
        label={t.deadline}
        value={terms.deadlineDays}
        readOnly={!view.mayChangeDeadline}
        min={view.limits.minDeadlineDays}
        max={view.limits.maxDeadlineDays}
        onChange={(event) => onTerms({ deadlineDays: Number(event.target.value) })}
      />
      {view.askAboutLeader && (
        <Checkbox
          label={t.leader}
          checked={terms.agreedWithLeader}
          onChange={(event) => onTerms({ agreedWithLeader: event.target.checked })}
        />
      )}
      <div className="form-dialog-buttons">
        <Button
          loading={busy}
          onClick={isListSound(checked) ? onNext : toFault}
          disabled={checked.length === 0}
        >
          {t.next}
        </Button>
      </div>
      {region}
    </>
  );
}
