import type { Language } from '../domain/preferences.ts';

const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const zone = 'Europe/Oslo';
const two = (value: number): string => String(value).padStart(2, '0');

/** `12.03.2026` in every language, from a calendar date or an instant (shown in Norwegian time). */
export function formatDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return `${value.slice(8, 10)}.${value.slice(5, 7)}.${value.slice(0, 4)}`;
  const parts = partsOf(value);
  return `${parts.day}.${parts.month}.${parts.year}`;
}

/** `kl. 14:05`, English `14:05`; Norwegian time. */
export function formatTime(instant: string, language: Language): string {
  const parts = partsOf(instant);
  const clock = `${parts.hour}:${parts.minute}`;
  return language === 'en' ? clock : `kl. ${clock}`;
}

export const formatDateTime = (instant: string, language: Language): string =>
  `${formatDate(instant)} ${formatTime(instant, language)}`;

/** `3 145 728` with the grouping of the language. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(value);

/** `842 kB`, `2,9 MB`: 1 MB is 1 048 576 bytes, as the limits are. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${formatNumber(bytes, language)} byte`;
  const inMegabytes = bytes >= 1_048_576;
  const value = bytes / (inMegabytes ? 1_048_576 : 1024);
  const digits = inMegabytes ? 1 : 0;
  const shown = new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits }).format(value);
  return `${shown} ${inMegabytes ? 'MB' : 'kB'}`;
}

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const partsOf = (instant: string) => {
  const found = new Map(formatter.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => two(Number(found.get(type) ?? 0));
  return {
    year: found.get('year') ?? '',
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
};
