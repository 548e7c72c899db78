import { Paragraph } from '@digdir/designsystemet-react';
import { type DragEvent, useState } from 'react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import type { EntryDocumentView } from '../../../preload/contract/views.ts';
import { documentTexts } from '../../../texts/documents.ts';
import { screeningTexts } from '../../../texts/screening.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { moveItem } from '../../components/move-item.ts';
import { FileView } from '../../components/pdf/file-view.tsx';
import { hidesWhich, ScreenOne } from '../../components/screen-one.tsx';
import { toast } from '../../components/toasts.tsx';
import { useAnnouncement } from '../../components/use-announcement.tsx';
import { WithheldTag } from '../../components/withheld-note.tsx';
import { MaskDialog } from '../masking/mask-dialog.tsx';
import { ControlDialog } from '../signatures/control-dialog.tsx';
import { AddFiles, QueuedFiles } from './add-files.tsx';
import { DispatchWeight } from './dispatch-weight.tsx';
import { RemoveDocumentDialog, RenameDocumentDialog, VersionsDialog } from './document-dialogs.tsx';
import { type AskedOfDocument, DocumentRow } from './document-row.tsx';
import { useFileQueue } from './use-file-queue.ts';

type Asked = { readonly what: AskedOfDocument; readonly document: EntryDocumentView };
const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** The entry's documents, main document on top, and beside them the one being looked at. */
export function DocumentsTab({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(documentTexts);
  const s = useTexts(screeningTexts);
  const queue = useFileQueue(entry.id);
  const order = useCommand('documents.order');
  const [say, region] = useAnnouncement();
  const [over, setOver] = useState(false);
  const [dragged, setDragged] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const frozen = !entry.change.may || entry.frozen.includes('documents');
  const screen = useCommand('documents.screen');
  const screenOne = (document: EntryDocumentView) =>
    document.withheld ? (
      <WithheldTag />
    ) : (
      <ScreenOne
        name={document.title}
        isScreened={document.isScreened ?? false}
        entryHides={hidesWhich(entry.screening, 'hidesDocuments')}
        mayChange={entry.change.may && !entry.frozen.includes('screening')}
        busy={screen.isPending && screen.variables?.documentId === document.id}
        refusal={refusalOf(screen.data)}
        onChange={async (isScreened) =>
          (await screen.mutateAsync({ entryId: entry.id, documentId: document.id, isScreened })).ok
        }
      />
    );
  const inOrder = arranged(entry.documents, order.isPending ? order.variables?.order : undefined);
  const shown = inOrder.find((document) => document.id === chosen) ?? inOrder[0];

  const move = async (from: number, to: number) => {
    const moved = moveItem(inOrder, from, to);
    const what = inOrder[from];
    if (moved === inOrder || !what || order.isPending) return;
    const reply = await order.mutateAsync({ entryId: entry.id, order: moved.map(({ id }) => id) });
    if (reply.ok) say(t.moved(what.title, to + 1));
  };
  const dropFiles = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (!frozen) void queue.add([...event.dataTransfer.files]);
  };

  return (
    <div className="entry-documents">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does */}
      <div
        className="entry-documents-list"
        onDragOver={(event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          setOver(!frozen);
        }}
        onDragLeave={(event) => {
          const { currentTarget, relatedTarget } = event;
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
        }}
        onDrop={dropFiles}
      >
        {inOrder.length === 0 && <EmptyState title={t.none} text={frozen ? t.frozen : t.noneHelp} />}
        {inOrder.length > 0 && (
          <ol className="entry-document-rows" aria-label={t.heading}>
            {inOrder.map((document, position) => (
              <DocumentRow
                key={document.id}
                document={document}
                position={position}
                count={inOrder.length}
                frozen={frozen}
                current={document.id === shown?.id}
                onShow={() => setChosen(document.id)}
                onMove={(to) => void move(position, to)}
                onDrag={(on) => setDragged(on ? document.id : undefined)}
                onDropHere={() => {
                  const from = inOrder.findIndex(({ id }) => id === dragged);
                  setDragged(undefined);
                  if (from >= 0) void move(from, position);
                }}
                accepts={entry.accepts}
                mask={entry.mask}
                mayRename={entry.change.may}
                marks={screenOne(document)}
                onReplace={(file) => void queue.add([file], document.id)}
                onAsk={(what) => setAsked({ what, document })}
              />
            ))}
          </ol>
        )}
        {refusalOf(order.data) && !order.isPending && (
          <ErrorNotice refusal={refusalOf(order.data) ?? { code: 'internal' }} />
        )}
        <QueuedFiles queue={queue} />
        {frozen ? (
          entry.change.may && inOrder.length > 0 && <Paragraph className="entry-subtle">{t.frozen}</Paragraph>
        ) : (
          <AddFiles queue={queue} accepts={entry.accepts} over={over} />
        )}
        {entry.dispatch.may && inOrder.length > 0 && <DispatchWeight entryId={entry.id} />}
        {region}
      </div>
      {shown && (
        <div className="entry-preview">
          {shown.current ? (
            <FileView file={shown.current} title={shown.title} />
          ) : (
            <Paragraph className="entry-subtle">{shown.withheld ? s.withheld : t.noFile}</Paragraph>
          )}
        </div>
      )}
      {asked?.what === 'rename' && (
        <RenameDocumentDialog
          entryId={entry.id}
          document={asked.document}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === 'remove' && (
        <RemoveDocumentDialog
          entryId={entry.id}
          document={asked.document}
          only={inOrder.length === 1}
          onRemoved={() => toast('success', t.removed(asked.document.title))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === 'mask' && (
        <MaskDialog entryId={entry.id} document={asked.document} onClose={() => setAsked(undefined)} />
      )}
      {asked?.what === 'control' && (
        <ControlDialog entryId={entry.id} document={asked.document} onClose={() => setAsked(undefined)} />
      )}
      {asked?.what === 'versions' && (
        <VersionsDialog
          entryId={entry.id}
          document={asked.document}
          frozen={frozen}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

/** What is shown while the archive is still putting them in order. */
const arranged = (
  documents: readonly EntryDocumentView[],
  order: readonly string[] | undefined,
): readonly EntryDocumentView[] =>
  order ? order.flatMap((id) => documents.find((document) => document.id === id) ?? []) : documents;
