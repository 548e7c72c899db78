import type { Language } from '../../../domain/preferences.ts';
import type { SignatureFinding } from '../../../domain/signature-report.ts';
import { formatBytes, formatDate, formatDateTime } from '../../../texts/format.ts';
import { type SignatureTexts, signatureTexts } from '../../../texts/signatures.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import type { WriteControlLetter } from '../../ports/control-letter.ts';

/** Words the report of a control. */
export const writeControlLetter: WriteControlLetter = (
  control,
  { isFiled, recordCreator, language: spoken },
) => {
  const t = signatureTexts[spoken];
  const { report, verdict } = control;
  const parts = verdict && [
    verdictTexts[spoken].sealedBy[verdict.sealedBy.code](verdict.sealedBy.facts),
    verdictTexts[spoken].unchanged[verdict.unchanged.code](verdict.unchanged.facts),
    verdictTexts[spoken].isWhatWasSent[verdict.isWhatWasSent.code](verdict.isWhatWasSent.facts),
    ...verdict.evidence.map((one) => verdictTexts[spoken].evidence[one.code](one.facts)),
  ];
  return {
    sender: recordCreator,
    title: `${t.reportHeading}: ${t.words[report.word]}`,
    meta: [
      { label: t.labels.file, value: control.fileName },
      { label: t.labels.size, value: formatBytes(control.size, spoken) },
      { label: t.labels.digest, value: control.sha256 },
      { label: t.labels.controlled, value: formatDateTime(control.at, spoken) },
      { label: t.labels.program, value: `Segl ${control.seglVersion}` },
    ],
    body: [
      `# ${t.provesTitle}`,
      t.proves[report.word],
      `# ${t.notProvedTitle}`,
      isFiled ? t.notProved.filed : t.notProved.file,
      ...(report.format === 'xades' ? [t.notProved.xades] : []),
      ...report.about.map((digest) => `- ${t.labels.about}: ${digest}`),
      ...(parts ? [`# ${t.boundTitle}`, ...parts] : []),
      ...report.signatures.flatMap((one, place) => signatureLines(one, place, t, spoken)),
      `# ${t.labels.renewal}`,
      report.renewal ? t.renewBy(formatDate(report.renewal.by), t.causes[report.renewal.cause]) : t.noRenewal,
      `# ${t.labels.anchors}`,
      ...report.anchors.map(({ name, fingerprint }) => `- ${name}: SHA-256 ${fingerprint}`),
      ...(report.anchors.length === 0 ? [t.noAnchor] : []),
    ],
    signatureLines: [],
    footer: t.reportFooter(control.seglVersion),
    language: spoken,
    createdAt: control.at,
  };
};

function signatureLines(
  one: SignatureFinding,
  place: number,
  t: SignatureTexts,
  spoken: Language,
): readonly string[] {
  const time = (at: string) => formatDateTime(at, spoken);
  return [
    `# ${place + 1}. ${t.kind[one.kind]}: ${one.by || t.unknownName}${
      one.organisation ? ` (${t.organisation(one.organisation)})` : ''
    }`,
    `${t.codes[one.code]}${one.onBehalfOf ? ` ${t.onBehalfOf(one.onBehalfOf)}.` : ''}`,
    ...(one.claimedAt ? [`- ${t.labels.claimed}: ${time(one.claimedAt)}, ${t.claimedOnly}`] : []),
    `- ${t.labels.time}: ${time(one.time.at)}, ${t.times[one.time.source]}`,
    ...(one.kind === 'signature' ? [`- ${t.labels.level}: ${t.levels[one.level]}`] : []),
    `- ${t.labels.later}: ${t.later[one.later]}${one.altered ? ` ${t.alteredPart(one.altered)}` : ''}`,
    ...(one.digest ? [`- ${t.labels.method}: ${one.digest}`] : []),
    ...one.stamps.map(
      (stamp) =>
        `- ${t.labels.stamps}: ${t.stamp(time(stamp.at), stamp.by)}${
          stamp.isIntact ? (stamp.isTrusted ? '' : `, ${t.stampUntrusted}`) : `, ${t.stampBroken}`
        }`,
    ),
    ...one.chain.map(
      (link) =>
        `- ${link.name}: ${t.validity(formatDate(link.from), formatDate(link.to))}, ${link.key}, ${t.revocation[link.revocation]}${
          link.revokedAt ? ` ${formatDate(link.revokedAt)}` : ''
        }`,
    ),
  ];
}
