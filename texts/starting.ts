import type { Catalogue } from './language.ts';

const nb = {
  cannotOpen: 'Segl kan ikke åpne arkivet',
  inUse: 'Arkivet er allerede åpent i et annet vindu. Bruk det, eller lukk det og prøv igjen.',
  noAccess: (place: string) =>
    `Segl får ikke lese og skrive her: ${place}. Be den som drifter maskinen om skrivetilgang til mappen.`,
  diskFull: 'Disken er full. Frigjør plass og start Segl igjen. Ingenting er gått tapt.',
  tooManyFiles: 'Maskinen har for mange filer åpne. Lukk noen programmer og start Segl igjen.',
  keyRing:
    'Nøkkelringen på maskinen åpner ikke arkivets hvelv. Lås opp nøkkelringen, eller logg inn som den som opprettet arkivet, og start Segl igjen.',
  incomplete: 'Segl er ikke helt installert, eller holder på å bli oppdatert. Vent litt og prøv igjen.',
  unexpected: (reason: string) => `Noe uventet skjedde under oppstarten: ${reason}`,
  seeLog: (path: string) => `Loggen er i ${path}`,
  stopped: 'Segl måtte avslutte',
  stoppedBecause: (reason: string) => `Noe uventet skjedde: ${reason} Det som var lagret, er trygt.`,
  pageFailed: 'Vinduet sluttet å svare og ble lastet på nytt.',
  building: (percent: number) => `Bygger opplæringsarkivet, bare denne første gangen: ${percent} %`,
};
type StartingTexts = typeof nb;

const nn: StartingTexts = {
  cannotOpen: 'Segl kan ikkje opne arkivet',
  inUse: 'Arkivet er alt ope i eit anna vindauge. Bruk det, eller lukk det og prøv igjen.',
  noAccess: (place) =>
    `Segl får ikkje lese og skrive her: ${place}. Be den som driftar maskina om skrivetilgang til mappa.`,
  diskFull: 'Disken er full. Frigjer plass og start Segl igjen. Ingenting er gått tapt.',
  tooManyFiles: 'Maskina har for mange filer opne. Lukk nokre program og start Segl igjen.',
  keyRing:
    'Nøkkelringen på maskina opnar ikkje kvelven til arkivet. Lås opp nøkkelringen, eller logg inn som den som oppretta arkivet, og start Segl igjen.',
  incomplete: 'Segl er ikkje heilt installert, eller held på å bli oppdatert. Vent litt og prøv igjen.',
  unexpected: (reason) => `Noko uventa hende under oppstarten: ${reason}`,
  seeLog: (path) => `Loggen er i ${path}`,
  stopped: 'Segl måtte avslutte',
  stoppedBecause: (reason) => `Noko uventa hende: ${reason} Det som var lagra, er trygt.`,
  pageFailed: 'Vindauget slutta å svare og vart lasta på nytt.',
  building: (percent) => `Byggjer opplæringsarkivet, berre denne første gongen: ${percent} %`,
};

const en: StartingTexts = {
  cannotOpen: 'Segl cannot open the archive',
  inUse: 'The archive is already open in another window. Use that one, or close it and try again.',
  noAccess: (place) =>
    `Segl may not read and write here: ${place}. Ask whoever runs this machine for write access to the folder.`,
  diskFull: 'The disk is full. Free some space and start Segl again. Nothing has been lost.',
  tooManyFiles: 'This machine has too many files open. Close some programs and start Segl again.',
  keyRing:
    'The key ring of this machine does not open the archive’s vault. Unlock the key ring, or log in as the one who created the archive, and start Segl again.',
  incomplete: 'Segl is not completely installed, or is being updated. Wait a little and try again.',
  unexpected: (reason) => `Something unexpected happened while starting: ${reason}`,
  seeLog: (path) => `The log is in ${path}`,
  stopped: 'Segl had to stop',
  stoppedBecause: (reason) => `Something unexpected happened: ${reason} What was saved is safe.`,
  pageFailed: 'The window stopped answering and was loaded again.',
  building: (percent) => `Building the training archive, this first time only: ${percent} %`,
};

/** What is said before there is a window to say it in. */
export const startingTexts: Catalogue<StartingTexts> = { nb, nn, en };
