import { Link } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { codes } from '../../../texts/codes.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { useAccessCodeName, useLanguage, useTexts, useUnitName } from '../../api/session.ts';
import { DateText, DateTimeText } from '../../components/date-text.tsx';
import { addressOf } from '../../routing/route.ts';

/** What is registered about the entry, as terms and values; what is empty and of no consequence is left out. */
export function EntryFacts({ entry }: { readonly entry: EntryView }) {
  const t = useTexts(entryTexts);
  const c = useTexts(codes);
  const unitName = useUnitName();
  const accessCodeName = useAccessCodeName();
  const language = useLanguage();
  const { screening, clearance } = entry;
  return (
    <dl className="entry-facts">
      <Fact term={t.fields.runningNumber}>{entry.runningNumber}</Fact>
      <Fact term={t.fields.journalDate}>
        <DateText value={entry.journalDate} />
      </Fact>
      <Fact term={t.fields.documentDate}>
        <DateText value={entry.documentDate} />
      </Fact>
      {entry.receivedAt && (
        <Fact term={t.fields.receivedAt}>
          <DateTimeText value={entry.receivedAt} />
        </Fact>
      )}
      {entry.sentAt && (
        <Fact term={t.fields.sentAt}>
          <DateTimeText value={entry.sentAt} />
        </Fact>
      )}
      {entry.dueOn && (
        <Fact term={t.fields.dueOn}>
          <DateText value={entry.dueOn} />
        </Fact>
      )}
      <Fact term={t.fields.caseworker}>
        {entry.caseworkerName}, {unitName(entry.adminUnit)}
      </Fact>
      <Fact term={t.fields.screening}>
        {screening
          ? [
              accessCodeName(screening.accessCode),
              screening.legalBasis,
              screening.endsOn && t.screeningEnds(formatDate(screening.endsOn)),
            ]
              .filter(Boolean)
              .join(', ')
          : t.unscreened}
      </Fact>
      {entry.publicTitle && <Fact term={t.fields.publicTitle}>{entry.publicTitle}</Fact>}
      {entry.nonSensitiveTitle && <Fact term={t.fields.nonSensitiveTitle}>{entry.nonSensitiveTitle}</Fact>}
      {clearance && (
        <Fact term={t.fields.clearance}>
          {t.cleared(c.clearanceWay[clearance.way], formatDate(clearance.on), clearance.by)}
          {clearance.byRecordNumber && ` ${t.clearedWith(clearance.byRecordNumber)}`}
        </Fact>
      )}
      <Fact term={t.fields.registered}>
        {t.registeredBy(formatDateTime(entry.createdAt, language), entry.createdBy)}
      </Fact>
    </dl>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** The entries this one answers, is answered by, or got from signing. */
export function EntryLinks({ links }: { readonly links: EntryView['links'] }) {
  const t = useTexts(entryTexts);
  if (links.length === 0) return null;
  return (
    <nav className="entry-links" aria-label={t.links.heading}>
      <ul>
        {links.map((link) => (
          <li key={`${link.kind} ${link.entryId}`}>
            <span>{t.links[link.kind]}</span>{' '}
            <Link href={addressOf({ at: 'entry', entryId: link.entryId })}>
              {link.recordNumber} {link.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
