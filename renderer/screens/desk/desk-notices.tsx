import { Alert, Link } from '@digdir/designsystemet-react';
import { accessTexts } from '../../../texts/access.ts';
import { formatDate } from '../../../texts/format.ts';
import { service } from '../../../texts/service.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { vault } from '../../../texts/vault.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { addressOf } from '../../routing/route.ts';

/** What must be seen to before it is too late; nothing is shown when there is nothing. */
export function DeskNotices() {
  const t = useTexts(service);
  const vaultTexts = useTexts(vault);
  const access = useTexts(accessTexts);
  const signing = useTexts(signatureTexts);
  const { recoveryKeyDue } = useSession();
  const { data } = useAsk('desk.notices', {});
  if (!data) return null;
  const { signatures, serviceMissing, accessReviewDue, nobodyAtTop, certificateExpiresAt, downloads } = data;
  if (
    !recoveryKeyDue &&
    !accessReviewDue &&
    !signatures?.worsened &&
    !signatures?.due &&
    !nobodyAtTop &&
    !serviceMissing &&
    certificateExpiresAt === undefined &&
    downloads.length === 0
  )
    return null;
  const toSettings = <Link href={addressOf({ at: 'settings' })}>{t.noticeSettings}</Link>;
  return (
    <section aria-label={t.notices} className="desk-notices">
      {recoveryKeyDue ? (
        <Alert data-color="warning" data-size="sm">
          {vaultTexts.notice} {toSettings}
        </Alert>
      ) : null}
      {signatures?.worsened ? (
        <Alert data-color="warning" data-size="sm">
          {signing.list.notice(signatures.worsened)}{' '}
          <Link href={addressOf({ at: 'signatures' })}>{signing.list.toList}</Link>
        </Alert>
      ) : null}
      {signatures?.due ? (
        <Alert data-color="info" data-size="sm">
          {signing.list.dueNotice(signatures.due)}{' '}
          <Link href={addressOf({ at: 'signatures' })}>{signing.list.toList}</Link>
        </Alert>
      ) : null}
      {accessReviewDue ? (
        <Alert data-color="warning" data-size="sm">
          {access.reviewNotice}{' '}
          <Link href={addressOf({ at: 'access', part: 'review' })}>{access.toReview}</Link>
        </Alert>
      ) : null}
      {nobodyAtTop?.roles.map((role) => (
        <Alert key={role} data-color="warning" data-size="sm">
          {access.nobodyAtTop[role](nobodyAtTop.unit)}{' '}
          <Link href={addressOf({ at: 'access', part: 'users' })}>{access.toUsers}</Link>
        </Alert>
      ))}
      {serviceMissing ? (
        <Alert data-color="info" data-size="sm">
          {t.noticeMissing} {toSettings}
        </Alert>
      ) : null}
      {certificateExpiresAt === undefined ? null : (
        <Alert data-color="warning" data-size="sm">
          {t.noticeSoon(formatDate(certificateExpiresAt))} {toSettings}
        </Alert>
      )}
      {downloads.map((one) => (
        <Alert key={one.entryId} data-color="warning" data-size="sm">
          <Link href={addressOf({ at: 'entry', entryId: one.entryId })}>
            {t.noticeDownload(one.recordNumber, one.title, formatDate(one.fetchBefore))}
          </Link>
        </Alert>
      ))}
    </section>
  );
}

/** The same warning, beside the job it is about. */
export function DownloadNotice({ entryId }: { readonly entryId: string }) {
  const t = useTexts(service);
  const { data } = useAsk('desk.notices', {});
  const found = data?.downloads.find((one) => one.entryId === entryId);
  return found ? (
    <Alert data-color="warning" data-size="sm">
      {t.noticeDownload(found.recordNumber, found.title, formatDate(found.fetchBefore))}
    </Alert>
  ) : null;
}
