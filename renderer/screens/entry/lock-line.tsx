import { Paragraph } from '@digdir/designsystemet-react';
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { useLanguage, useTexts } from '../../api/session.ts';

/** `final` is said more exactly by the status the entry has reached. */
export function lockReason(entry: Pick<EntryView, 'lock' | 'status'>) {
  const code = entry.lock?.code;
  if (code !== 'final') return code;
  if (entry.status === 'J') return 'journalled';
  return entry.status === 'A' ? 'archived' : 'final';
}

/** «Låst: ekspedert 12.03.2026 kl. 10:04 av …», and who may unlock it. */
export function LockLine({ entry }: { readonly entry: Pick<EntryView, 'lock' | 'status'> }) {
  const t = useTexts(entryTexts);
  const language = useLanguage();
  const reason = lockReason(entry);
  if (!reason) return null;
  const { at, by } = entry.lock ?? {};
  return (
    <div className="entry-lock">
      <PadlockLockedIcon aria-hidden />
      <Paragraph>
        <strong>
          {t.lock[reason]}
          {at ? t.lockWhen(formatDateTime(at, language)) : ''}
          {by ? t.lockWho(by) : ''}.
        </strong>{' '}
        {t.unlock[reason]}
      </Paragraph>
    </div>
  );
}
