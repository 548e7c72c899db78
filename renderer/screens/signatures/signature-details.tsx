import type { SignatureFinding } from '../../../domain/signature-report.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { useLanguage, useTexts } from '../../api/session.ts';

/** Everything about one signature or time stamp. */
export function SignatureDetails({ signature }: { readonly signature: SignatureFinding }) {
  const t = useTexts(signatureTexts);
  const language = useLanguage();
  const when = (at: string) => formatDateTime(at, language);
  const { labels } = t;
  return (
    <li>
      <strong>
        {t.kind[signature.kind]}: {signature.by || t.unknownName}
        {signature.organisation ? ` (${t.organisation(signature.organisation)})` : ''}
      </strong>
      <p>
        {t.codes[signature.code]}
        {signature.onBehalfOf ? ` ${t.onBehalfOf(signature.onBehalfOf)}.` : ''}
      </p>
      <dl className="control-facts">
        {signature.claimedAt ? (
          <>
            <dt>{labels.claimed}</dt>
            <dd>
              {when(signature.claimedAt)}, {t.claimedOnly}
            </dd>
          </>
        ) : null}
        <dt>{labels.time}</dt>
        <dd>
          {when(signature.time.at)}, {t.times[signature.time.source]}
        </dd>
        {signature.kind === 'signature' ? (
          <>
            <dt>{labels.level}</dt>
            <dd>{t.levels[signature.level]}</dd>
          </>
        ) : null}
        <dt>{labels.later}</dt>
        <dd>
          {t.later[signature.later]} {signature.altered ? t.alteredPart(signature.altered) : ''}
        </dd>
        {signature.digest ? (
          <>
            <dt>{labels.method}</dt>
            <dd>{signature.digest}</dd>
          </>
        ) : null}
        {signature.stamps.length > 0 ? (
          <>
            <dt>{labels.stamps}</dt>
            <dd>
              {signature.stamps.map((stamp) => (
                <span key={`${stamp.at} ${stamp.by}`} className="control-line">
                  {t.stamp(when(stamp.at), stamp.by)}
                  {stamp.isIntact ? (stamp.isTrusted ? '' : `, ${t.stampUntrusted}`) : `, ${t.stampBroken}`}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {signature.renewal ? (
          <>
            <dt>{labels.renewal}</dt>
            <dd>{t.renewBy(formatDate(signature.renewal.by), t.causes[signature.renewal.cause])}</dd>
          </>
        ) : null}
        {signature.chain.length > 0 ? (
          <>
            <dt>{labels.chain}</dt>
            <dd>
              {signature.chain.map((link) => (
                <span key={link.fingerprint} className="control-line">
                  {link.name}: {t.validity(formatDate(link.from), formatDate(link.to))}, {link.key},{' '}
                  {t.revocation[link.revocation]}
                  {link.revokedAt ? ` ${formatDate(link.revokedAt)}` : ''}
                </span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </li>
  );
}
