import { Button } from '@digdir/designsystemet-react';
import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  HourglassIcon,
  UploadIcon,
  XMarkIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { useRef } from 'react';
import { documentTexts } from '../../../texts/documents.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import type { FileQueue, QueuedFile } from './use-file-queue.ts';

type Props = {
  readonly queue: FileQueue;
  readonly accepts: readonly string[];
  /** A file is being dragged over the page's drop zone. */
  readonly over: boolean;
};

/** Where files are chosen; dropping works on the whole list around it. */
export function AddFiles({ queue, accepts, over }: Props) {
  const t = useTexts(documentTexts);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={over ? 'entry-drop entry-drop-over' : 'entry-drop'}>
      <UploadIcon aria-hidden />
      <div>
        <p className="entry-drop-line">
          {over ? t.dropNow : t.dropHeading}{' '}
          <Button variant="secondary" data-size="sm" onClick={() => chooser.current?.click()}>
            {t.choose}
          </Button>
        </p>
        <p className="entry-subtle">{t.accepts(accepts.join(', '))}</p>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t.choose}
        accept={accepts.join(',')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // Emptied, so that the same file can be chosen again after it was mended.
          event.target.value = '';
          void queue.add(chosen);
        }}
      />
    </div>
  );
}

const icons = {
  reading: HourglassIcon,
  sending: HourglassIcon,
  done: CheckmarkCircleIcon,
  refused: XMarkOctagonIcon,
};

/** How it went with each file; a refused one stays until it is taken away. */
export function QueuedFiles({ queue }: { readonly queue: FileQueue }) {
  const t = useTexts(documentTexts);
  const { files, sum } = queue;
  return (
    <>
      {files.length > 0 && (
        <section className="entry-queue" aria-label={t.queue.heading}>
          <ul>
            {files.map((file) => (
              <QueuedLine key={file.key} file={file} onDismiss={() => queue.dismiss(file.key)} />
            ))}
          </ul>
        </section>
      )}
      <p role="status" className="ds-sr-only">
        {sum ? t.queue.sum(sum.done, sum.refused) : ''}
      </p>
    </>
  );
}

function QueuedLine({ file, onDismiss }: { readonly file: QueuedFile; readonly onDismiss: () => void }) {
  const t = useTexts(documentTexts);
  const language = useLanguage();
  const Icon =
    file.state === 'done' && file.warnings.length > 0 ? ExclamationmarkTriangleIcon : icons[file.state];
  const settled = file.state === 'done' || file.state === 'refused';
  const known: Readonly<Record<string, string>> = t.warnings;
  return (
    <li data-state={file.warnings.length > 0 ? 'warned' : file.state}>
      <Icon aria-hidden />
      <div>
        <strong>{file.name}</strong> <span>{t.queue[file.state]}</span>
        {file.refusal && <p>{refusalSentence(file.refusal, language)}</p>}
        {file.warnings.map((code) => (
          <p key={code}>{known[code] ?? t.warningOther(code)}</p>
        ))}
      </div>
      {settled && (
        <Button
          icon
          variant="tertiary"
          data-size="sm"
          aria-label={t.queue.dismiss(file.name)}
          onClick={onDismiss}
        >
          <XMarkIcon aria-hidden />
        </Button>
      )}
    </li>
  );
}
