import { common } from '../../texts/common.ts';
import { formatDate, formatDateTime } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../api/session.ts';

/** `12.03.2026`; undated when there is none. */
export function DateText({ value }: { readonly value: string | undefined }) {
  const t = useTexts(common);
  return value ? <time dateTime={value}>{formatDate(value)}</time> : <span>{t.unknownDate}</span>;
}

/** `12.03.2026 kl. 10:04`, Norwegian time. */
export function DateTimeText({ value }: { readonly value: string }) {
  const language = useLanguage();
  return <time dateTime={value}>{formatDateTime(value, language)}</time>;
}
