import type {
  LaterChange,
  RenewalCause,
  ReportWord,
  RevocationState,
  SignatureCode,
  SignatureLevel,
  TimeSource,
} from '../domain/signature-report.ts';
import type { TimeStampFault } from '../domain/time-stamp-fault.ts';
import type { Catalogue } from './language.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

const nb = {
  title: 'Kontroller signatur',
  menu: 'Signaturer',
  intro:
    'Gi Segl en signert fil, så får du vite hva signaturen er verd. Filen blir ikke lagret i arkivet, og ingenting sendes ut av maskinen.',
  drop: 'Dra en signert PDF eller et signaturbevis (XML) hit',
  choose: 'Velg fil',
  limit: 'Høyst 50 MB.',
  working: (file: string) => `Kontrollerer «${file}» …`,
  tooLarge: (file: string) => `«${file}» er for stor. Største fil som kan kontrolleres, er 50 MB.`,
  oneAtATime: 'Kontroller én fil om gangen.',
  another: 'Kontroller en fil til',
  again: 'Kontroller signatur',
  againNow: 'Kontroller på nytt nå',
  historyTitle: (title: string) => `Signaturkontroll av ${title}`,
  controlledAt: (when: string, by: string) => `Kontrollert ${when} av ${by}`,
  earlier: 'Tidligere kontroller',
  noneYet: 'Ingen kontroll er lagret ennå.',
  notKept: 'Kontrollen er bare vist: den lagres når den gjøres av noen som arbeider med journalposten.',
  worse: 'Dette er dårligere enn ved forrige kontroll. Dokumentsenteret har fått beskjed.',
  savePdf: 'Lagre rapport (PDF)',
  saveJson: 'Lagre rapport (JSON)',
  details: 'Detaljer',
  program: (version: string) => `Segl ${version}`,
  words: {
    holds: 'Signaturen holder',
    'not-vouched': 'Ukjent signatar',
    'out-of-date': 'Kan ikke bevises lenger',
    unsigned: 'Ikke signert',
    'part-only': 'Dekker bare en del',
    'changed-since': 'Endret etter signering',
    revoked: 'Sertifikat trukket tilbake',
    broken: 'Signaturen er brutt',
  } satisfies Words<ReportWord>,
  proves: {
    holds:
      'Filen er slik den var da den ble signert, og en utsteder som Segl stoler på, går god for hvem som signerte.',
    'not-vouched':
      'Filen kan være hel, men ingen utsteder som Segl stoler på, går god for hvem som har signert. Navnet i signaturen kan være oppdiktet.',
    'out-of-date':
      'Signaturen kan ha vært god da den ble laget, men sertifikatet eller metoden er for gammel til at det kan bevises nå.',
    unsigned: 'Filen har ingen elektronisk signatur. Et bilde av en underskrift er ingen signatur.',
    'part-only': 'Signaturen dekker bare en del av filen. Hvem som helst kan ha skrevet resten.',
    'changed-since':
      'Det er gjort endringer i filen etter at den ble signert. Det som vises, er ikke sikkert det som ble signert.',
    revoked:
      'Sertifikatet som signaturen er laget med, er trukket tilbake. Signaturen kan være laget av en annen.',
    broken: 'Innholdet eller signaturen er endret. Filen beviser ingenting.',
  } satisfies Words<ReportWord>,
  notProved: {
    file: 'Kontrollen sier ikke at dette er et dokument kommunen har sendt til signering: filen er ikke sammenlignet med noe i arkivet. Den sier heller ikke at innholdet er sant, eller at den som signerte, hadde fullmakt.',
    filed: 'Kontrollen sier ikke at innholdet er sant, eller at den som signerte, hadde fullmakt.',
    xades:
      'Beviset gjelder dokumentet med fingeravtrykket nedenfor. Kontrollen sier ikke hvilket dokument det er: sammenlign fingeravtrykket med dokumentets eget.',
  },
  provesTitle: 'Hva det beviser',
  notProvedTitle: 'Hva det ikke beviser',
  boundTitle: 'Er det dokumentet som ble sendt',
  bound: 'Dokumentet er sammenlignet med det som ble sendt til signering, og er det samme.',
  notBound: 'Dokumentet er sammenlignet med det som ble sendt til signering, og kontrollen holder ikke:',
  signaturesTitle: (count: number) => (count === 1 ? '1 signatur' : `${count} signaturer`),
  kind: { signature: 'Signatur', 'time-stamp': 'Tidsstempel over hele filen' },
  unknownName: 'Ukjent',
  onBehalfOf: (name: string) => `for ${name}, etter tjenestens ord`,
  organisation: (number: string) => `org.nr. ${number}`,
  codes: {
    holds: 'Holder.',
    'unknown-authority': 'Hel, men ingen utsteder som Segl stoler på, går god for sertifikatet.',
    'certificate-not-valid': 'Sertifikatet var ikke gyldig på det tidspunktet som kan bevises.',
    'certificate-revoked': 'Sertifikatet er trukket tilbake.',
    'not-for-signing': 'Sertifikatet er ikke ment for å signere dokumenter.',
    'signing-time-in-future': 'Oppgitt tidspunkt er senere enn det kan være.',
    'weak-algorithm': 'Laget med en metode som er for svak til å stole på.',
    'part-only': 'Dekker bare en del av filen.',
    broken: 'Innholdet eller signaturen er endret.',
    unreadable: 'Kan ikke leses.',
  } satisfies Words<SignatureCode>,
  labels: {
    claimed: 'Oppgitt tidspunkt',
    time: 'Tidspunkt som kan bevises',
    level: 'Nivå',
    later: 'Endret siden',
    method: 'Metode',
    stamps: 'Tidsstempler',
    chain: 'Sertifikater',
    renewal: 'Beviset må fornyes',
    about: 'Gjelder dokument med SHA-256',
    file: 'Fil',
    size: 'Størrelse',
    digest: 'SHA-256',
    controlled: 'Kontrollert',
    program: 'Kontrollert med',
    anchors: 'Tillitsankre',
    verdict: 'Resultat',
    updates: 'Oppdateringer av filen etter siste signatur',
  },
  claimedOnly: 'oppgitt av den som signerte, ikke bevist',
  times: {
    'signature-time-stamp': 'bevist av et tidsstempel på signaturen',
    'document-time-stamp': 'bevist av et tidsstempel over hele filen',
    receipt: 'da arkivet fikk filen; ikke noe tidsstempel beviser et tidligere tidspunkt',
    now: 'nå; ikke noe tidsstempel beviser et tidligere tidspunkt',
  } satisfies Words<TimeSource>,
  levels: {
    plain: 'Eldre signatur, ingen av nivåene i ETSI',
    'B-B': 'B-B: signatur uten bevist tidspunkt',
    'B-T': 'B-T: med bevist tidspunkt',
    'B-LT': 'B-LT: med bevist tidspunkt og bevis for at sertifikatene gjaldt',
    'B-LTA': 'B-LTA: med alt som trengs for lang tids bevaring',
  } satisfies Words<SignatureLevel>,
  later: {
    nothing: 'Ingenting er endret siden.',
    evidence: 'Bare bevis og tidsstempler er lagt til siden.',
    signatures: 'Bare flere signaturer og bevis er lagt til siden.',
    altered: 'Innholdet er endret siden.',
    'structure-unclear': 'Filen er bygd slik at ulike lesere kan vise ulikt innhold.',
    'not-judged': 'Ikke undersøkt.',
  } satisfies Words<LaterChange>,
  alteredPart: (part: string) => `Endret del: ${part}.`,
  revocation: {
    good: 'ikke trukket tilbake',
    revoked: 'trukket tilbake',
    'not-known': 'filen sier ikke om det er trukket tilbake',
    anchor: 'tillitsanker',
  } satisfies Words<RevocationState>,
  validity: (from: string, to: string) => `gyldig ${from}–${to}`,
  stamp: (when: string, by: string) => `${when} av ${by}`,
  stampUntrusted: 'ingen Segl stoler på, går god for det',
  stampBroken: 'det passer ikke til signaturen',
  renewBy: (day: string, cause: string) => `Innen ${day}: ${cause}`,
  causes: {
    'time-stamp-ends': 'da går sertifikatet bak tidsstempelet ut',
    'certificate-ends': 'da går sertifikatet bak signaturen ut',
    'algorithm-ages': 'da er nøklene for korte til å stole på',
  } satisfies Words<RenewalCause>,
  noRenewal: 'Ingenting å fornye.',
  noAnchor: 'Ingen: sertifikatene fører ikke til noe tillitsanker.',
  reportHeading: 'Rapport fra signaturkontroll',
  reportFooter: (version: string) => `Laget av Segl ${version}. Rapporten er ikke selv signert.`,
  list: {
    title: 'Signaturer i arkivet',
    intro:
      'Bevisene i signerte dokumenter må fornyes før de går ut. Ved fornyelse legges et nytt tidsstempel til i en ny versjon; det som er signert, røres aldri.',
    dueTitle: (months: number) =>
      months === 1 ? 'Må fornyes innen 1 måned' : `Må fornyes innen ${months} måneder`,
    dueNone: 'Ingen bevis må fornyes nå.',
    worsenedTitle: 'Dårligere enn før',
    worsenedNone: 'Ingen kontroll er blitt dårligere.',
    uncontrolled: (count: number) =>
      count === 1
        ? '1 signert dokument er ikke kontrollert ennå. Segl gjør det i bakgrunnen.'
        : `${count} signerte dokumenter er ikke kontrollert ennå. Segl gjør det i bakgrunnen.`,
    renew: 'Forny',
    renewAll: (count: number) => `Forny ${count} valgte`,
    chooseAll: 'Velg alle',
    stop: 'Stopp',
    progress: (done: number, all: number) => `${done} av ${all} er behandlet.`,
    renewed: (record: string) => `${record}: fornyet.`,
    settle: 'Merk som behandlet',
    columns: {
      entry: 'Journalpost',
      verdict: 'Resultat',
      by: 'Fornyes innen',
      cause: 'Grunn',
      controlled: 'Kontrollert',
      action: 'Handling',
    },
    notice: (count: number) =>
      count === 1
        ? 'Kontrollen av ett signert dokument er blitt dårligere enn før.'
        : `Kontrollen av ${count} signerte dokumenter er blitt dårligere enn før.`,
    dueNotice: (count: number) =>
      count === 1
        ? 'Beviset i ett signert dokument må fornyes.'
        : `Bevisene i ${count} signerte dokumenter må fornyes.`,
    toList: 'Se listen',
  },
  authority: {
    title: 'Tidsstempeltjeneste',
    intro:
      'Tjenesten som gir tidsstempler (RFC 3161) når bevisene i signerte dokumenter fornyes. Den får bare et fingeravtrykk av dokumentet, aldri innholdet.',
    url: 'Adresse',
    urlHint: 'For eksempel https://tsa.example.no/tsr',
    user: 'Brukernavn, hvis tjenesten krever det',
    secret: 'Passord',
    secretKept: 'Passordet er lagret. La feltet stå tomt for å beholde det.',
    anchors: 'Tillitsankre',
    anchorsHint:
      'Rotsertifikatet til tidsstempeltjenesten, som PEM- eller DER-fil. Hent det fra tjenestens egne sider.',
    anchorsNone: 'Ingen tillitsankre er lagt inn.',
    addAnchors: 'Legg til sertifikater',
    expires: (date: string) => `går ut ${date}`,
    save: 'Lagre tidsstempeltjeneste',
    saved: 'Tidsstempeltjenesten er lagret.',
    remove: 'Bruk ingen tidsstempeltjeneste',
    removed: 'Ingen tidsstempeltjeneste er i bruk.',
    test: 'Prøv tjenesten',
    works: (by: string, at: string) => `Tjenesten virker. ${by} ga et tidsstempel ${at}.`,
    none: 'Ingen tidsstempeltjeneste er satt opp. Signaturer kan kontrolleres, men bevisene kan ikke fornyes.',
  },
  faults: {
    unreachable: 'Tidsstempeltjenesten svarer ikke. Kontroller adressen og nettet.',
    timeout: 'Tidsstempeltjenesten brukte for lang tid. Prøv igjen om litt.',
    'access-denied': 'Tidsstempeltjenesten slipper oss ikke inn. Kontroller brukernavn og passord.',
    'http-error': 'Tidsstempeltjenesten svarte med en feil.',
    'not-granted': 'Tidsstempeltjenesten sa nei til å gi et tidsstempel.',
    unreadable: 'Det som kom fra adressen, er ikke svar fra en tidsstempeltjeneste.',
    'other-imprint': 'Tidsstempelet gjelder noe annet enn det vi spurte om. Det er ikke brukt.',
    'other-nonce': 'Tidsstempelet er svar på en annen forespørsel. Det er ikke brukt.',
    'not-trusted':
      'Ingen av tillitsankrene går god for tidsstempelet. Legg inn rotsertifikatet til tjenesten.',
    'wrong-time': 'Tidsstempelet har et annet tidspunkt enn klokken på denne maskinen. Kontroller klokken.',
  } satisfies Words<TimeStampFault>,
};
export type SignatureTexts = Omit<
  typeof nb,
  'words' | 'proves' | 'codes' | 'times' | 'levels' | 'later' | 'revocation' | 'causes' | 'faults'
> & {
  readonly words: Words<ReportWord>;
  readonly proves: Words<ReportWord>;
  readonly codes: Words<SignatureCode>;
  readonly times: Words<TimeSource>;
  readonly levels: Words<SignatureLevel>;
  readonly later: Words<LaterChange>;
  readonly revocation: Words<RevocationState>;
  readonly causes: Words<RenewalCause>;
  readonly faults: Words<TimeStampFault>;
};

const nn: SignatureTexts = {
  title: 'Kontroller signatur',
  menu: 'Signaturar',
  intro:
    'Gi Segl ei signert fil, så får du vite kva signaturen er verd. Fila blir ikkje lagra i arkivet, og ingenting blir sendt ut av maskina.',
  drop: 'Dra ein signert PDF eller eit signaturprov (XML) hit',
  choose: 'Vel fil',
  limit: 'Høgst 50 MB.',
  working: (file) => `Kontrollerer «${file}» …`,
  tooLarge: (file) => `«${file}» er for stor. Største fil som kan kontrollerast, er 50 MB.`,
  oneAtATime: 'Kontroller éi fil om gongen.',
  another: 'Kontroller ei fil til',
  again: 'Kontroller signatur',
  againNow: 'Kontroller på nytt no',
  historyTitle: (title) => `Signaturkontroll av ${title}`,
  controlledAt: (when, by) => `Kontrollert ${when} av ${by}`,
  earlier: 'Tidlegare kontrollar',
  noneYet: 'Ingen kontroll er lagra enno.',
  notKept:
    'Kontrollen er berre vist: han blir lagra når han blir gjord av nokon som arbeider med journalposten.',
  worse: 'Dette er dårlegare enn ved førre kontroll. Dokumentsenteret har fått beskjed.',
  savePdf: 'Lagre rapport (PDF)',
  saveJson: 'Lagre rapport (JSON)',
  details: 'Detaljar',
  program: (version) => `Segl ${version}`,
  words: {
    holds: 'Signaturen held',
    'not-vouched': 'Ukjend signatar',
    'out-of-date': 'Kan ikkje provast lenger',
    unsigned: 'Ikkje signert',
    'part-only': 'Dekkjer berre ein del',
    'changed-since': 'Endra etter signering',
    revoked: 'Sertifikat trekt tilbake',
    broken: 'Signaturen er broten',
  },
  proves: {
    holds:
      'Fila er slik ho var då ho vart signert, og ein utferdar som Segl stoler på, går god for kven som signerte.',
    'not-vouched':
      'Fila kan vere heil, men ingen utferdar som Segl stoler på, går god for kven som har signert. Namnet i signaturen kan vere oppdikta.',
    'out-of-date':
      'Signaturen kan ha vore god då han vart laga, men sertifikatet eller metoden er for gammal til at det kan provast no.',
    unsigned: 'Fila har ingen elektronisk signatur. Eit bilete av ei underskrift er ingen signatur.',
    'part-only': 'Signaturen dekkjer berre ein del av fila. Kven som helst kan ha skrive resten.',
    'changed-since':
      'Det er gjort endringar i fila etter at ho vart signert. Det som blir vist, er ikkje sikkert det som vart signert.',
    revoked:
      'Sertifikatet som signaturen er laga med, er trekt tilbake. Signaturen kan vere laga av ein annan.',
    broken: 'Innhaldet eller signaturen er endra. Fila provar ingenting.',
  },
  notProved: {
    file: 'Kontrollen seier ikkje at dette er eit dokument kommunen har sendt til signering: fila er ikkje samanlikna med noko i arkivet. Han seier heller ikkje at innhaldet er sant, eller at den som signerte, hadde fullmakt.',
    filed: 'Kontrollen seier ikkje at innhaldet er sant, eller at den som signerte, hadde fullmakt.',
    xades:
      'Provet gjeld dokumentet med fingeravtrykket nedanfor. Kontrollen seier ikkje kva dokument det er: samanlikn fingeravtrykket med dokumentet sitt eige.',
  },
  provesTitle: 'Kva det provar',
  notProvedTitle: 'Kva det ikkje provar',
  boundTitle: 'Er det dokumentet som vart sendt',
  bound: 'Dokumentet er samanlikna med det som vart sendt til signering, og er det same.',
  notBound: 'Dokumentet er samanlikna med det som vart sendt til signering, og kontrollen held ikkje:',
  signaturesTitle: (count) => (count === 1 ? '1 signatur' : `${count} signaturar`),
  kind: { signature: 'Signatur', 'time-stamp': 'Tidsstempel over heile fila' },
  unknownName: 'Ukjend',
  onBehalfOf: (name) => `for ${name}, etter ordet til tenesta`,
  organisation: (number) => `org.nr. ${number}`,
  codes: {
    holds: 'Held.',
    'unknown-authority': 'Heil, men ingen utferdar som Segl stoler på, går god for sertifikatet.',
    'certificate-not-valid': 'Sertifikatet var ikkje gyldig på det tidspunktet som kan provast.',
    'certificate-revoked': 'Sertifikatet er trekt tilbake.',
    'not-for-signing': 'Sertifikatet er ikkje meint for å signere dokument.',
    'signing-time-in-future': 'Oppgitt tidspunkt er seinare enn det kan vere.',
    'weak-algorithm': 'Laga med ein metode som er for veik til å stole på.',
    'part-only': 'Dekkjer berre ein del av fila.',
    broken: 'Innhaldet eller signaturen er endra.',
    unreadable: 'Kan ikkje lesast.',
  },
  labels: {
    claimed: 'Oppgitt tidspunkt',
    time: 'Tidspunkt som kan provast',
    level: 'Nivå',
    later: 'Endra sidan',
    method: 'Metode',
    stamps: 'Tidsstempel',
    chain: 'Sertifikat',
    renewal: 'Provet må fornyast',
    about: 'Gjeld dokument med SHA-256',
    file: 'Fil',
    size: 'Storleik',
    digest: 'SHA-256',
    controlled: 'Kontrollert',
    program: 'Kontrollert med',
    anchors: 'Tillitsanker',
    verdict: 'Resultat',
    updates: 'Oppdateringar av fila etter siste signatur',
  },
  claimedOnly: 'oppgitt av den som signerte, ikkje prova',
  times: {
    'signature-time-stamp': 'prova av eit tidsstempel på signaturen',
    'document-time-stamp': 'prova av eit tidsstempel over heile fila',
    receipt: 'då arkivet fekk fila; ikkje noko tidsstempel provar eit tidlegare tidspunkt',
    now: 'no; ikkje noko tidsstempel provar eit tidlegare tidspunkt',
  },
  levels: {
    plain: 'Eldre signatur, ingen av nivåa i ETSI',
    'B-B': 'B-B: signatur utan prova tidspunkt',
    'B-T': 'B-T: med prova tidspunkt',
    'B-LT': 'B-LT: med prova tidspunkt og prov for at sertifikata galdt',
    'B-LTA': 'B-LTA: med alt som trengst for lang tids bevaring',
  },
  later: {
    nothing: 'Ingenting er endra sidan.',
    evidence: 'Berre prov og tidsstempel er lagde til sidan.',
    signatures: 'Berre fleire signaturar og prov er lagde til sidan.',
    altered: 'Innhaldet er endra sidan.',
    'structure-unclear': 'Fila er bygd slik at ulike lesarar kan vise ulikt innhald.',
    'not-judged': 'Ikkje undersøkt.',
  },
  alteredPart: (part) => `Endra del: ${part}.`,
  revocation: {
    good: 'ikkje trekt tilbake',
    revoked: 'trekt tilbake',
    'not-known': 'fila seier ikkje om det er trekt tilbake',
    anchor: 'tillitsanker',
  },
  validity: (from, to) => `gyldig ${from}–${to}`,
  stamp: (when, by) => `${when} av ${by}`,
  stampUntrusted: 'ingen Segl stoler på, går god for det',
  stampBroken: 'det passar ikkje til signaturen',
  renewBy: (day, cause) => `Innan ${day}: ${cause}`,
  causes: {
    'time-stamp-ends': 'då går sertifikatet bak tidsstempelet ut',
    'certificate-ends': 'då går sertifikatet bak signaturen ut',
    'algorithm-ages': 'då er nøklane for korte til å stole på',
  },
  noRenewal: 'Ingenting å fornye.',
  noAnchor: 'Ingen: sertifikata fører ikkje til noko tillitsanker.',
  reportHeading: 'Rapport frå signaturkontroll',
  reportFooter: (version) => `Laga av Segl ${version}. Rapporten er ikkje sjølv signert.`,
  list: {
    title: 'Signaturar i arkivet',
    intro:
      'Prova i signerte dokument må fornyast før dei går ut. Ved fornying blir eit nytt tidsstempel lagt til i ein ny versjon; det som er signert, blir aldri rørt.',
    dueTitle: (months) =>
      months === 1 ? 'Må fornyast innan 1 månad' : `Må fornyast innan ${months} månader`,
    dueNone: 'Ingen prov må fornyast no.',
    worsenedTitle: 'Dårlegare enn før',
    worsenedNone: 'Ingen kontroll er vorten dårlegare.',
    uncontrolled: (count) =>
      count === 1
        ? '1 signert dokument er ikkje kontrollert enno. Segl gjer det i bakgrunnen.'
        : `${count} signerte dokument er ikkje kontrollerte enno. Segl gjer det i bakgrunnen.`,
    renew: 'Forny',
    renewAll: (count) => `Forny ${count} valde`,
    chooseAll: 'Vel alle',
    stop: 'Stopp',
    progress: (done, all) => `${done} av ${all} er behandla.`,
    renewed: (record) => `${record}: fornya.`,
    settle: 'Merk som behandla',
    columns: {
      entry: 'Journalpost',
      verdict: 'Resultat',
      by: 'Fornyast innan',
      cause: 'Grunn',
      controlled: 'Kontrollert',
      action: 'Handling',
    },
    notice: (count) =>
      count === 1
        ? 'Kontrollen av eitt signert dokument er vorten dårlegare enn før.'
        : `Kontrollen av ${count} signerte dokument er vorten dårlegare enn før.`,
    dueNotice: (count) =>
      count === 1
        ? 'Provet i eitt signert dokument må fornyast.'
        : `Prova i ${count} signerte dokument må fornyast.`,
    toList: 'Sjå lista',
  },
  authority: {
    title: 'Tidsstempelteneste',
    intro:
      'Tenesta som gir tidsstempel (RFC 3161) når prova i signerte dokument blir fornya. Ho får berre eit fingeravtrykk av dokumentet, aldri innhaldet.',
    url: 'Adresse',
    urlHint: 'Til dømes https://tsa.example.no/tsr',
    user: 'Brukarnamn, dersom tenesta krev det',
    secret: 'Passord',
    secretKept: 'Passordet er lagra. La feltet stå tomt for å halde på det.',
    anchors: 'Tillitsanker',
    anchorsHint:
      'Rotsertifikatet til tidsstempeltenesta, som PEM- eller DER-fil. Hent det frå sidene til tenesta.',
    anchorsNone: 'Ingen tillitsanker er lagde inn.',
    addAnchors: 'Legg til sertifikat',
    expires: (date) => `går ut ${date}`,
    save: 'Lagre tidsstempelteneste',
    saved: 'Tidsstempeltenesta er lagra.',
    remove: 'Bruk inga tidsstempelteneste',
    removed: 'Inga tidsstempelteneste er i bruk.',
    test: 'Prøv tenesta',
    works: (by, at) => `Tenesta verkar. ${by} gav eit tidsstempel ${at}.`,
    none: 'Inga tidsstempelteneste er sett opp. Signaturar kan kontrollerast, men prova kan ikkje fornyast.',
  },
  faults: {
    unreachable: 'Tidsstempeltenesta svarer ikkje. Kontroller adressa og nettet.',
    timeout: 'Tidsstempeltenesta brukte for lang tid. Prøv igjen om litt.',
    'access-denied': 'Tidsstempeltenesta slepper oss ikkje inn. Kontroller brukarnamn og passord.',
    'http-error': 'Tidsstempeltenesta svarte med ein feil.',
    'not-granted': 'Tidsstempeltenesta sa nei til å gi eit tidsstempel.',
    unreadable: 'Det som kom frå adressa, er ikkje svar frå ei tidsstempelteneste.',
    'other-imprint': 'Tidsstempelet gjeld noko anna enn det vi spurde om. Det er ikkje brukt.',
    'other-nonce': 'Tidsstempelet er svar på ein annan førespurnad. Det er ikkje brukt.',
    'not-trusted': 'Ingen av tillitsankera går god for tidsstempelet. Legg inn rotsertifikatet til tenesta.',
    'wrong-time': 'Tidsstempelet har eit anna tidspunkt enn klokka på denne maskina. Kontroller klokka.',
  },
};

const en: SignatureTexts = {
  title: 'Check a signature',
  menu: 'Signatures',
  intro:
    'Give Segl a signed file to learn what its signature is worth. The file is not stored in the archive, and nothing leaves this machine.',
  drop: 'Drop a signed PDF or evidence of a signature (XML) here',
  choose: 'Choose a file',
  limit: 'At most 50 MB.',
  working: (file) => `Checking “${file}” …`,
  tooLarge: (file) => `“${file}” is too large. The largest file that can be checked is 50 MB.`,
  oneAtATime: 'Check one file at a time.',
  another: 'Check another file',
  again: 'Check the signature',
  againNow: 'Check again now',
  historyTitle: (title) => `Checks of the signature of ${title}`,
  controlledAt: (when, by) => `Checked ${when} by ${by}`,
  earlier: 'Earlier checks',
  noneYet: 'No check is stored yet.',
  notKept: 'The check is only shown: it is stored when made by somebody who works on the entry.',
  worse: 'This is worse than at the check before. The document centre has been told.',
  savePdf: 'Save report (PDF)',
  saveJson: 'Save report (JSON)',
  details: 'Details',
  program: (version) => `Segl ${version}`,
  words: {
    holds: 'The signature holds',
    'not-vouched': 'Signer unknown',
    'out-of-date': 'Can no longer be proved',
    unsigned: 'Not signed',
    'part-only': 'Covers only a part',
    'changed-since': 'Changed after signing',
    revoked: 'Certificate revoked',
    broken: 'The signature is broken',
  },
  proves: {
    holds:
      'The file is as it was when it was signed, and an issuer that Segl trusts vouches for who signed it.',
    'not-vouched':
      'The file may be whole, but no issuer that Segl trusts vouches for who signed it. The name in the signature may be made up.',
    'out-of-date':
      'The signature may have been good when it was made, but the certificate or the method is too old to prove that now.',
    unsigned: 'The file has no electronic signature. A picture of a signature is not one.',
    'part-only': 'The signature covers only a part of the file. Anybody may have written the rest.',
    'changed-since':
      'The file has been changed after it was signed. What is shown may not be what was signed.',
    revoked: 'The certificate of the signature has been revoked. Somebody else may have made the signature.',
    broken: 'The content or the signature has been altered. The file proves nothing.',
  },
  notProved: {
    file: 'The check does not say that this is a document the municipality sent to be signed: the file has not been compared with anything in the archive. Nor does it say that the content is true, or that whoever signed was entitled to.',
    filed: 'The check does not say that the content is true, or that whoever signed was entitled to.',
    xades:
      'The evidence is about the document with the fingerprint below. The check does not say which document that is: compare the fingerprint with the document’s own.',
  },
  provesTitle: 'What it proves',
  notProvedTitle: 'What it does not prove',
  boundTitle: 'Is it the document that was sent',
  bound: 'The document has been compared with what was sent to be signed, and is the same.',
  notBound: 'The document has been compared with what was sent to be signed, and the check does not hold:',
  signaturesTitle: (count) => (count === 1 ? '1 signature' : `${count} signatures`),
  kind: { signature: 'Signature', 'time-stamp': 'Time stamp over the whole file' },
  unknownName: 'Unknown',
  onBehalfOf: (name) => `for ${name}, by the service’s word`,
  organisation: (number) => `org. no. ${number}`,
  codes: {
    holds: 'Holds.',
    'unknown-authority': 'Whole, but no issuer that Segl trusts vouches for the certificate.',
    'certificate-not-valid': 'The certificate was not valid at the time that can be proved.',
    'certificate-revoked': 'The certificate has been revoked.',
    'not-for-signing': 'The certificate is not meant for signing documents.',
    'signing-time-in-future': 'The claimed time is later than it can be.',
    'weak-algorithm': 'Made by a method that is too weak to be relied on.',
    'part-only': 'Covers only a part of the file.',
    broken: 'The content or the signature has been altered.',
    unreadable: 'Cannot be read.',
  },
  labels: {
    claimed: 'Claimed time',
    time: 'Time that can be proved',
    level: 'Level',
    later: 'Changed since',
    method: 'Method',
    stamps: 'Time stamps',
    chain: 'Certificates',
    renewal: 'The evidence must be renewed',
    about: 'About the document with SHA-256',
    file: 'File',
    size: 'Size',
    digest: 'SHA-256',
    controlled: 'Checked',
    program: 'Checked with',
    anchors: 'Trust anchors',
    verdict: 'Result',
    updates: 'Updates of the file after the last signature',
  },
  claimedOnly: 'claimed by whoever signed, not proved',
  times: {
    'signature-time-stamp': 'proved by a time stamp on the signature',
    'document-time-stamp': 'proved by a time stamp over the whole file',
    receipt: 'when the archive got the file; no time stamp proves an earlier time',
    now: 'now; no time stamp proves an earlier time',
  },
  levels: {
    plain: 'An older signature, none of the levels of ETSI',
    'B-B': 'B-B: a signature without a proved time',
    'B-T': 'B-T: with a proved time',
    'B-LT': 'B-LT: with a proved time and evidence that the certificates were valid',
    'B-LTA': 'B-LTA: with all it takes to be kept for long',
  },
  later: {
    nothing: 'Nothing has been changed since.',
    evidence: 'Only evidence and time stamps have been added since.',
    signatures: 'Only further signatures and evidence have been added since.',
    altered: 'The content has been changed since.',
    'structure-unclear': 'The file is built so that different readers may show different content.',
    'not-judged': 'Not examined.',
  },
  alteredPart: (part) => `Changed part: ${part}.`,
  revocation: {
    good: 'not revoked',
    revoked: 'revoked',
    'not-known': 'the file does not say whether it has been revoked',
    anchor: 'trust anchor',
  },
  validity: (from, to) => `valid ${from}–${to}`,
  stamp: (when, by) => `${when} by ${by}`,
  stampUntrusted: 'nobody Segl trusts vouches for it',
  stampBroken: 'it does not fit the signature',
  renewBy: (day, cause) => `By ${day}: ${cause}`,
  causes: {
    'time-stamp-ends': 'the certificate behind the time stamp expires then',
    'certificate-ends': 'the certificate behind the signature expires then',
    'algorithm-ages': 'the keys are too short to be relied on then',
  },
  noRenewal: 'Nothing to renew.',
  noAnchor: 'None: the certificates lead to no trust anchor.',
  reportHeading: 'Report of a check of signatures',
  reportFooter: (version) => `Made by Segl ${version}. The report is not itself signed.`,
  list: {
    title: 'Signatures in the archive',
    intro:
      'The evidence in signed documents must be renewed before it runs out. Renewal adds a new time stamp in a new version; what is signed is never touched.',
    dueTitle: (months) =>
      months === 1 ? 'To be renewed within 1 month' : `To be renewed within ${months} months`,
    dueNone: 'No evidence needs to be renewed now.',
    worsenedTitle: 'Worse than before',
    worsenedNone: 'No check has turned out worse.',
    uncontrolled: (count) =>
      count === 1
        ? '1 signed document has not been checked yet. Segl does so in the background.'
        : `${count} signed documents have not been checked yet. Segl does so in the background.`,
    renew: 'Renew',
    renewAll: (count) => `Renew ${count} chosen`,
    chooseAll: 'Choose all',
    stop: 'Stop',
    progress: (done, all) => `${done} of ${all} are done.`,
    renewed: (record) => `${record}: renewed.`,
    settle: 'Mark as dealt with',
    columns: {
      entry: 'Entry',
      verdict: 'Result',
      by: 'Renew by',
      cause: 'Reason',
      controlled: 'Checked',
      action: 'Action',
    },
    notice: (count) =>
      count === 1
        ? 'The check of one signed document has turned out worse than before.'
        : `The checks of ${count} signed documents have turned out worse than before.`,
    dueNotice: (count) =>
      count === 1
        ? 'The evidence in one signed document must be renewed.'
        : `The evidence in ${count} signed documents must be renewed.`,
    toList: 'See the list',
  },
  authority: {
    title: 'Time-stamp authority',
    intro:
      'The service that gives time stamps (RFC 3161) when the evidence in signed documents is renewed. It gets only a fingerprint of the document, never its content.',
    url: 'Address',
    urlHint: 'For example https://tsa.example.no/tsr',
    user: 'User name, if the service asks for one',
    secret: 'Password',
    secretKept: 'The password is stored. Leave the field empty to keep it.',
    anchors: 'Trust anchors',
    anchorsHint:
      'The root certificate of the time-stamp authority, as a PEM or DER file. Fetch it from the authority’s own pages.',
    anchorsNone: 'No trust anchors have been added.',
    addAnchors: 'Add certificates',
    expires: (date) => `expires ${date}`,
    save: 'Save the time-stamp authority',
    saved: 'The time-stamp authority has been saved.',
    remove: 'Use no time-stamp authority',
    removed: 'No time-stamp authority is in use.',
    test: 'Try the authority',
    works: (by, at) => `The authority works. ${by} gave a time stamp at ${at}.`,
    none: 'No time-stamp authority is set up. Signatures can be checked, but their evidence cannot be renewed.',
  },
  faults: {
    unreachable: 'The time-stamp authority does not answer. Check the address and the network.',
    timeout: 'The time-stamp authority took too long. Try again in a while.',
    'access-denied': 'The time-stamp authority does not let us in. Check the user name and the password.',
    'http-error': 'The time-stamp authority answered with an error.',
    'not-granted': 'The time-stamp authority refused to give a time stamp.',
    unreadable: 'What came from the address is not the answer of a time-stamp authority.',
    'other-imprint': 'The time stamp is about something else than what we asked for. It has not been used.',
    'other-nonce': 'The time stamp answers another request. It has not been used.',
    'not-trusted':
      'None of the trust anchors vouches for the time stamp. Add the root certificate of the authority.',
    'wrong-time': 'The time stamp has another time than the clock of this machine. Check the clock.',
  },
};

export const signatureTexts: Catalogue<SignatureTexts> = { nb, nn, en };
