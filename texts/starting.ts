import type { Catalogue } from './language.ts';

const nb = {
  cannotOpen: 'Segl kan ikke åpne arkivet',
  inUse: 'Arkivet er allerede åpent i et annet vindu. Bruk det, eller lukk det og prøv igjen.',
  inUseBy: (user: string, machine: string, process: number) =>
    `Arkivet er allerede åpent: ${user} har det åpent på ${machine} (prosess ${process}). Bruk det vinduet, eller be ${user} lukke Segl.`,
  twoPlaces: (before: string, now: string) =>
    `Segl har arkiver eller nøkler både i ${before}, der de lå før, og i ${now}, der de skal ligge nå. Ingenting er flyttet. Be den som drifter maskinen avgjøre hvilke som gjelder, og flytte de andre bort.`,
  earlierEdition: (archive: string) =>
    `En eldre utgave av Segl har ${archive} åpent. Lukk den, og start Segl igjen. Ingenting er flyttet ennå.`,
  networkFolder: (folder: string, behind: string) =>
    `Arkivmappen ${folder} ligger på nettverket (${behind}). Der kan arkivet bli ødelagt. Velg en mappe på maskinens egen disk.`,
  driveMissing: (folder: string) =>
    `Segl finner ikke disken som arkivet skal ligge på: ${folder}. Koble den til, og start Segl igjen.`,
  folderForbidden: (folder: string, set: string) =>
    `Virksomheten har bestemt at arkivene skal ligge i ${set}. Segl åpner ikke ${folder}.`,
  policyUnreadable: (place: string, setting: string | undefined) =>
    `Virksomhetens innstillinger for Segl kan ikke leses: ${setting === undefined ? place : `${setting} i ${place}`}. Segl åpnes ikke før det er rettet. Si fra til den som drifter maskinen.`,
  store: {
    'disk-full': 'Disken er full. Frigjør plass og start Segl igjen. Ingenting er gått tapt.',
    locked:
      'Arkivfilen er i bruk av et annet program, for eksempel sikkerhetskopiering. Vent litt og start Segl igjen.',
    'not-an-archive':
      'Filen archive.db i arkivmappen er ikke et Segl-arkiv. Velg en annen mappe, eller hent fram sikkerhetskopien.',
    'newer-archive': 'Arkivet er laget av en nyere utgave av Segl. Oppdater Segl på denne maskinen.',
    damaged: 'Arkivfilen er skadet. La den ligge urørt, og be systemansvarlig hente fram sikkerhetskopien.',
    'read-only': 'Arkivet kan bare leses. Be den som drifter maskinen om skrivetilgang til arkivmappen.',
    'unsafe-place':
      'Arkivmappen ligger på en disk som ikke tåler arkivet. Velg en mappe på maskinens egen disk.',
    'old-sqlite':
      'Segl er ikke riktig installert: en del av programmet er for gammel. Installer Segl på nytt.',
  },
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
  wrongKind: {
    production: 'Mappen holder et driftsarkiv. Start Segl med --production for å åpne det.',
    training: 'Mappen holder et opplæringsarkiv. Start Segl uten --production, eller velg en annen mappe.',
  },
  alreadyOpen: (archive: string) => `Arkivet ${archive} er allerede åpent.`,
  openItHere: (url: string) => `Åpne det her: ${url}`,
  openedInBrowser: 'Segl er åpnet i nettleseren. Avslutt med Ctrl+C.',
  openHere: (url: string) =>
    `Segl er startet. Åpne denne adressen i en nettleser på denne maskinen (den virker én gang):\n${url}`,
  signHere: (url: string) => `Underskriverne i opplæringsarkivet signerer her:\n${url}`,
  endHere: 'Avslutt med Ctrl+C.',
  building: (percent: number) => `Bygger opplæringsarkivet, bare denne første gangen: ${percent} %`,
};
type StartingTexts = typeof nb;

const nn: StartingTexts = {
  cannotOpen: 'Segl kan ikkje opne arkivet',
  inUse: 'Arkivet er alt ope i eit anna vindauge. Bruk det, eller lukk det og prøv igjen.',
  inUseBy: (user, machine, process) =>
    `Arkivet er alt ope: ${user} har det ope på ${machine} (prosess ${process}). Bruk det vindauget, eller be ${user} lukke Segl.`,
  twoPlaces: (before, now) =>
    `Segl har arkiv eller nøklar både i ${before}, der dei låg før, og i ${now}, der dei skal liggje no. Ingenting er flytt. Be den som driftar maskina avgjere kva som gjeld, og flytte resten bort.`,
  earlierEdition: (archive) =>
    `Ei eldre utgåve av Segl har ${archive} ope. Lukk henne, og start Segl igjen. Ingenting er flytt enno.`,
  networkFolder: (folder, behind) =>
    `Arkivmappa ${folder} ligg på nettverket (${behind}). Der kan arkivet bli øydelagt. Vel ei mappe på disken til maskina.`,
  driveMissing: (folder) =>
    `Segl finn ikkje disken som arkivet skal liggje på: ${folder}. Kople han til, og start Segl igjen.`,
  folderForbidden: (folder, set) =>
    `Verksemda har bestemt at arkiva skal liggje i ${set}. Segl opnar ikkje ${folder}.`,
  policyUnreadable: (place, setting) =>
    `Innstillingane verksemda har for Segl, kan ikkje lesast: ${setting === undefined ? place : `${setting} i ${place}`}. Segl blir ikkje opna før det er retta. Sei frå til den som driftar maskina.`,
  store: {
    'disk-full': 'Disken er full. Frigjer plass og start Segl igjen. Ingenting er gått tapt.',
    locked:
      'Arkivfila er i bruk av eit anna program, til dømes tryggingskopiering. Vent litt og start Segl igjen.',
    'not-an-archive':
      'Fila archive.db i arkivmappa er ikkje eit Segl-arkiv. Vel ei anna mappe, eller hent fram tryggingskopien.',
    'newer-archive': 'Arkivet er laga av ei nyare utgåve av Segl. Oppdater Segl på denne maskina.',
    damaged: 'Arkivfila er skadd. La henne liggje urørt, og be systemansvarleg hente fram tryggingskopien.',
    'read-only': 'Arkivet kan berre lesast. Be den som driftar maskina om skrivetilgang til arkivmappa.',
    'unsafe-place':
      'Arkivmappa ligg på ein disk som ikkje toler arkivet. Vel ei mappe på disken til maskina.',
    'old-sqlite':
      'Segl er ikkje rett installert: ein del av programmet er for gammal. Installer Segl på nytt.',
  },
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
  wrongKind: {
    production: 'Mappa held eit driftsarkiv. Start Segl med --production for å opne det.',
    training: 'Mappa held eit opplæringsarkiv. Start Segl utan --production, eller vel ei anna mappe.',
  },
  alreadyOpen: (archive) => `Arkivet ${archive} er alt ope.`,
  openItHere: (url) => `Opne det her: ${url}`,
  openedInBrowser: 'Segl er opna i nettlesaren. Avslutt med Ctrl+C.',
  openHere: (url) =>
    `Segl er starta. Opne denne adressa i ein nettlesar på denne maskina (ho verkar éin gong):\n${url}`,
  signHere: (url) => `Underskrivarane i opplæringsarkivet signerer her:\n${url}`,
  endHere: 'Avslutt med Ctrl+C.',
  building: (percent) => `Byggjer opplæringsarkivet, berre denne første gongen: ${percent} %`,
};

const en: StartingTexts = {
  cannotOpen: 'Segl cannot open the archive',
  inUse: 'The archive is already open in another window. Use that one, or close it and try again.',
  inUseBy: (user, machine, process) =>
    `The archive is already open: ${user} has it open on ${machine} (process ${process}). Use that window, or ask ${user} to close Segl.`,
  twoPlaces: (before, now) =>
    `Segl has archives or keys both in ${before}, where they used to lie, and in ${now}, where they belong now. Nothing has been moved. Ask whoever runs this machine to decide which ones count, and to move the others away.`,
  earlierEdition: (archive) =>
    `An earlier version of Segl has ${archive} open. Close it, and start Segl again. Nothing has been moved yet.`,
  networkFolder: (folder, behind) =>
    `The archive folder ${folder} lies on the network (${behind}). The archive could be damaged there. Choose a folder on this machine’s own disk.`,
  driveMissing: (folder) =>
    `Segl does not find the disk that the archive is to lie on: ${folder}. Connect it, and start Segl again.`,
  folderForbidden: (folder, set) =>
    `Your organisation has decided that archives lie in ${set}. Segl does not open ${folder}.`,
  policyUnreadable: (place, setting) =>
    `Your organisation’s settings for Segl cannot be read: ${setting === undefined ? place : `${setting} in ${place}`}. Segl does not open until that is put right. Tell whoever runs this machine.`,
  store: {
    'disk-full': 'The disk is full. Free some space and start Segl again. Nothing has been lost.',
    locked:
      'The archive file is in use by another program, such as a backup. Wait a little and start Segl again.',
    'not-an-archive':
      'The file archive.db in the archive folder is not a Segl archive. Choose another folder, or bring back the backup.',
    'newer-archive': 'The archive was made by a newer version of Segl. Update Segl on this machine.',
    damaged:
      'The archive file is damaged. Leave it as it is, and ask the system owner to bring back the backup.',
    'read-only':
      'The archive can only be read. Ask whoever runs this machine for permission to write in the archive folder.',
    'unsafe-place':
      'The archive folder lies on a disk that does not bear the archive. Choose a folder on this machine’s own disk.',
    'old-sqlite': 'Segl is not correctly installed: a part of the program is too old. Install Segl again.',
  },
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
  wrongKind: {
    production: 'The folder holds a production archive. Start Segl with --production to open it.',
    training:
      'The folder holds a training archive. Start Segl without --production, or choose another folder.',
  },
  alreadyOpen: (archive) => `The archive ${archive} is already open.`,
  openItHere: (url) => `Open it here: ${url}`,
  openedInBrowser: 'Segl is open in your browser. Stop it with Ctrl+C.',
  openHere: (url) =>
    `Segl has started. Open this address in a browser on this machine (it works once):\n${url}`,
  signHere: (url) => `The signers of the training archive sign here:\n${url}`,
  endHere: 'Stop it with Ctrl+C.',
  building: (percent) => `Building the training archive, this first time only: ${percent} %`,
};

/** What is said before there is a window to say it in. */
export const startingTexts: Catalogue<StartingTexts> = { nb, nn, en };
