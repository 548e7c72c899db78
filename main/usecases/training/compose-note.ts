import type { Answer } from '../../domain/answer.ts';
import { answerKind } from '../../domain/answer.ts';
import type { Instant } from '../../domain/basics.ts';
import type { Signer, SignerState } from '../../domain/signing-job.ts';
import type { Note } from '../../ports/pdf-workshop.ts';
import { longDate } from './norwegian-date.ts';
import type { PlannedJob } from './plan.ts';

const states: Partial<Record<SignerState, string>> = {
  signed: 'Signert',
  rejected: 'Avvist',
  cancelled: 'Avbrutt',
  expired: 'Utløpt',
  reserved: 'Reservert mot elektronisk kommunikasjon',
  contactInformationMissing: 'Mangler kontaktinformasjon',
  blocked: 'Sperret',
  nameNotAvailable: 'Navn ikke tilgjengelig',
  notApplicable: 'Fikk ikke dokumentet til signering',
};
const intros: Partial<Record<ReturnType<typeof answerKind>, string>> = {
  rejected: 'En av undertegnerne har avvist å signere dokumentet. Signeringsoppdraget er avsluttet.',
  expired: 'Fristen gikk ut før alle hadde signert. Signeringsoppdraget er avsluttet.',
  cancelled: 'Kommunen avbrøt signeringsoppdraget før alle hadde signert.',
  reserved: 'En av undertegnerne er reservert mot elektronisk kommunikasjon. Dokumentet ble ikke sendt.',
};

/** The note that stands in for a signed document when there is none. */
export function composeNote(
  job: Pick<PlannedJob, 'title' | 'orderedBy' | 'orderedAt' | 'deadlineDays' | 'signers'>,
  answer: Answer,
  { title, caseNumber }: { readonly title: string; readonly caseNumber: string },
): Note {
  return {
    heading: title,
    intro: intros[answerKind(answer)] ?? 'Signeringsoppdraget ble avsluttet uten at alle hadde signert.',
    rows: [
      { label: 'Dokument', value: job.title },
      { label: 'Sak', value: caseNumber },
      { label: 'Ekspedert av', value: `${job.orderedBy}, ${clock(job.orderedAt)}` },
      { label: 'Signeringsfrist', value: `${job.deadlineDays} dager` },
      { label: 'Avgjort', value: clock(answer.decidedAt) },
    ],
    table: {
      head: ['Undertegner', 'Status', 'Tidspunkt'],
      rows: job.signers.map((signer) => [named(signer), states[signer.state] ?? 'Ukjent', time(signer)]),
    },
    footer: `Laget av Segl i sak ${caseNumber}`,
    language: 'nb',
    createdAt: answer.receivedAt,
  };
}

const named = (signer: Signer): string =>
  signer.onBehalfOf ? `${signer.onBehalfOf} v/ ${signer.name}` : signer.name;
const time = ({ since }: Signer): string => (since ? clock(since) : '');
const clock = (at: Instant): string => `${longDate(at)} kl. ${norwegianTime(at)}`;

/** Norwegian wall time: UTC + 2 from the last Sunday of March to the last of October, else + 1. */
function norwegianTime(at: Instant): string {
  const instant = Date.parse(at);
  const year = Number(at.slice(0, 4));
  const summer = instant >= lastSunday(year, 2) && instant < lastSunday(year, 9);
  return new Date(instant + (summer ? 2 : 1) * 3_600_000).toISOString().slice(11, 16);
}
const lastSunday = (year: number, month: number): number => {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * 86_400_000;
};
