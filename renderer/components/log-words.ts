import type { LogEvent } from '../../domain/change-log.ts';
import type { Language } from '../../domain/preferences.ts';
import { codes } from '../../texts/codes.ts';
import { formatDate, formatDateTime } from '../../texts/format.ts';

import { sentenceFor } from '../../texts/language.ts';
import { log } from '../../texts/log.ts';

/** An event in words: one sentence, or a field with what it held before and after (absent where it was empty). */
export type LogWords =
  | { readonly sentence: string }
  | { readonly field: string; readonly before?: string; readonly after?: string };

/** What a row of the change log says to a reader of this language. */
export function logWords(event: LogEvent, language: Language): LogWords {
  if (event.code === 'field-changed') {
    const { field, before, after } = event.facts;
    const names: Readonly<Record<string, string | undefined>> = log[language].fields;
    return {
      field: names[field] ?? field,
      ...(!isBlank(before) && { before: valueWords(field, before, language) }),
      ...(!isBlank(after) && { after: valueWords(field, after, language) }),
    };
  }
  return { sentence: sentenceFor(log[language].events, event) };
}

/** The log stores a fixed token where there was nothing. */
const isBlank = (value: string): boolean => value === '' || value === '(tom)';

function valueWords(field: string, value: string, language: Language): string {
  const c = codes[language];
  const t = log[language];
  const words: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    saksstatus: c.caseStatus,
    journalstatus: c.entryStatus,
    dokumentstatus: t.documentStatus,
    avskrivningsmaate: c.clearanceWay,
  };
  const known = words[field]?.[value];
  if (known !== undefined) return known;
  if (field === 'skjermingMetadata' || field === 'skjermingDokument') {
    const screens: Readonly<Record<string, string | undefined>> = t.screens;
    return value
      .split(', ')
      .map((word) => screens[word] ?? word)
      .join(', ');
  }
  if (field === 'korrespondansepartNavn') {
    const copy = c.partyKind.EK.toLowerCase();
    // The kind goes without saying, but for one that was made a copy recipient.
    return value.replace(/(^|, )EK ([^,]+)/g, `$1$2 (${copy})`).replace(/(^|, )[EGI][AKMS] /g, '$1');
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(value, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
}
