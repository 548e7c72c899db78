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
  reopen: 'Open for sending',
  reopened: 'Sending is open again.',
};
export const restorationTexts: Catalogue<typeof nb> = { nb, nn, en };
