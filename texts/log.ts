import type { Loosening } from '../domain/access/loosening.ts';
import type { accessFields, accessListNames, LogCode, LogFacts, Uncertainty } from '../domain/change-log.ts';
import { codes } from './codes.ts';
import { formatBytes, formatDate } from './format.ts';
import type { Catalogue } from './language.ts';
import { signatureTexts } from './signatures.ts';
import { signingTexts } from './signing.ts';
import { dropped } from './succession.ts';

/** A sentence for every event of the log but the change of a field, which is shown as a field with two values. */
type EventSentences = {
  readonly [Code in Exclude<LogCode, 'field-changed'>]: (facts: LogFacts<Code>) => string;
};

const lower = (word: string): string => word.slice(0, 1).toLocaleLowerCase('nb') + word.slice(1);
const quoted = (titles: readonly string[]): string => titles.map((title) => `«${title}»`).join(', ');
const reasonOf = (ground: string, words: string): string =>
  words === '' ? `${ground}.` : `${ground}. ${words}`;
const nbWhy: Readonly<Record<Uncertainty, string>> = {
  'answer-lost': 'forbindelsen falt ut før tjenesten svarte.',
  interrupted: 'Segl ble avsluttet mens oppdraget ble sendt.',
  fault: 'noe gikk galt mens oppdraget ble sendt.',
};
const nnWhy: Readonly<Record<Uncertainty, string>> = {
  'answer-lost': 'sambandet fall ut før tenesta svara.',
  interrupted: 'Segl vart avslutta medan oppdraget vart sendt.',
  fault: 'noko gjekk gale medan oppdraget vart sendt.',
};
const enWhy: Readonly<Record<Uncertainty, string>> = {
  'answer-lost': 'the connection was lost before the service answered.',
  interrupted: 'Segl ended while the job was being sent.',
  fault: 'something went wrong while the job was being sent.',
};

/** A name or a day as the log stored it; a fixed token where there was none. */
const valueIn = (nothing: string) => (stored: string) => {
  if (stored === '(tom)') return nothing;
  return /^\d{4}-\d{2}-\d{2}$/.test(stored) ? formatDate(stored) : stored;
};
const nbValue = valueIn('ingenting');
const nnValue = valueIn('ingenting');
const enValue = valueIn('nothing');
type AccessWords = {
  readonly lists: Readonly<Record<(typeof accessListNames)[number], string>>;
  readonly fields: Readonly<Record<(typeof accessFields)[number], string>>;
};
const nbAccess: AccessWords = {
  lists: {
    unit: 'Enheten',
    'access-code': 'Tilgangskoden',
    'legal-basis': 'Hjemmelen',
    'access-group': 'Tilgangsgruppen',
    'default-screening': 'Standardskjerming for',
  },
  fields: {
    name: 'navn',
    parent: 'ligger under',
    bases: 'hjemler',
    members: 'medlemmer',
    until: 'nedlagt, trukket tilbake eller opphevet',
    merged: 'slått sammen med',
    screening: 'skjermes med',
  },
};
const nnAccess: AccessWords = {
  lists: {
    unit: 'Eininga',
    'access-code': 'Tilgangskoden',
    'legal-basis': 'Heimelen',
    'access-group': 'Tilgangsgruppa',
    'default-screening': 'Standardskjerming for',
  },
  fields: {
    name: 'namn',
    parent: 'ligg under',
    bases: 'heimlar',
    members: 'medlemer',
    until: 'lagd ned, trekt tilbake eller oppheva',
    merged: 'slått saman med',
    screening: 'blir skjerma med',
  },
};
const enAccess: AccessWords = {
  lists: {
    unit: 'The unit',
    'access-code': 'The access code',
    'legal-basis': 'The legal basis',
    'access-group': 'The access group',
    'default-screening': 'The default screening of',
  },
  fields: {
    name: 'name',
    parent: 'lies under',
    bases: 'legal bases',
    members: 'members',
    until: 'closed, withdrawn or repealed',
    merged: 'merged with',
    screening: 'screened with',
  },
};
const period = (from: string, to: string): string =>
  to === '(tom)' ? formatDate(from) : `${formatDate(from)}–${formatDate(to)}`;
const nbOpened: Readonly<Record<Loosening, string>> = {
  all: 'skjermingen er tatt bort',
  title: 'tittelen er ikke lenger skjermet',
  words: 'flere ord i tittelen er åpne',
  parties: 'partene er ikke lenger skjermet',
  documents: 'dokumentene er ikke lenger skjermet',
  readers: 'andre enn før kan se det som er skjermet',
};
const nnOpened: Readonly<Record<Loosening, string>> = {
  all: 'skjerminga er teken bort',
  title: 'tittelen er ikkje lenger skjerma',
  words: 'fleire ord i tittelen er opne',
  parties: 'partane er ikkje lenger skjerma',
  documents: 'dokumenta er ikkje lenger skjerma',
  readers: 'andre enn før kan sjå det som er skjerma',
};
const enOpened: Readonly<Record<Loosening, string>> = {
  all: 'the screening has been taken away',
  title: 'the title is no longer screened',
  words: 'more words of the title are open',
  parties: 'the parties are no longer screened',
  documents: 'the documents are no longer screened',
  readers: 'others than before may see what is screened',
};
const told = (words: Readonly<Record<string, string>>, opened: readonly string[]): string =>
  opened.map((what) => words[what] ?? what).join(', ');

const nb = {
  title: 'Logg',
  when: 'Når',
  who: 'Hvem',
  what: 'Hva',
  about: 'Gjelder',
  emptyTitle: 'Ingen endringer er logget ennå',
  emptyText: 'Endringer av status, titler, parter, skjerming og signering kommer her.',
  from: 'fra',
  to: 'til',
  nothing: '(tomt)',
  more: 'Vis flere',
  subjects: {
    case: 'Sak',
    entry: 'Journalpost',
    document: 'Dokument',
    job: 'Signeringsoppdrag',
    answer: 'Svar',
    policy: 'Regler for e-signering',
    user: 'Bruker',
  },
  fields: {
    tittel: 'Tittel',
    offentligTittel: 'Offentlig tittel',
    ikkeSensitivTittel: 'Ikke-sensitiv tittel',
    administrativEnhet: 'Enhet',
    saksansvarlig: 'Saksansvarlig',
    saksbehandler: 'Saksbehandler',
    klasse: 'Klasse',
    saksstatus: 'Saksstatus',
    gjenaapnet: 'Gjenåpnet',
    journalstatus: 'Journalstatus',
    begrunnelse: 'Begrunnelse',
    journaldato: 'Journaldato',
    dokumentetsDato: 'Dokumentdato',
    forfallsdato: 'Forfallsdato',
    sendtDato: 'Sendt',
    mottattDato: 'Mottatt',
    tilgangsrestriksjon: 'Tilgangskode',
    skjermingshjemmel: 'Skjermingshjemmel',
    skjermingMetadata: 'Skjermer',
    skjermingDokument: 'Skjermer dokumenter',
    tilgangsgruppe: 'Tilgangsgruppe',
    skjermetPart: 'Skjermet part',
    skjermetDokument: 'Skjermet dokument',
    skjermingOpphoererDato: 'Skjerming opphører',
    referanseAvskrivesAvJournalpost: 'Avskrevet av',
    versjonsnummer: 'Versjon',
    korrespondansepartNavn: 'Parter',
    dokumentstatus: 'Dokumentstatus',
    dokumentnummer: 'Rekkefølge på dokumentene',
    referanseDokumentfil: 'Fil',
    fjernetDokument: 'Dokument fjernet',
    gjeninnsattDokument: 'Dokument satt inn igjen',
    slettetJournalpost: 'Journalpost slettet',
    gjenopprettetJournalpost: 'Journalpost hentet tilbake fra papirkurven',
    slettetForGodt: 'Journalpost slettet for godt',
    avskrivningsmaate: 'Avskrevet',
    signeringsoppdrag: 'Signeringsoppdrag',
    undertegner: 'Undertegner',
    dokumenterHosTjenesten: 'Dokumentene hos signeringstjenesten',
    svarFoertSom: 'Svar lagt i saken som',
    foedselsnummerVist: 'Fødselsnummer vist',
    maxTitle: 'Lengste tittel',
    maxMessage: 'Lengste melding',
    maxBytes: 'Største fil',
    maxRecipients: 'Flest mottakere',
    defaultDeadlineDays: 'Vanlig frist',
    minDeadlineDays: 'Korteste frist',
    maxDeadlineDays: 'Lengste frist',
    deadlinesByType: 'Frister etter dokumenttype',
    lookingLogMonths: 'Innsynsloggen tas vare på',
    renewWithinMonths: 'Bevis i signaturer vises for fornyelse',
    approvalRequired: 'Godkjenning kreves',
    answersArriveAs: 'Svar kommer som',
    identityNumberBasis: 'Hjemmel for fødselsnummer',
  },
  documentStatus: { B: 'Under redigering', F: 'Ferdigstilt' },
  screens: { tittel: 'tittel', parter: 'parter', dokumenter: 'alle' },
  events: {
    'identity-shown': ({ whose, ground, words }) =>
      `Fødselsnummeret til ${whose} ble vist. Grunn: ${reasonOf(codes.nb.revealGround[ground], words)}`,
    'screening-loosened': ({ opened }) => `Nedgradert: ${told(nbOpened, opened)}.`,
    'screening-from-case': ({ case: file }) => `Skjermet sammen med saken ${file}.`,
    'screened-for-numbers': ({ file }) =>
      file === 'unreadable'
        ? 'Dokumentene er skjermet fordi filen ikke lar seg lese. Den kan vise fødselsnummer.'
        : 'Dokumentene er skjermet fordi filen viser fødselsnummer.',
    'parties-corrected': ({ before, after }) =>
      `Partene er rettet etter utsendelsen. Før: ${before.join(', ') || 'ingen'}. Nå: ${after.join(', ') || 'ingen'}.`,
    'parties-left': ({ reason }) =>
      `Partene står selv om dokumentet ble sendt til andre. Begrunnelse: ${reason}`,
    'job-ordered': ({ signers }) => `Bestilt. Skal signeres av ${signers.join(', ')}.`,
    'rights-confirmed': ({ documents }) =>
      `Bekreftet retten til å sende filer med begrenset bruk: ${quoted(documents)}.`,
    'job-sent': ({ serviceJobId }) => `Sendt. Oppdraget har nummer ${serviceJobId} hos signeringstjenesten.`,
    'job-refused': ({ fault }) => `Ikke sendt. Signeringstjenesten eller Segl stoppet oppdraget (${fault}).`,
    'job-uncertain': ({ why }) => `Uavklart: ${nbWhy[why]}`,
    'job-found': ({ serviceJobId }) =>
      `Funnet igjen hos signeringstjenesten, der det har nummer ${serviceJobId}.`,
    'job-declared-unsent': () => 'Regnet som ikke sendt.',
    'archive-restored': ({ jobs }) =>
      `Arkivet er eldre enn det Segl vet om det. Sendte oppdrag som mangler: ${jobs}. Utsending er stengt.`,
    'numbers-skipped': ({ scope, last }) =>
      `${scope}: numrene til og med ${last} er brukt før arkivet ble hentet tilbake, og brukes ikke på nytt.`,
    'sending-reopened': () => 'Utsending er åpnet igjen.',
    'unknown-job-acknowledged': ({ serviceJobId }) =>
      `Oppdrag ${serviceJobId}, som arkivet ikke kjenner, pågår hos signeringstjenesten. Annet kan sendes imens.`,
    'unknown-job-filed': ({ serviceJobId }) =>
      `Svar på oppdrag ${serviceJobId}, som arkivet ikke kjente, er lagt i saken.`,
    'lost-job-dismissed': ({ reference }) =>
      `Oppdraget med referanse ${reference} er regnet som at det aldri kommer.`,
    'job-withdrawn': () => 'Trukket før det ble sendt.',
    'job-cancel-requested': () => 'Tjenesten er bedt om å avbryte oppdraget.',
    'job-cancel-too-late': () => 'For sent å avbryte: oppdraget var avsluttet hos tjenesten.',
    'job-cancel-reason': ({ reason }) => `Grunn til å avbryte: ${reason}`,
    'job-followed-up': ({ comment }) =>
      comment ? `Ferdig behandlet: ${comment}` : 'Merket som ferdig behandlet.',
    'job-follow-up-undone': () => 'Skal behandles likevel.',
    'succession-planned': ({ days }) =>
      `Ny frist på ${days} dager er bestilt. Oppdraget avbrytes, og et nytt sendes til de samme.`,
    'replacement-planned': ({ before, after }) =>
      `${after} skal signere i stedet for ${before}. Oppdraget avbrytes, og et nytt sendes.`,
    'succession-dropped': ({ kind, why }) =>
      `${kind === 'extended' ? 'Den nye fristen' : 'Byttet av undertegner'} falt bort: ${dropped.nb[why]}`,
    'job-succeeds': ({ kind, signed }) =>
      `${kind === 'extended' ? 'Avløser et oppdrag som fikk ny frist.' : 'Avløser et oppdrag der en annen skal signere.'}${
        signed.length === 0 ? '' : ` Hadde signert og må signere igjen: ${signed.join(', ')}.`
      }`,
    'signers-reminded': ({ signers }) => `Påminnelse sendt til ${signers.join(', ')}.`,
    'sent-again': ({ entry }) => `Sendt på nytt som ${entry}.`,
    'sends-again': ({ entry }) => `Sender ${entry} på nytt.`,
    'mailing-started': ({ count }) => `Sendes til ${count} personer, hver på sin egen journalpost.`,
    'mailing-given-up': ({ left }) => `Utsendelsen til mange ble avsluttet. ${left} personer fikk den ikke.`,
    'one-of-many': ({ entry }) => `Laget av ${entry}, som sendes til mange.`,
    'signer-changed': ({ signer, before, after }) =>
      `${signer}: ${lower(codes.nb.signerState[after])} (før: ${lower(codes.nb.signerState[before])}).`,
    'job-completed': () => 'Fullført: alle har signert.',
    'job-failed': ({ failure }) =>
      `Avsluttet uten alle signaturer: ${lower(codes.nb.failureReason[failure])}.`,
    'signers-unknown': ({ count }) =>
      `Tjenesten fortalte om ${count} som ingen har bedt om å signere. Det er ikke ført på undertegnerne.`,
    'answer-doubted': ({ doubts }) =>
      `Svaret kan ikke være det rette: ${doubts.map((doubt) => signingTexts.nb.doubts[doubt] ?? doubt).join(' ')}`,
    'answer-kept-waiting': () => 'Dokumentsenteret venter videre. Svaret hentes på nytt.',
    'answer-filed-unverified': () => 'Dokumentsenteret tok svaret som det er, uten at det er kontrollert.',
    'answer-declared-lost': () => 'Dokumentsenteret regner svaret som tapt.',
    'signature-controlled': ({ word }) =>
      `Signaturen ble kontrollert: ${lower(signatureTexts.nb.words[word])}.`,
    'signature-worsened': ({ word }) =>
      `Signaturen ble kontrollert, og er dårligere enn før: ${lower(signatureTexts.nb.words[word])}.`,
    'signature-worsening-settled': () => 'Dokumentsenteret har behandlet den dårligere kontrollen.',
    'signature-renewed': ({ version, authority }) =>
      `Beviset ble fornyet i versjon ${version}, med tidsstempel fra ${authority}.`,
    'images-made-smaller': ({ version, images, before, after }) =>
      `${images} bilder ble gjort mindre: versjon ${version}, fra ${formatBytes(Number(before), 'nb')} til ${formatBytes(Number(after), 'nb')}.`,
    'version-chosen': ({ version, earlier }) =>
      `Versjon ${earlier} ble tatt i bruk igjen, som versjon ${version}.`,
    'public-variant-made': ({ version, marks }) =>
      `Offentlig variant ble laget av versjon ${version}, med ${marks} merkinger.`,
    'answer-filed': ({ entry }) => `Svaret er lagt i saken som ${entry}.`,
    'documents-deleted': () => 'Dokumentene er slettet hos signeringstjenesten.',
    'documents-not-deleted': ({ fault }) =>
      `Dokumentene ble ikke slettet hos signeringstjenesten (${fault}). Tjenesten sletter dem selv når tiden er ute.`,
    'access-item-added': ({ list, name }) => `${nbAccess.lists[list]} «${name}» ble lagt til.`,
    'access-item-changed': ({ list, name, field, before, after }) =>
      `${nbAccess.lists[list]} «${name}», ${nbAccess.fields[field]}: fra ${nbValue(before)} til ${nbValue(after)}.`,
    'role-given': ({ role, unit, from, to }) =>
      `Fikk rollen ${lower(codes.nb.role[role])} i ${unit}, fra ${period(from, to)}.`,
    'role-taken': ({ role, unit, from, to }) =>
      `Mistet rollen ${lower(codes.nb.role[role])} i ${unit} (fra ${period(from, to)}).`,
    'clearance-given': ({ accessCode, unit, from, to }) =>
      `Klarert for tilgangskode ${accessCode} i ${unit}, fra ${period(from, to)}.`,
    'clearance-taken': ({ accessCode, unit, from, to }) =>
      `Ikke lenger klarert for tilgangskode ${accessCode} i ${unit} (fra ${period(from, to)}).`,
    'cleared-oneself': ({ accessCode, unit }) =>
      `Klarerte seg selv for tilgangskode ${accessCode} i ${unit}.`,
    'group-joined': ({ group }) => `Kom med i tilgangsgruppen «${group}».`,
    'group-left': ({ group }) => `Gikk ut av tilgangsgruppen «${group}».`,
    'deputy-set': ({ deputy, deputyOf, from, to }) =>
      `${deputy} er stedfortreder for ${deputyOf} ${period(from, to)}, uten klareringene.`,
    'deputy-set-with-clearances': ({ deputy, deputyOf, from, to }) =>
      `${deputy} er stedfortreder for ${deputyOf} ${period(from, to)}, med klareringene.`,
    'take-over-planned': ({ from, to, on }) =>
      `${from} gir alt åpent til ${to} fra ${formatDate(on)}: planlagt.`,
    'take-over-withdrawn': ({ from, to, on }) =>
      `Den planlagte overtakelsen fra ${from} til ${to} (${formatDate(on)}) er trukket tilbake.`,
    'take-over-done': ({ from, to, on }) =>
      `${to} har overtatt alt åpent fra ${from}, slik det var planlagt for ${formatDate(on)}.`,
    'take-over-failed': ({ from, to, on }) =>
      `${to} kunne ikke overta fra ${from} ${formatDate(on)}: mottakeren hadde ingen rolle å overta med.`,
    'deputy-ended': ({ deputy, deputyOf }) => `${deputy} er ikke lenger stedfortreder for ${deputyOf}.`,
    'access-reviewed': () => 'Enheter og hjemler er gjennomgått etter overgangen til lister.',
  } satisfies EventSentences,
};
export type LogTexts = Omit<typeof nb, 'events'> & { readonly events: EventSentences };

const nn: LogTexts = {
  title: 'Logg',
  when: 'Når',
  who: 'Kven',
  what: 'Kva',
  about: 'Gjeld',
  emptyTitle: 'Ingen endringar er logga enno',
  emptyText: 'Endringar av status, titlar, partar, skjerming og signering kjem her.',
  from: 'frå',
  to: 'til',
  nothing: '(tomt)',
  more: 'Vis fleire',
  subjects: {
    case: 'Sak',
    entry: 'Journalpost',
    document: 'Dokument',
    job: 'Signeringsoppdrag',
    answer: 'Svar',
    policy: 'Reglar for e-signering',
    user: 'Brukar',
  },
  fields: {
    tittel: 'Tittel',
    offentligTittel: 'Offentleg tittel',
    ikkeSensitivTittel: 'Ikkje-sensitiv tittel',
    administrativEnhet: 'Eining',
    saksansvarlig: 'Saksansvarleg',
    saksbehandler: 'Saksbehandlar',
    klasse: 'Klasse',
    saksstatus: 'Saksstatus',
    gjenaapnet: 'Opna att',
    journalstatus: 'Journalstatus',
    begrunnelse: 'Grunngiving',
    journaldato: 'Journaldato',
    dokumentetsDato: 'Dokumentdato',
    forfallsdato: 'Forfallsdato',
    sendtDato: 'Sendt',
    mottattDato: 'Motteke',
    tilgangsrestriksjon: 'Tilgangskode',
    skjermingshjemmel: 'Skjermingsheimel',
    skjermingMetadata: 'Skjermar',
    skjermingDokument: 'Skjermar dokument',
    tilgangsgruppe: 'Tilgangsgruppe',
    skjermetPart: 'Skjerma part',
    skjermetDokument: 'Skjerma dokument',
    skjermingOpphoererDato: 'Skjerminga tek slutt',
    referanseAvskrivesAvJournalpost: 'Avskriven av',
    versjonsnummer: 'Versjon',
    korrespondansepartNavn: 'Partar',
    dokumentstatus: 'Dokumentstatus',
    dokumentnummer: 'Rekkjefølgja på dokumenta',
    referanseDokumentfil: 'Fil',
    fjernetDokument: 'Dokument fjerna',
    gjeninnsattDokument: 'Dokument sett inn att',
    slettetJournalpost: 'Journalpost sletta',
    gjenopprettetJournalpost: 'Journalpost henta tilbake frå papirkorga',
    slettetForGodt: 'Journalpost sletta for godt',
    avskrivningsmaate: 'Avskrive',
    signeringsoppdrag: 'Signeringsoppdrag',
    undertegner: 'Underteiknar',
    dokumenterHosTjenesten: 'Dokumenta hos signeringstenesta',
    svarFoertSom: 'Svar lagt i saka som',
    foedselsnummerVist: 'Fødselsnummer vist',
    maxTitle: 'Lengste tittel',
    maxMessage: 'Lengste melding',
    maxBytes: 'Største fil',
    maxRecipients: 'Flest mottakarar',
    defaultDeadlineDays: 'Vanleg frist',
    minDeadlineDays: 'Kortaste frist',
    maxDeadlineDays: 'Lengste frist',
    deadlinesByType: 'Fristar etter dokumenttype',
    lookingLogMonths: 'Innsynsloggen blir teken vare på',
    renewWithinMonths: 'Prov i signaturar blir viste for fornying',
    approvalRequired: 'Godkjenning er kravd',
    answersArriveAs: 'Svar kjem som',
    identityNumberBasis: 'Heimel for fødselsnummer',
  },
  documentStatus: { B: 'Under redigering', F: 'Ferdigstilt' },
  screens: { tittel: 'tittel', parter: 'partar', dokumenter: 'alle' },
  events: {
    'identity-shown': ({ whose, ground, words }) =>
      `Fødselsnummeret til ${whose} vart vist. Grunn: ${reasonOf(codes.nn.revealGround[ground], words)}`,
    'screening-loosened': ({ opened }) => `Nedgradert: ${told(nnOpened, opened)}.`,
    'screening-from-case': ({ case: file }) => `Skjerma saman med saka ${file}.`,
    'screened-for-numbers': ({ file }) =>
      file === 'unreadable'
        ? 'Dokumenta er skjerma fordi fila ikkje lèt seg lese. Ho kan vise fødselsnummer.'
        : 'Dokumenta er skjerma fordi fila viser fødselsnummer.',
    'parties-corrected': ({ before, after }) =>
      `Partane er retta etter utsendinga. Før: ${before.join(', ') || 'ingen'}. No: ${after.join(', ') || 'ingen'}.`,
    'parties-left': ({ reason }) =>
      `Partane står sjølv om dokumentet vart sendt til andre. Grunngjeving: ${reason}`,
    'job-ordered': ({ signers }) => `Tinga. Skal signerast av ${signers.join(', ')}.`,
    'rights-confirmed': ({ documents }) =>
      `Stadfesta retten til å sende filer med avgrensa bruk: ${quoted(documents)}.`,
    'job-sent': ({ serviceJobId }) => `Sendt. Oppdraget har nummer ${serviceJobId} hos signeringstenesta.`,
    'job-refused': ({ fault }) => `Ikkje sendt. Signeringstenesta eller Segl stoppa oppdraget (${fault}).`,
    'job-uncertain': ({ why }) => `Uavklart: ${nnWhy[why]}`,
    'job-found': ({ serviceJobId }) => `Funne att hos signeringstenesta, der det har nummer ${serviceJobId}.`,
    'job-declared-unsent': () => 'Rekna som ikkje sendt.',
    'archive-restored': ({ jobs }) =>
      `Arkivet er eldre enn det Segl veit om det. Sende oppdrag som manglar: ${jobs}. Utsending er stengd.`,
    'numbers-skipped': ({ scope, last }) =>
      `${scope}: numra til og med ${last} er brukte før arkivet vart henta tilbake, og blir ikkje brukte på nytt.`,
    'sending-reopened': () => 'Utsending er opna att.',
    'unknown-job-acknowledged': ({ serviceJobId }) =>
      `Oppdrag ${serviceJobId}, som arkivet ikkje kjenner, går føre seg hos signeringstenesta. Anna kan sendast imens.`,
    'unknown-job-filed': ({ serviceJobId }) =>
      `Svar på oppdrag ${serviceJobId}, som arkivet ikkje kjende, er lagt i saka.`,
    'lost-job-dismissed': ({ reference }) =>
      `Oppdraget med referanse ${reference} er rekna som at det aldri kjem.`,
    'job-withdrawn': () => 'Trekt før det vart sendt.',
    'job-cancel-requested': () => 'Tenesta er beden om å avbryte oppdraget.',
    'job-cancel-too-late': () => 'For seint å avbryte: oppdraget var avslutta hos tenesta.',
    'job-cancel-reason': ({ reason }) => `Grunn til å avbryte: ${reason}`,
    'job-followed-up': ({ comment }) =>
      comment ? `Ferdig behandla: ${comment}` : 'Merkt som ferdig behandla.',
    'job-follow-up-undone': () => 'Skal behandlast likevel.',
    'succession-planned': ({ days }) =>
      `Ny frist på ${days} dagar er tinga. Oppdraget blir avbrote, og eit nytt blir sendt til dei same.`,
    'replacement-planned': ({ before, after }) =>
      `${after} skal signere i staden for ${before}. Oppdraget blir avbrote, og eit nytt blir sendt.`,
    'succession-dropped': ({ kind, why }) =>
      `${kind === 'extended' ? 'Den nye fristen' : 'Bytet av underteiknar'} fall bort: ${dropped.nn[why]}`,
    'job-succeeds': ({ kind, signed }) =>
      `${kind === 'extended' ? 'Avløyser eit oppdrag som fekk ny frist.' : 'Avløyser eit oppdrag der ein annan skal signere.'}${
        signed.length === 0 ? '' : ` Hadde signert og må signere igjen: ${signed.join(', ')}.`
      }`,
    'signers-reminded': ({ signers }) => `Påminning send til ${signers.join(', ')}.`,
    'sent-again': ({ entry }) => `Send på nytt som ${entry}.`,
    'sends-again': ({ entry }) => `Sender ${entry} på nytt.`,
    'mailing-started': ({ count }) => `Blir send til ${count} personar, kvar på sin eigen journalpost.`,
    'mailing-given-up': ({ left }) => `Utsendinga til mange blei avslutta. ${left} personar fekk ho ikkje.`,
    'one-of-many': ({ entry }) => `Laga av ${entry}, som blir send til mange.`,
    'signer-changed': ({ signer, before, after }) =>
      `${signer}: ${lower(codes.nn.signerState[after])} (før: ${lower(codes.nn.signerState[before])}).`,
    'job-completed': () => 'Fullført: alle har signert.',
    'job-failed': ({ failure }) =>
      `Avslutta utan alle signaturar: ${lower(codes.nn.failureReason[failure])}.`,
    'signers-unknown': ({ count }) =>
      `Tenesta fortalde om ${count} som ingen har bede om å signere. Det er ikkje ført på underteiknarane.`,
    'answer-doubted': ({ doubts }) =>
      `Svaret kan ikkje vere det rette: ${doubts.map((doubt) => signingTexts.nn.doubts[doubt] ?? doubt).join(' ')}`,
    'answer-kept-waiting': () => 'Dokumentsenteret ventar vidare. Svaret blir henta på nytt.',
    'answer-filed-unverified': () => 'Dokumentsenteret tok svaret som det er, utan at det er kontrollert.',
    'answer-declared-lost': () => 'Dokumentsenteret reknar svaret som tapt.',
    'signature-controlled': ({ word }) =>
      `Signaturen vart kontrollert: ${lower(signatureTexts.nn.words[word])}.`,
    'signature-worsened': ({ word }) =>
      `Signaturen vart kontrollert, og er dårlegare enn før: ${lower(signatureTexts.nn.words[word])}.`,
    'signature-worsening-settled': () => 'Dokumentsenteret har behandla den dårlegare kontrollen.',
    'signature-renewed': ({ version, authority }) =>
      `Provet vart fornya i versjon ${version}, med tidsstempel frå ${authority}.`,
    'images-made-smaller': ({ version, images, before, after }) =>
      `${images} bilete vart gjorde mindre: versjon ${version}, frå ${formatBytes(Number(before), 'nn')} til ${formatBytes(Number(after), 'nn')}.`,
    'version-chosen': ({ version, earlier }) =>
      `Versjon ${earlier} vart teken i bruk att, som versjon ${version}.`,
    'public-variant-made': ({ version, marks }) =>
      `Offentleg variant vart laga av versjon ${version}, med ${marks} merkingar.`,
    'answer-filed': ({ entry }) => `Svaret er lagt i saka som ${entry}.`,
    'documents-deleted': () => 'Dokumenta er sletta hos signeringstenesta.',
    'documents-not-deleted': ({ fault }) =>
      `Dokumenta vart ikkje sletta hos signeringstenesta (${fault}). Tenesta slettar dei sjølv når tida er ute.`,
    'access-item-added': ({ list, name }) => `${nnAccess.lists[list]} «${name}» vart lagd til.`,
    'access-item-changed': ({ list, name, field, before, after }) =>
      `${nnAccess.lists[list]} «${name}», ${nnAccess.fields[field]}: frå ${nnValue(before)} til ${nnValue(after)}.`,
    'role-given': ({ role, unit, from, to }) =>
      `Fekk rolla ${lower(codes.nn.role[role])} i ${unit}, frå ${period(from, to)}.`,
    'role-taken': ({ role, unit, from, to }) =>
      `Mista rolla ${lower(codes.nn.role[role])} i ${unit} (frå ${period(from, to)}).`,
    'clearance-given': ({ accessCode, unit, from, to }) =>
      `Klarert for tilgangskode ${accessCode} i ${unit}, frå ${period(from, to)}.`,
    'clearance-taken': ({ accessCode, unit, from, to }) =>
      `Ikkje lenger klarert for tilgangskode ${accessCode} i ${unit} (frå ${period(from, to)}).`,
    'cleared-oneself': ({ accessCode, unit }) =>
      `Klarerte seg sjølv for tilgangskode ${accessCode} i ${unit}.`,
    'group-joined': ({ group }) => `Kom med i tilgangsgruppa «${group}».`,
    'group-left': ({ group }) => `Gjekk ut av tilgangsgruppa «${group}».`,
    'deputy-set': ({ deputy, deputyOf, from, to }) =>
      `${deputy} er stadfortredar for ${deputyOf} ${period(from, to)}, utan klareringane.`,
    'deputy-set-with-clearances': ({ deputy, deputyOf, from, to }) =>
      `${deputy} er stadfortredar for ${deputyOf} ${period(from, to)}, med klareringane.`,
    'take-over-planned': ({ from, to, on }) =>
      `${from} gir alt ope til ${to} frå ${formatDate(on)}: planlagt.`,
    'take-over-withdrawn': ({ from, to, on }) =>
      `Den planlagde overtakinga frå ${from} til ${to} (${formatDate(on)}) er trekt tilbake.`,
    'take-over-done': ({ from, to, on }) =>
      `${to} har overteke alt ope frå ${from}, slik det var planlagt for ${formatDate(on)}.`,
    'take-over-failed': ({ from, to, on }) =>
      `${to} kunne ikkje overta frå ${from} ${formatDate(on)}: mottakaren hadde inga rolle å overta med.`,
    'deputy-ended': ({ deputy, deputyOf }) => `${deputy} er ikkje lenger stadfortredar for ${deputyOf}.`,
    'access-reviewed': () => 'Einingar og heimlar er gjennomgådde etter overgangen til lister.',
  },
};

const en: LogTexts = {
  title: 'Log',
  when: 'When',
  who: 'Who',
  what: 'What',
  about: 'About',
  emptyTitle: 'No changes have been logged yet',
  emptyText: 'Changes of status, titles, parties, screening and signing come here.',
  from: 'from',
  to: 'to',
  nothing: '(empty)',
  more: 'Show more',
  subjects: {
    case: 'Case',
    entry: 'Entry',
    document: 'Document',
    job: 'Signing job',
    answer: 'Answer',
    policy: 'Rules of e-signing',
    user: 'User',
  },
  fields: {
    tittel: 'Title',
    offentligTittel: 'Public title',
    ikkeSensitivTittel: 'Non-sensitive title',
    administrativEnhet: 'Unit',
    saksansvarlig: 'Case owner',
    saksbehandler: 'Caseworker',
    klasse: 'Class',
    saksstatus: 'Case status',
    gjenaapnet: 'Reopened',
    journalstatus: 'Entry status',
    begrunnelse: 'Reason',
    journaldato: 'Journal date',
    dokumentetsDato: 'Document date',
    forfallsdato: 'Due date',
    sendtDato: 'Sent',
    mottattDato: 'Received',
    tilgangsrestriksjon: 'Access code',
    skjermingshjemmel: 'Legal basis of screening',
    skjermingMetadata: 'Screens',
    skjermingDokument: 'Screens documents',
    tilgangsgruppe: 'Access group',
    skjermetPart: 'Screened party',
    skjermetDokument: 'Screened document',
    skjermingOpphoererDato: 'Screening ends',
    referanseAvskrivesAvJournalpost: 'Cleared by',
    versjonsnummer: 'Version',
    korrespondansepartNavn: 'Parties',
    dokumentstatus: 'Document status',
    dokumentnummer: 'Order of the documents',
    referanseDokumentfil: 'File',
    fjernetDokument: 'Document removed',
    gjeninnsattDokument: 'Document put back',
    slettetJournalpost: 'Entry deleted',
    gjenopprettetJournalpost: 'Entry fetched back from the bin',
    slettetForGodt: 'Entry deleted for good',
    avskrivningsmaate: 'Cleared',
    signeringsoppdrag: 'Signing job',
    undertegner: 'Signer',
    dokumenterHosTjenesten: 'Documents at the signing service',
    svarFoertSom: 'Answer filed as',
    foedselsnummerVist: 'Identity number shown',
    maxTitle: 'Longest title',
    maxMessage: 'Longest message',
    maxBytes: 'Largest file',
    maxRecipients: 'Most recipients',
    defaultDeadlineDays: 'Usual deadline',
    minDeadlineDays: 'Shortest deadline',
    maxDeadlineDays: 'Longest deadline',
    deadlinesByType: 'Deadlines by document type',
    lookingLogMonths: 'The log of looking is kept',
    renewWithinMonths: 'Evidence in signatures is shown for renewal',
    approvalRequired: 'Approval required',
    answersArriveAs: 'Answers arrive as',
    identityNumberBasis: 'Legal basis for identity numbers',
  },
  documentStatus: { B: 'Being edited', F: 'Finished' },
  screens: { tittel: 'title', parter: 'parties', dokumenter: 'all' },
  events: {
    'identity-shown': ({ whose, ground, words }) =>
      `The identity number of ${whose} was shown. Reason: ${reasonOf(codes.en.revealGround[ground], words)}`,
    'screening-loosened': ({ opened }) => `Screening loosened: ${told(enOpened, opened)}.`,
    'screening-from-case': ({ case: file }) => `Screened together with case ${file}.`,
    'screened-for-numbers': ({ file }) =>
      file === 'unreadable'
        ? 'The documents are screened because the file cannot be read. It may show identity numbers.'
        : 'The documents are screened because the file shows identity numbers.',
    'parties-corrected': ({ before, after }) =>
      `The parties were corrected after the dispatch. Before: ${before.join(', ') || 'none'}. Now: ${after.join(', ') || 'none'}.`,
    'parties-left': ({ reason }) =>
      `The parties stand although the document was sent to others. Reason: ${reason}`,
    'job-ordered': ({ signers }) => `Ordered. To be signed by ${signers.join(', ')}.`,
    'rights-confirmed': ({ documents }) =>
      `Confirmed the right to send files of limited use: ${documents.map((title) => `“${title}”`).join(', ')}.`,
    'job-sent': ({ serviceJobId }) => `Sent. The signing service calls the job ${serviceJobId}.`,
    'job-refused': ({ fault }) => `Not sent. The signing service or Segl stopped the job (${fault}).`,
    'job-uncertain': ({ why }) => `Uncertain: ${enWhy[why]}`,
    'job-found': ({ serviceJobId }) => `Found again at the signing service, which calls it ${serviceJobId}.`,
    'job-declared-unsent': () => 'Counted as not sent.',
    'archive-restored': ({ jobs }) =>
      `The archive is older than what Segl knows of it. Jobs that were sent and are missing: ${jobs}. Sending is closed.`,
    'numbers-skipped': ({ scope, last }) =>
      `${scope}: the numbers up to ${last} were used before the archive was restored, and are not used again.`,
    'sending-reopened': () => 'Sending is open again.',
    'unknown-job-acknowledged': ({ serviceJobId }) =>
      `Job ${serviceJobId}, which the archive does not know, runs at the signing service. Others may be sent meanwhile.`,
    'unknown-job-filed': ({ serviceJobId }) =>
      `The answer to job ${serviceJobId}, which the archive did not know, was filed in the case.`,
    'lost-job-dismissed': ({ reference }) =>
      `The job with reference ${reference} is counted as never coming.`,
    'job-withdrawn': () => 'Withdrawn before it was sent.',
    'job-cancel-requested': () => 'The service has been asked to cancel the job.',
    'job-cancel-too-late': () => 'Too late to cancel: the job had ended at the service.',
    'job-cancel-reason': ({ reason }) => `Reason for cancelling: ${reason}`,
    'job-followed-up': ({ comment }) => (comment ? `Dealt with: ${comment}` : 'Marked as dealt with.'),
    'job-follow-up-undone': () => 'To be dealt with after all.',
    'succession-planned': ({ days }) =>
      `A new deadline of ${days} days is ordered. The job is cancelled, and a new one sent to the same people.`,
    'replacement-planned': ({ before, after }) =>
      `${after} shall sign instead of ${before}. The job is cancelled, and a new one sent.`,
    'succession-dropped': ({ kind, why }) =>
      `${kind === 'extended' ? 'The new deadline' : 'The change of signer'} was given up: ${dropped.en[why]}`,
    'job-succeeds': ({ kind, signed }) =>
      `${kind === 'extended' ? 'Follows a job that got a new deadline.' : 'Follows a job in which another shall sign.'}${
        signed.length === 0 ? '' : ` Had signed and must sign again: ${signed.join(', ')}.`
      }`,
    'signers-reminded': ({ signers }) => `A reminder was sent to ${signers.join(', ')}.`,
    'sent-again': ({ entry }) => `Sent again as ${entry}.`,
    'sends-again': ({ entry }) => `Sends ${entry} again.`,
    'mailing-started': ({ count }) => `Being sent to ${count} people, each on an entry of their own.`,
    'mailing-given-up': ({ left }) => `Sending to many was ended. ${left} people did not get it.`,
    'one-of-many': ({ entry }) => `Made from ${entry}, which is sent to many.`,
    'signer-changed': ({ signer, before, after }) =>
      `${signer}: ${lower(codes.en.signerState[after])} (before: ${lower(codes.en.signerState[before])}).`,
    'job-completed': () => 'Completed: everybody has signed.',
    'job-failed': ({ failure }) => `Ended without all signatures: ${lower(codes.en.failureReason[failure])}.`,
    'signers-unknown': ({ count }) =>
      `The service told of ${count} whom nobody has asked to sign. It is not booked on the signers.`,
    'answer-doubted': ({ doubts }) =>
      `The answer cannot be the right one: ${doubts.map((doubt) => signingTexts.en.doubts[doubt] ?? doubt).join(' ')}`,
    'answer-kept-waiting': () => 'The document centre keeps waiting. The answer is fetched again.',
    'answer-filed-unverified': () => 'The document centre took the answer as it is, unverified.',
    'answer-declared-lost': () => 'The document centre counts the answer as lost.',
    'signature-controlled': ({ word }) =>
      `The signature was checked: ${lower(signatureTexts.en.words[word])}.`,
    'signature-worsened': ({ word }) =>
      `The signature was checked, and is worse than before: ${lower(signatureTexts.en.words[word])}.`,
    'signature-worsening-settled': () => 'The document centre has dealt with the check that was worse.',
    'signature-renewed': ({ version, authority }) =>
      `The evidence was renewed in version ${version}, with a time stamp from ${authority}.`,
    'images-made-smaller': ({ version, images, before, after }) =>
      `${images} images were made smaller: version ${version}, from ${formatBytes(Number(before), 'en')} to ${formatBytes(Number(after), 'en')}.`,
    'version-chosen': ({ version, earlier }) =>
      `Version ${earlier} was taken into use again, as version ${version}.`,
    'public-variant-made': ({ version, marks }) =>
      `A public copy was made of version ${version}, with ${marks} marks.`,
    'answer-filed': ({ entry }) => `The answer is filed in the case as ${entry}.`,
    'documents-deleted': () => 'The documents have been deleted at the signing service.',
    'documents-not-deleted': ({ fault }) =>
      `The documents were not deleted at the signing service (${fault}). The service deletes them itself in time.`,
    'access-item-added': ({ list, name }) => `${enAccess.lists[list]} “${name}” was added.`,
    'access-item-changed': ({ list, name, field, before, after }) =>
      `${enAccess.lists[list]} “${name}”, ${enAccess.fields[field]}: from ${enValue(before)} to ${enValue(after)}.`,
    'role-given': ({ role, unit, from, to }) =>
      `Given the role ${lower(codes.en.role[role])} in ${unit}, from ${period(from, to)}.`,
    'role-taken': ({ role, unit, from, to }) =>
      `Lost the role ${lower(codes.en.role[role])} in ${unit} (from ${period(from, to)}).`,
    'clearance-given': ({ accessCode, unit, from, to }) =>
      `Cleared for access code ${accessCode} in ${unit}, from ${period(from, to)}.`,
    'clearance-taken': ({ accessCode, unit, from, to }) =>
      `No longer cleared for access code ${accessCode} in ${unit} (from ${period(from, to)}).`,
    'cleared-oneself': ({ accessCode, unit }) => `Cleared themself for access code ${accessCode} in ${unit}.`,
    'group-joined': ({ group }) => `Joined the access group “${group}”.`,
    'group-left': ({ group }) => `Left the access group “${group}”.`,
    'deputy-set': ({ deputy, deputyOf, from, to }) =>
      `${deputy} is the deputy of ${deputyOf} ${period(from, to)}, without the clearances.`,
    'deputy-set-with-clearances': ({ deputy, deputyOf, from, to }) =>
      `${deputy} is the deputy of ${deputyOf} ${period(from, to)}, with the clearances.`,
    'take-over-planned': ({ from, to, on }) =>
      `${from} hands all that is open to ${to} on ${formatDate(on)}: planned.`,
    'take-over-withdrawn': ({ from, to, on }) =>
      `The planned take-over from ${from} to ${to} (${formatDate(on)}) has been withdrawn.`,
    'take-over-done': ({ from, to, on }) =>
      `${to} has taken over all that was open from ${from}, as planned for ${formatDate(on)}.`,
    'take-over-failed': ({ from, to, on }) =>
      `${to} could not take over from ${from} on ${formatDate(on)}: the receiver had no role to take over with.`,
    'deputy-ended': ({ deputy, deputyOf }) => `${deputy} is no longer the deputy of ${deputyOf}.`,
    'access-reviewed': () => 'Units and legal bases have been looked through after they became lists.',
  },
};

/** The change log. Fields carry the standard's own names on the wire. */
export const log: Catalogue<LogTexts> = { nb, nn, en };
