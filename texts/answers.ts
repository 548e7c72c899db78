import { codes } from './codes.ts';
import type { Catalogue } from './language.ts';

/** Words of the one-page note that is filed when a signing job was not fulfilled. `kind` is an answer kind. */
const nb = {
  heading: 'Svar fra signeringstjenesten',
  signedWithout: 'Signeringstjenesten sier at alle har signert, men det signerte dokumentet er ikke levert.',
  notKnown: 'ikke kjent',
  reasonNotTold: 'Tjenesten forteller ikke hvorfor.',
  documents: {
    whole: 'ligger ved',
    'so-far': 'det som var signert så langt, ligger ved',
    none: 'ikke levert',
  },
  intro: {
    signed: 'Oppdraget er signert av alle.',
    rejected:
      'Oppdraget ble avvist. Dokumentet er ikke signert av alle, og oppdraget er avsluttet for alle som ikke hadde signert.',
    expired: 'Fristen gikk ut før alle hadde signert. Oppdraget er avsluttet.',
    cancelled: 'Oppdraget ble avbrutt av avsender før alle hadde signert.',
    reserved:
      'En undertegner har reservert seg mot digital kommunikasjon. Oppdraget ble avsluttet uten signering; bruk papir.',
    contactMissing:
      'Det finnes ingen kontaktinformasjon om en undertegner i kontakt- og reservasjonsregisteret. Oppdraget ble avsluttet.',
    blocked: 'En undertegner er sperret etter for mange feil koder. Oppdraget ble avsluttet.',
    nameMissing: 'Navnet til en undertegner er ikke tilgjengelig i registeret. Oppdraget ble avsluttet.',
    other: 'Signeringstjenesten avsluttet oppdraget uten at alle hadde signert.',
  },
  labels: {
    document: 'Det signerte dokumentet',
    reason: 'Begrunnelse for avvisningen',
    case: 'Sak',
    entry: 'Journalpost som ble sendt',
    title: 'Tittel',
    orderedBy: 'Sendt til signering av',
    sentAt: 'Sendt',
    deadline: 'Frist',
    decidedAt: 'Avgjort',
    receivedAt: 'Mottatt i arkivet',
    job: 'Oppdragsnummer hos signeringstjenesten',
    pages: 'Dokumentets sidetall',
    digest: 'Dokumentets SHA-256',
  },
  days: (count: number) => (count === 1 ? '1 dag for hver gruppe' : `${count} dager for hver gruppe`),
  tableHead: ['Undertegner', 'Svar', 'Tidspunkt'],
  states: {
    ...codes.nb.signerState,
    waiting: 'Ikke svart',
    nameNotAvailable: 'Navn ikke tilgjengelig',
  },
  footer: (at: string) => `Notatet er skrevet av Segl ${at} og ført i saken som inngående dokument.`,
};

const nn: typeof nb = {
  heading: 'Svar frå signeringstenesta',
  signedWithout: 'Signeringstenesta seier at alle har signert, men det signerte dokumentet er ikkje levert.',
  notKnown: 'ikkje kjent',
  reasonNotTold: 'Tenesta fortel ikkje kvifor.',
  documents: { whole: 'ligg ved', 'so-far': 'det som var signert så langt, ligg ved', none: 'ikkje levert' },
  intro: {
    signed: 'Oppdraget er signert av alle.',
    rejected:
      'Oppdraget vart avvist. Dokumentet er ikkje signert av alle, og oppdraget er avslutta for alle som ikkje hadde signert.',
    expired: 'Fristen gjekk ut før alle hadde signert. Oppdraget er avslutta.',
    cancelled: 'Oppdraget vart avbrote av avsendaren før alle hadde signert.',
    reserved:
      'Ein underskrivar har reservert seg mot digital kommunikasjon. Oppdraget vart avslutta utan signering; bruk papir.',
    contactMissing:
      'Det finst ingen kontaktinformasjon om ein underskrivar i kontakt- og reservasjonsregisteret. Oppdraget vart avslutta.',
    blocked: 'Ein underskrivar er sperra etter for mange feil kodar. Oppdraget vart avslutta.',
    nameMissing: 'Namnet til ein underskrivar er ikkje tilgjengeleg i registeret. Oppdraget vart avslutta.',
    other: 'Signeringstenesta avslutta oppdraget utan at alle hadde signert.',
  },
  labels: {
    document: 'Det signerte dokumentet',
    reason: 'Grunngjeving for avvisinga',
    case: 'Sak',
    entry: 'Journalpost som vart send',
    title: 'Tittel',
    orderedBy: 'Send til signering av',
    sentAt: 'Send',
    deadline: 'Frist',
    decidedAt: 'Avgjort',
    receivedAt: 'Motteken i arkivet',
    job: 'Oppdragsnummer hos signeringstenesta',
    pages: 'Talet på sider i dokumentet',
    digest: 'SHA-256 for dokumentet',
  },
  days: (count) => (count === 1 ? '1 dag for kvar gruppe' : `${count} dagar for kvar gruppe`),
  tableHead: ['Underskrivar', 'Svar', 'Tidspunkt'],
  states: {
    ...codes.nn.signerState,
    waiting: 'Ikkje svart',
    nameNotAvailable: 'Namn ikkje tilgjengeleg',
  },
  footer: (at) => `Notatet er skrive av Segl ${at} og ført i saka som inngåande dokument.`,
};

const en: typeof nb = {
  heading: 'Answer from the signing service',
  signedWithout:
    'The signing service says that everyone has signed, but the signed document was not delivered.',
  notKnown: 'not known',
  reasonNotTold: 'The service does not tell why.',
  documents: { whole: 'is enclosed', 'so-far': 'what was signed so far is enclosed', none: 'not delivered' },
  intro: {
    signed: 'The job was signed by everyone.',
    rejected: 'The job was rejected. Not everyone signed, and the job has ended for all who had not signed.',
    expired: 'The deadline passed before everyone had signed. The job has ended.',
    cancelled: 'The job was cancelled by the sender before everyone had signed.',
    reserved: 'A signer has opted out of digital communication. The job ended unsigned; use paper.',
    contactMissing: 'The contact register holds no contact information for a signer. The job has ended.',
    blocked: 'A signer was blocked after too many wrong codes. The job has ended.',
    nameMissing: "A signer's name is not available in the register. The job has ended.",
    other: 'The signing service ended the job before everyone had signed.',
  },
  labels: {
    document: 'The signed document',
    reason: 'Reason for the rejection',
    case: 'Case',
    entry: 'Journal entry sent',
    title: 'Title',
    orderedBy: 'Sent for signing by',
    sentAt: 'Sent',
    deadline: 'Deadline',
    decidedAt: 'Decided',
    receivedAt: 'Received in the archive',
    job: 'Job number at the signing service',
    pages: 'Pages in the document',
    digest: 'SHA-256 of the document',
  },
  days: (count) => (count === 1 ? '1 day for each group' : `${count} days for each group`),
  tableHead: ['Signer', 'Answer', 'Time'],
  states: {
    ...codes.en.signerState,
    waiting: 'No answer',
    contactInformationMissing: 'No contact information',
  },
  footer: (at) => `This note was written by Segl ${at} and filed in the case as an incoming document.`,
};

export const answerTexts: Catalogue<typeof nb> = { nb, nn, en };
