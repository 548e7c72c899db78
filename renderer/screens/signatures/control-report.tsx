import { Alert, Details, Heading, Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import { isVerified } from '../../../domain/verdict.ts';
import type { ControlView } from '../../../preload/contract/signatures.ts';
import { formatBytes, formatDate, formatDateTime } from '../../../texts/format.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { SignatureDetails } from './signature-details.tsx';
import { wordTones } from './word-tones.ts';
import './signatures.css';

/** What a control found out: plain words first, what it proves and what not, then the details, and reports to save. */
export function ControlReport({ control }: { readonly control: ControlView }) {
  const t = useTexts(signatureTexts);
  const language = useLanguage();
  const { report } = control;
  return (
    <article className="control-report" aria-label={t.words[report.word]}>
      <div className="control-word">
        <Heading level={3} data-size="xs">
          {control.fileName}
        </Heading>
        <Tag data-color={wordTones[report.word]}>{t.words[report.word]}</Tag>
      </div>
      {control.isWorse ? (
        <Alert data-color="warning" data-size="sm">
          {t.worse}
        </Alert>
      ) : null}
      <div className="control-claims">
        <section>
          <strong>{t.provesTitle}</strong>
          <Paragraph>{t.proves[report.word]}</Paragraph>
        </section>
        <section>
          <strong>{t.notProvedTitle}</strong>
          <Paragraph>{control.isFiled ? t.notProved.filed : t.notProved.file}</Paragraph>
          {report.format === 'xades' ? <Paragraph>{t.notProved.xades}</Paragraph> : null}
        </section>
      </div>
      {control.verdict ? <Bound verdict={control.verdict} /> : null}
      <dl className="control-facts">
        <dt>{t.labels.controlled}</dt>
        <dd>{t.controlledAt(formatDateTime(control.at, language), control.by)}</dd>
        <dt>{t.labels.renewal}</dt>
        <dd>
          {report.renewal
            ? t.renewBy(formatDate(report.renewal.by), t.causes[report.renewal.cause])
            : t.noRenewal}
        </dd>
        {report.about.map((digest) => (
          <About key={digest} digest={digest} />
        ))}
      </dl>
      <p className="control-save">
        <Link href={control.pdfUrl} download>
          {t.savePdf}
        </Link>
        <Link href={control.jsonUrl} download>
          {t.saveJson}
        </Link>
      </p>
      <Details data-size="sm">
        <Details.Summary>
          {t.details}: {t.signaturesTitle(report.signatures.length)}
        </Details.Summary>
        <Details.Content>
          <ol className="control-signatures">
            {report.signatures.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a control never changes
              <SignatureDetails key={place} signature={one} />
            ))}
          </ol>
          <dl className="control-facts">
            <dt>{t.labels.updates}</dt>
            <dd>{report.updatesAfter}</dd>
            <dt>{t.labels.size}</dt>
            <dd>{formatBytes(control.size, language)}</dd>
            <dt>{t.labels.digest}</dt>
            <dd className="control-digest">{control.sha256}</dd>
            <dt>{t.labels.program}</dt>
            <dd>{t.program(control.seglVersion)}</dd>
            <dt>{t.labels.anchors}</dt>
            <dd>
              {report.anchors.length === 0
                ? t.noAnchor
                : report.anchors.map(({ name, fingerprint }) => (
                    <span key={fingerprint} className="control-line">
                      {name} <span className="control-digest">{fingerprint}</span>
                    </span>
                  ))}
            </dd>
          </dl>
        </Details.Content>
      </Details>
    </article>
  );
}

function About({ digest }: { readonly digest: string }) {
  const t = useTexts(signatureTexts);
  return (
    <>
      <dt>{t.labels.about}</dt>
      <dd className="control-digest">{digest}</dd>
    </>
  );
}

/** The answer to a job is also compared with what was sent; nothing else ever is. */
function Bound({ verdict }: { readonly verdict: NonNullable<ControlView['verdict']> }) {
  const t = useTexts(signatureTexts);
  const words = useTexts(verdictTexts);
  const parts = [
    { part: verdict.sealedBy, text: words.sealedBy[verdict.sealedBy.code](verdict.sealedBy.facts) },
    { part: verdict.unchanged, text: words.unchanged[verdict.unchanged.code](verdict.unchanged.facts) },
    {
      part: verdict.isWhatWasSent,
      text: words.isWhatWasSent[verdict.isWhatWasSent.code](verdict.isWhatWasSent.facts),
    },
    ...verdict.evidence.map((one) => ({ part: one, text: words.evidence[one.code](one.facts) })),
  ];
  const holds = isVerified(verdict);
  return (
    <section>
      <strong>{t.boundTitle}</strong>
      <Paragraph>{holds ? t.bound : t.notBound}</Paragraph>
      {holds ? null : (
        <ul className="control-parts">
          {parts
            .filter(({ part }) => part.outcome !== 'holds')
            .map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
        </ul>
      )}
    </section>
  );
}
