import { Button, Dropdown, Link, Tag } from '@digdir/designsystemet-react';
import { DragVerticalIcon, FilePdfIcon, MenuElipsisVerticalIcon } from '@navikt/aksel-icons';
import { type ReactNode, useRef, useState } from 'react';
import type { Decision } from '../../../domain/decision.ts';
import type { EntryDocumentView } from '../../../preload/contract/views.ts';
import { documentTexts } from '../../../texts/documents.ts';
import { formatBytes } from '../../../texts/format.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { ActionItem } from './entry-actions.tsx';

/** What its menu can open. */
export type AskedOfDocument = 'rename' | 'remove' | 'versions' | 'mask' | 'control';

type Props = {
  readonly document: EntryDocumentView;
  readonly position: number;
  readonly count: number;
  readonly frozen: boolean;
  /** Shown in the preview. */
  readonly current: boolean;
  readonly accepts: readonly string[];
  readonly onShow: () => void;
  readonly onMove: (to: number) => void;
  readonly onDrag: (on: boolean) => void;
  readonly onDropHere: () => void;
  readonly onReplace: (file: File) => void;
  readonly mask: Decision;
  readonly mayRename: boolean;
  /** Whether it is screened by itself. */
  readonly marks: ReactNode;
  readonly onAsk: (what: AskedOfDocument) => void;
};

const ROW = 'application/x-segl-document';

export function DocumentRow(props: Props) {
  const { document, position, count, frozen, current, onShow, onMove } = props;
  const t = useTexts(documentTexts);
  const signing = useTexts(signatureTexts);
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const file = document.current;
  const role = position === 0 ? t.main : t.attachment(position);
  return (
    <li
      className="entry-document"
      data-over={over || undefined}
      data-current={current || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(ROW)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!event.dataTransfer.types.includes(ROW)) return;
        event.preventDefault();
        props.onDropHere();
      }}
    >
      {frozen || count < 2 ? (
        <FilePdfIcon aria-hidden className="entry-document-icon" />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way to what the two buttons do
        <span
          className="entry-document-icon entry-document-drag"
          draggable
          title={t.actions.drag(document.title)}
          onDragStart={(event) => {
            event.dataTransfer.setData(ROW, document.id);
            event.dataTransfer.effectAllowed = 'move';
            props.onDrag(true);
          }}
          onDragEnd={() => props.onDrag(false)}
        >
          <DragVerticalIcon aria-hidden />
        </span>
      )}
      <div className="entry-document-words">
        <span className="entry-document-role">{role}</span>
        <button
          type="button"
          className="ds-link entry-document-title"
          aria-current={current ? 'true' : undefined}
          onClick={onShow}
        >
          {document.title}
        </button>
        <span className="entry-subtle">
          {file
            ? [
                file.fileName,
                t.pages(file.pages),
                formatBytes(file.size, language),
                file.version > 1 && t.version(file.version),
              ]
                .filter(Boolean)
                .join(' · ')
            : document.withheld
              ? null
              : t.noFile}
        </span>
        {props.marks}
        {document.publicVariant && <VariantTag variant={document.publicVariant} />}
        {file?.signature && (
          <Tag data-size="sm" data-color={file.signature.verification === 'V' ? 'success' : 'warning'}>
            {file.signature.verification === 'V' ? t.signedVerified : t.signedUnverified}
          </Tag>
        )}
        {file?.signature && !document.withheld && (
          <Button
            variant="tertiary"
            data-size="sm"
            className="entry-document-control"
            onClick={() => props.onAsk('control')}
          >
            {signing.again}
          </Button>
        )}
      </div>
      <div className="entry-document-actions">
        {!frozen && <MoveButtons name={document.title} position={position} count={count} onMove={onMove} />}
        {document.withheld ? null : <RowMenu {...props} />}
      </div>
    </li>
  );
}

/** The public variant to open, and whether it still says what the document says. */
function VariantTag({ variant }: { readonly variant: NonNullable<EntryDocumentView['publicVariant']> }) {
  const t = useTexts(maskingTexts).row;
  return (
    <span className="entry-variant">
      <Link href={variant.object.url} target="_blank" rel="noreferrer">
        {t.link}
      </Link>
      {variant.outdated && (
        <>
          <Tag data-size="sm" data-color="warning">
            {t.outdated}
          </Tag>
          <span className="entry-subtle">{t.outdatedHelp}</span>
        </>
      )}
    </span>
  );
}

function RowMenu({ document, frozen, accepts, mask, mayRename, onReplace, onAsk }: Props) {
  const t = useTexts(documentTexts);
  const masking = useTexts(maskingTexts);
  const signing = useTexts(signatureTexts);
  const [open, setOpen] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const ask = (what: AskedOfDocument) => () => {
    setOpen(false);
    onAsk(what);
  };
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger
        icon
        variant="tertiary"
        data-size="sm"
        aria-label={t.actions.menu(document.title)}
        onClick={() => setOpen(!open)}
      >
        <MenuElipsisVerticalIcon aria-hidden />
      </Dropdown.Trigger>
      <Dropdown open={open} onClose={() => setOpen(false)} placement="bottom-end">
        <Dropdown.List>
          {document.current && (
            <Dropdown.Item>
              <Dropdown.Button asChild>
                <a href={document.current.url} download={document.current.fileName}>
                  {t.actions.download}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          )}
          <Dropdown.Item>
            <Dropdown.Button onClick={ask('versions')}>{t.actions.versions}</Dropdown.Button>
          </Dropdown.Item>
          {document.current?.mime === 'application/pdf' && (mask.may || mask.code !== 'not-allowed') && (
            <ActionItem text={masking.make} decision={mask} onChoose={ask('mask')} />
          )}
          {document.current?.mime === 'application/pdf' && (
            <Dropdown.Item>
              <Dropdown.Button onClick={ask('control')}>{signing.again}</Dropdown.Button>
            </Dropdown.Item>
          )}
          {mayRename && (
            <Dropdown.Item>
              <Dropdown.Button onClick={ask('rename')}>{t.actions.rename}</Dropdown.Button>
            </Dropdown.Item>
          )}
          {!frozen && (
            <>
              <Dropdown.Item>
                <Dropdown.Button
                  onClick={() => {
                    setOpen(false);
                    chooser.current?.click();
                  }}
                >
                  {t.actions.replace}
                </Dropdown.Button>
              </Dropdown.Item>
              <Dropdown.Item>
                <Dropdown.Button data-color="danger" onClick={ask('remove')}>
                  {t.actions.remove}
                </Dropdown.Button>
              </Dropdown.Item>
            </>
          )}
        </Dropdown.List>
      </Dropdown>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={`${t.actions.replace} ${document.title}`}
        accept={accepts.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onReplace(file);
        }}
      />
    </Dropdown.TriggerContext>
  );
}
