import type { ArchiveEvent } from '../../../domain/events.ts';
import type { Language } from '../../../domain/preferences.ts';
import { noticeTexts } from '../../../texts/notices.ts';

export type Notice = { readonly title: string; readonly body: string; readonly address: string };

/**
 * Text of the notification for an event that the user waits for; `undefined` for all other events. It names the case or
 * entry by number only, since others can read the screen and a title may be screened.
 */
export function answerNotice(event: ArchiveEvent, language: Language): Notice | undefined {
  const t = noticeTexts[language];
  switch (event.kind) {
    case 'answer.received':
      return {
        title: t.answer[event.outcome],
        body: t.inCase(event.caseNumber),
        address: `#/post/${encodeURIComponent(event.entryId)}`,
      };
    case 'dispatch.failed':
      return {
        title: t.dispatchFailed,
        body: t.entry(event.recordNumber),
        address: `#/post/${encodeURIComponent(event.entryId)}`,
      };
    case 'archive.changed':
    case 'dispatch.sent':
    case 'jobs.progress':
      return undefined;
  }
}
