import type { Catalogue } from './language.ts';

const nb = {
  heading: 'Gjenopprettet: utsending er stengt',
  intro: (date: string) =>
    `Siden ${date} er arkivet eldre enn det Segl vet om det. Det er trolig hentet tilbake fra en sikkerhetskopi. Det som ble sendt etter kopien, må tas imot før noe nytt sendes. Nye numre fortsetter etter dem som er brukt.`,
  forCentre: 'Dokumentsenteret må ordne dette.',
  unknown: (count: number) => `Oppdrag arkivet ikke kjenner (${count})`,
  job: (number: string, state: string) => `Oppdrag ${number}: ${state}.`,
  entryUnknown: 'Journalposten er ikke kjent.',
  entryGone: 'Journalposten er ikke i arkivet.',
  file: 'Legg i en sak',
  fileHeading: (number: string) => `Legg svaret på oppdrag ${number} i en sak`,
  fileAsAnswer: (entry: string) => `Legg i saken som svar på ${entry}`,
  filed: 'Svaret er lagt i saken.',
  lost: (count: number) => `Sendt før, og ikke hørt fra ennå (${count})`,
  lostHelp:
    'Svaret kommer hit når noen har signert eller avvist. Er du sikker på at det aldri kommer, kan journalposten frigis.',
  dismiss: 'Kommer aldri: frigi',
  running:
    'Oppdrag som pågår, kan tas til etterretning. Da kan annet sendes imens. Oppdraget blir stående her til svaret er lagt i en sak, og journalposten sendes ikke på nytt.',
  acknowledge: 'Ta til etterretning',
  acknowledged: (date: string) => `Tatt til etterretning ${date}.`,
  answered: (count: number) => `Svar som er mottatt før, men ikke er i arkivet (${count})`,
  answeredOn: (date: string) => `Mottatt ${date}.`,
  answeredHelp:
    'Svaret ble mottatt etter kopien. Signeringstjenesten sender det bare på nytt hvis det ikke ble kvittert for; da legges det i saken av seg selv. Hent det ellers fra en nyere kopi av arkivet eller hos signeringstjenesten, og journalfør det i saken. Regnes svaret som tapt, legges et notat om det i saken.',
  countAsLost: 'Regn svaret som tapt',
  basketTitle: 'Ukjente oppdrag',
  basketText:
    'Oppdrag som ble sendt eller besvart etter sikkerhetskopien som er i bruk. Dokumentsenteret legger svarene i en sak.',
  basketEmptyTitle: 'Kurven er tom',
  basketEmpty: 'Arkivet kjenner alle oppdrag signeringstjenesten har fortalt om.',
  openHeading: 'Oppdrag arkivet ikke kjenner',
  reopen: 'Åpne for utsending',
  reopened: 'Utsending er åpnet igjen.',
};
const nn: typeof nb = {
  heading: 'Gjenoppretta: utsending er stengd',
  intro: (date) =>
    `Sidan ${date} er arkivet eldre enn det Segl veit om det. Det er truleg henta tilbake frå ein tryggleikskopi. Det som vart sendt etter kopien, må takast imot før noko nytt blir sendt. Nye nummer held fram etter dei som er brukte.`,
  forCentre: 'Dokumentsenteret må ordne dette.',
  unknown: (count) => `Oppdrag arkivet ikkje kjenner (${count})`,
  job: (number, state) => `Oppdrag ${number}: ${state}.`,
  entryUnknown: 'Journalposten er ikkje kjend.',
  entryGone: 'Journalposten er ikkje i arkivet.',
  file: 'Legg i ei sak',
  fileHeading: (number) => `Legg svaret på oppdrag ${number} i ei sak`,
  fileAsAnswer: (entry) => `Legg i saka som svar på ${entry}`,
  filed: 'Svaret er lagt i saka.',
  lost: (count) => `Sendt før, og ikkje høyrt frå enno (${count})`,
  lostHelp:
    'Svaret kjem hit når nokon har signert eller avvist. Er du sikker på at det aldri kjem, kan journalposten frigjevast.',
  dismiss: 'Kjem aldri: frigjev',
  running:
    'Oppdrag som går føre seg, kan takast til etterretning. Då kan anna sendast imens. Oppdraget blir ståande her til svaret er lagt i ei sak, og journalposten blir ikkje send på nytt.',
  acknowledge: 'Ta til etterretning',
  acknowledged: (date) => `Teke til etterretning ${date}.`,
  answered: (count) => `Svar som er mottekne før, men ikkje er i arkivet (${count})`,
  answeredOn: (date) => `Motteke ${date}.`,
  answeredHelp:
    'Svaret vart motteke etter kopien. Signeringstenesta sender det berre på nytt om det ikkje vart kvittert for; då blir det lagt i saka av seg sjølv. Hent det elles frå ein nyare kopi av arkivet eller hos signeringstenesta, og journalfør det i saka. Blir svaret rekna som tapt, blir eit notat om det lagt i saka.',
  countAsLost: 'Rekn svaret som tapt',
  basketTitle: 'Ukjende oppdrag',
  basketText:
    'Oppdrag som vart sende eller svarte på etter tryggleikskopien som er i bruk. Dokumentsenteret legg svara i ei sak.',
  basketEmptyTitle: 'Korga er tom',
  basketEmpty: 'Arkivet kjenner alle oppdrag signeringstenesta har fortalt om.',
  openHeading: 'Oppdrag arkivet ikkje kjenner',
  reopen: 'Opne for utsending',
  reopened: 'Utsending er opna att.',
};
const en: typeof nb = {
  heading: 'Restored: sending is closed',
  intro: (date) =>
    `Since ${date} the archive is older than what Segl knows of it. It has probably been restored from a backup. What was sent after the backup must be taken in before anything new is sent. New numbers go on after those that were used.`,
  forCentre: 'The document centre must settle this.',
  unknown: (count) => `Jobs the archive does not know (${count})`,
  job: (number, state) => `Job ${number}: ${state}.`,
  entryUnknown: 'The entry is not known.',
  entryGone: 'The entry is not in the archive.',
  file: 'File in a case',
  fileHeading: (number) => `File the answer to job ${number} in a case`,
  fileAsAnswer: (entry) => `File in the case as the answer to ${entry}`,
  filed: 'The answer is filed in the case.',
  lost: (count) => `Sent before, and not heard of yet (${count})`,
  lostHelp:
    'The answer comes here when somebody has signed or refused. If you are sure that it never comes, the entry can be released.',
  dismiss: 'Never comes: release',
  running:
    'Jobs that still run can be acknowledged. Others can then be sent meanwhile. The job stays listed here until its answer is filed, and its entry is not sent again.',
  acknowledge: 'Acknowledge',
  acknowledged: (date) => `Acknowledged ${date}.`,
  answered: (count) => `Answers received before that are not in the archive (${count})`,
  answeredOn: (date) => `Received ${date}.`,
  answeredHelp:
    'The answer was received after the backup. The signing service only sends it again if it was not confirmed; then it is filed by itself. Otherwise fetch it from a newer copy of the archive or at the signing service, and register it in the case. If the answer is counted as lost, a note of that is filed in the case.',
  countAsLost: 'Count the answer as lost',
  basketTitle: 'Unknown jobs',
  basketText:
    'Jobs that were sent or answered after the backup that is in use. The document centre files the answers in a case.',
  basketEmptyTitle: 'The basket is empty',
  basketEmpty: 'The archive knows every job the signing service has told of.',
  openHeading: 'Jobs the archive does not know',
  reopen: 'Open for sending',
  reopened: 'Sending is open again.',
};
export const restorationTexts: Catalogue<typeof nb> = { nb, nn, en };
