import { Link, Paragraph } from '@digdir/designsystemet-react';
import { documentTexts } from '../../../texts/documents.ts';
import { useTexts } from '../../api/session.ts';
import { PdfView } from './pdf-view.tsx';
import './pdf-view.css';

type Props = {
  readonly file: { readonly url: string; readonly mime: string; readonly fileName: string };
  readonly title: string;
};

/** Shows a file as well as the window can: PDF and pictures in place, all else to download. */
export function FileView({ file, title }: Props) {
  const t = useTexts(documentTexts).viewer;
  if (file.mime === 'application/pdf')
    return <PdfView url={file.url} title={title} fileName={file.fileName} />;
  const picture = file.mime === 'image/png' || file.mime === 'image/jpeg';
  return (
    <section className="pdf-view" aria-label={t.region(title)}>
      {picture ? (
        <div className="pdf-scroller">
          <img className="pdf-picture" src={file.url} alt={title} />
        </div>
      ) : (
        <Paragraph className="pdf-notice">{t.notShown}</Paragraph>
      )}
      <p className="pdf-notice">
        <Link href={file.url} download={file.fileName}>
          {t.download} {file.fileName}
        </Link>
      </p>
    </section>
  );
}
