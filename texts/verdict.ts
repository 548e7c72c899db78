import type { ChangeCode, ContentCode, EvidenceCode, SealCode, VerdictFacts } from '../domain/verdict.ts';
import { formatDateTime } from './format.ts';
import type { Catalogue } from './language.ts';

type Sentence = (facts: VerdictFacts) => string;
type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>;

const by = (facts: VerdictFacts, unknown: string): string => String(facts.by || unknown);
const organisation = ({ organisation: number }: VerdictFacts, word: string): string =>
  number === undefined ? '' : ` (${word} ${String(number).replace(/(\d{3})(?=\d)/g, '$1 ')})`;
const when = (value: string | number | undefined, language: 'nb' | 'nn' | 'en'): string =>
  value === undefined ? '' : formatDateTime(String(value), language);
/** Without a time stamp the clock of this machine decides, and it may be wrong. */
const byOwnClock = (facts: VerdictFacts, language: 'nb' | 'nn' | 'en'): string =>
  facts.timeSource === 'receipt' ? ownClock[language](when(facts.time, language)) : '';
const ownClock = {
  nb: (time: string) =>
    ` Segl regnet med klokken på denne maskinen, som var ${time}. Er den feil, vurderes svaret på nytt når den er stilt rett.`,
  nn: (time: string) =>
    ` Segl rekna med klokka på denne maskina, som var ${time}. Er ho feil, blir svaret vurdert på nytt når ho er stilt rett.`,
  en: (time: string) =>
    ` Segl went by the clock of this machine, which was ${time}. If it is wrong, the answer is judged again once it is set right.`,
};

const nb = {
  heading: 'Kontroll av det signerte dokumentet',
  verified: 'Kontrollert',
  notVerified: 'Ikke kontrollert',
  advice: 'Spør dokumentsenteret før du bruker dokumentet.',
  outcomes: { holds: 'I orden', fails: 'Ikke i orden', open: 'Ikke undersøkt' },
  questions: {
    sealedBy: 'Hvem har forseglet det',
    unchanged: 'Er det uendret siden',
    isWhatWasSent: 'Er det dokumentet som ble sendt',
    evidence: (name: string) => `Signaturen til ${name}`,
  },
  sealedBy: {
    sealed: (facts) =>
      `${by(facts, 'Tjenesten')}${organisation(facts, 'org.nr.')}. ${
        facts.timeSource === 'time-stamp'
          ? `Sertifikatet var gyldig ${when(facts.time, 'nb')}, etter et tidsstempel.`
          : `Sertifikatet var gyldig da Segl mottok filen ${when(facts.time, 'nb')}; filen har ikke noe tidsstempel.`
      }${facts.revocation === 'not-known' ? ' Filen sier ikke om sertifikatet kan være trukket tilbake.' : ''}`,
    'not-a-pdf': () => 'Det som kom, er ikke en PDF som kan åpnes.',
    'no-seal': () => 'Dokumentet er ikke forseglet.',
    'seal-unreadable': () => 'Forseglingen er ødelagt eller kan ikke leses.',
    'other-organisation': (facts) =>
      `${by(facts, 'Noen andre')}${organisation(facts, 'org.nr.')}, som ikke er signeringstjenesten.`,
    'personal-certificate': (facts) => `${by(facts, 'En person')}, med et sertifikat for personer.`,
    'not-for-sealing': (facts) =>
      `${by(facts, 'Tjenesten')}, men med et sertifikat som ikke er ment for å forsegle dokumenter.`,
    'unknown-authority': (facts) =>
      `${by(facts, 'Ukjent')}, men ingen utsteder som Segl stoler på, går god for sertifikatet.`,
    'certificate-not-valid': (facts) =>
      `${by(facts, 'Tjenesten')}, men sertifikatet var ikke gyldig ${when(facts.time, 'nb')}.${byOwnClock(facts, 'nb')}`,
    'certificate-revoked': (facts) => `${by(facts, 'Tjenesten')}, men sertifikatet er trukket tilbake.`,
    'signing-time-in-future': (facts) =>
      `${by(facts, 'Tjenesten')} oppgir å ha forseglet det ${when(facts.signedAt, 'nb')}, som er senere enn det kan være.${byOwnClock(facts, 'nb')}`,
    'weak-algorithm': (facts) =>
      `${by(facts, 'Tjenesten')}, men med en metode som er for svak til å stole på.${byOwnClock(facts, 'nb')}`,
    'seal-altered': (facts) => `${by(facts, 'Tjenesten')}, men noe i selve forseglingen er endret.`,
  } satisfies Sentences<SealCode>,
  unchanged: {
    unchanged: () => 'Ingenting er endret etter at det ble forseglet.',
    'evidence-added': () =>
      'Bare bevis for forseglingen er lagt til etterpå, slik tjenesten gjør for langtidslagring.',
    'not-judged': () => 'Ikke undersøkt, siden forseglingen mangler eller ikke kan leses.',
    'content-altered': () => 'Innholdet er endret etter at det ble forseglet.',
    'altered-after-seal': () => 'Noe annet enn bevis er lagt til etter at det ble forseglet.',
    'structure-unclear': () => 'Filen er bygd slik at ulike lesere kan vise ulikt innhold.',
    'not-covered': () => 'Forseglingen dekker ikke hele dokumentet.',
  } satisfies Sentences<ChangeCode>,
  isWhatWasSent: {
    'same-document': ({ pages = 0, added }) =>
      (pages === 1
        ? 'Siden er den som ble sendt, hel og uten noe over.'
        : `Alle ${pages} sidene er de som ble sendt, i samme rekkefølge, hele og uten noe over.`) +
      (added ? ' Siden tjenesten selv har lagt til, hører ikke til det som ble sendt.' : ''),
    'not-judged': () => 'Ikke undersøkt, siden filen ikke kan leses sikkert.',
    'page-count': ({ pages = '?', expected = '?' }) => `Det har ${pages} sider, og skulle hatt ${expected}.`,
    'page-differs': ({ page = '?' }) => `Side ${page} er en annen enn den som ble sendt.`,
    'page-covered': ({ page = '?' }) => `Noe er lagt over side ${page}.`,
    'hidden-content': ({ page }) =>
      page === undefined
        ? 'Dokumentet har lag som kan skjule innhold.'
        : `Side ${page} er forminsket, beskåret eller skjult.`,
    'added-content': () =>
      'Dokumentet har fått skript, skjemafelt eller annet som ikke var der da det ble sendt.',
    'added-page-differs': ({ what }) =>
      what === 'title'
        ? 'Siden tjenesten har lagt til, har ikke tittelen på oppdraget.'
        : what === 'signer'
          ? 'Siden tjenesten har lagt til, nevner ikke alle som har signert.'
          : 'Siden tjenesten har lagt til, har fødselsnummeret til en annen enn dem som skulle signere.',
  } satisfies Sentences<ContentCode>,
  evidence: {
    'evidence-holds': (facts) =>
      `Tjenesten har bevis for at ${facts.name || 'personen'} signerte dette dokumentet ${when(facts.signedAt, 'nb')}.`,
    missing: () => 'Tjenesten ga ikke noe bevis for signaturen.',
    malformed: () => 'Beviset kan ikke leses.',
    'signature-broken': () => 'Beviset er endret etter at det ble laget.',
    'other-signer-of-evidence': (facts) =>
      `Beviset er forseglet av ${by(facts, 'noen')}, som ikke er signeringstjenesten.`,
    'unknown-authority': () => 'Ingen utsteder som Segl stoler på, går god for beviset.',
    'weak-algorithm': () => 'Beviset er forseglet med en metode som er for svak til å stole på.',
    'certificate-not-valid': () => 'Sertifikatet bak beviset er ikke gyldig.',
    'signing-time-in-future': () => 'Beviset oppgir et tidspunkt som er senere enn det kan være.',
    'other-document': () => 'Beviset gjelder et annet dokument.',
    'other-person': (facts) => `Beviset gjelder en annen person${facts.name ? `, ${facts.name}` : ''}.`,
  } satisfies Sentences<EvidenceCode>,
};
export type VerdictTexts = {
  readonly heading: string;
  readonly verified: string;
  readonly notVerified: string;
  readonly advice: string;
  readonly outcomes: typeof nb.outcomes;
  readonly questions: typeof nb.questions;
  readonly sealedBy: Sentences<SealCode>;
  readonly unchanged: Sentences<ChangeCode>;
  readonly isWhatWasSent: Sentences<ContentCode>;
  readonly evidence: Sentences<EvidenceCode>;
};

const nn: VerdictTexts = {
  heading: 'Kontroll av det signerte dokumentet',
  verified: 'Kontrollert',
  notVerified: 'Ikkje kontrollert',
  advice: 'Spør dokumentsenteret før du bruker dokumentet.',
  outcomes: { holds: 'I orden', fails: 'Ikkje i orden', open: 'Ikkje undersøkt' },
  questions: {
    sealedBy: 'Kven har forsegla det',
    unchanged: 'Er det uendra sidan',
    isWhatWasSent: 'Er det dokumentet som vart sendt',
    evidence: (name) => `Signaturen til ${name}`,
  },
  sealedBy: {
    sealed: (facts) =>
      `${by(facts, 'Tenesta')}${organisation(facts, 'org.nr.')}. ${
        facts.timeSource === 'time-stamp'
          ? `Sertifikatet var gyldig ${when(facts.time, 'nn')}, etter eit tidsstempel.`
          : `Sertifikatet var gyldig då Segl fekk fila ${when(facts.time, 'nn')}; fila har ikkje noko tidsstempel.`
      }${facts.revocation === 'not-known' ? ' Fila seier ikkje om sertifikatet kan vere trekt tilbake.' : ''}`,
    'not-a-pdf': () => 'Det som kom, er ikkje ein PDF som kan opnast.',
    'no-seal': () => 'Dokumentet er ikkje forsegla.',
    'seal-unreadable': () => 'Forseglinga er øydelagd eller kan ikkje lesast.',
    'other-organisation': (facts) =>
      `${by(facts, 'Nokon andre')}${organisation(facts, 'org.nr.')}, som ikkje er signeringstenesta.`,
    'personal-certificate': (facts) => `${by(facts, 'Ein person')}, med eit sertifikat for personar.`,
    'not-for-sealing': (facts) =>
      `${by(facts, 'Tenesta')}, men med eit sertifikat som ikkje er meint for å forsegle dokument.`,
    'unknown-authority': (facts) =>
      `${by(facts, 'Ukjend')}, men ingen utferdar som Segl stoler på, går god for sertifikatet.`,
    'certificate-not-valid': (facts) =>
      `${by(facts, 'Tenesta')}, men sertifikatet var ikkje gyldig ${when(facts.time, 'nn')}.${byOwnClock(facts, 'nn')}`,
    'certificate-revoked': (facts) => `${by(facts, 'Tenesta')}, men sertifikatet er trekt tilbake.`,
    'signing-time-in-future': (facts) =>
      `${by(facts, 'Tenesta')} seier å ha forsegla det ${when(facts.signedAt, 'nn')}, som er seinare enn det kan vere.${byOwnClock(facts, 'nn')}`,
    'weak-algorithm': (facts) =>
      `${by(facts, 'Tenesta')}, men med ein metode som er for veik til å stole på.${byOwnClock(facts, 'nn')}`,
    'seal-altered': (facts) => `${by(facts, 'Tenesta')}, men noko i sjølve forseglinga er endra.`,
  },
  unchanged: {
    unchanged: () => 'Ingenting er endra etter at det vart forsegla.',
    'evidence-added': () =>
      'Berre prov for forseglinga er lagt til etterpå, slik tenesta gjer for langtidslagring.',
    'not-judged': () => 'Ikkje undersøkt, sidan forseglinga manglar eller ikkje kan lesast.',
    'content-altered': () => 'Innhaldet er endra etter at det vart forsegla.',
    'altered-after-seal': () => 'Noko anna enn prov er lagt til etter at det vart forsegla.',
    'structure-unclear': () => 'Fila er bygd slik at ulike lesarar kan vise ulikt innhald.',
    'not-covered': () => 'Forseglinga dekkjer ikkje heile dokumentet.',
  },
  isWhatWasSent: {
    'same-document': ({ pages = 0, added }) =>
      (pages === 1
        ? 'Sida er den som vart send, heil og utan noko over.'
        : `Alle dei ${pages} sidene er dei som vart sende, i same rekkjefølgje, heile og utan noko over.`) +
      (added ? ' Sida tenesta sjølv har lagt til, høyrer ikkje til det som vart sendt.' : ''),
    'not-judged': () => 'Ikkje undersøkt, sidan fila ikkje kan lesast sikkert.',
    'page-count': ({ pages = '?', expected = '?' }) => `Det har ${pages} sider, og skulle hatt ${expected}.`,
    'page-differs': ({ page = '?' }) => `Side ${page} er ei anna enn den som vart send.`,
    'page-covered': ({ page = '?' }) => `Noko er lagt over side ${page}.`,
    'hidden-content': ({ page }) =>
      page === undefined
        ? 'Dokumentet har lag som kan skjule innhald.'
        : `Side ${page} er forminska, skoren til eller skjult.`,
    'added-content': () =>
      'Dokumentet har fått skript, skjemafelt eller anna som ikkje var der då det vart sendt.',
    'added-page-differs': ({ what }) =>
      what === 'title'
        ? 'Sida tenesta har lagt til, har ikkje tittelen på oppdraget.'
        : what === 'signer'
          ? 'Sida tenesta har lagt til, nemner ikkje alle som har signert.'
          : 'Sida tenesta har lagt til, har fødselsnummeret til ein annan enn dei som skulle signere.',
  },
  evidence: {
    'evidence-holds': (facts) =>
      `Tenesta har prov for at ${facts.name || 'personen'} signerte dette dokumentet ${when(facts.signedAt, 'nn')}.`,
    missing: () => 'Tenesta gav ikkje noko prov for signaturen.',
    malformed: () => 'Provet kan ikkje lesast.',
    'signature-broken': () => 'Provet er endra etter at det vart laga.',
    'other-signer-of-evidence': (facts) =>
      `Provet er forsegla av ${by(facts, 'nokon')}, som ikkje er signeringstenesta.`,
    'unknown-authority': () => 'Ingen utferdar som Segl stoler på, går god for provet.',
    'weak-algorithm': () => 'Provet er forsegla med ein metode som er for veik til å stole på.',
    'certificate-not-valid': () => 'Sertifikatet bak provet er ikkje gyldig.',
    'signing-time-in-future': () => 'Provet seier eit tidspunkt som er seinare enn det kan vere.',
    'other-document': () => 'Provet gjeld eit anna dokument.',
    'other-person': (facts) => `Provet gjeld ein annan person${facts.name ? `, ${facts.name}` : ''}.`,
  },
};

const en: VerdictTexts = {
  heading: 'Check of the signed document',
  verified: 'Verified',
  notVerified: 'Not verified',
  advice: 'Ask the document centre before you use the document.',
  outcomes: { holds: 'In order', fails: 'Not in order', open: 'Not examined' },
  questions: {
    sealedBy: 'Who sealed it',
    unchanged: 'Is it unchanged since',
    isWhatWasSent: 'Is it the document that was sent',
    evidence: (name) => `The signature of ${name}`,
  },
  sealedBy: {
    sealed: (facts) =>
      `${by(facts, 'The service')}${organisation(facts, 'org. no.')}. ${
        facts.timeSource === 'time-stamp'
          ? `The certificate was valid at ${when(facts.time, 'en')}, by a time stamp.`
          : `The certificate was valid when Segl received the file at ${when(facts.time, 'en')}; the file has no time stamp.`
      }${facts.revocation === 'not-known' ? ' The file does not say whether the certificate may have been revoked.' : ''}`,
    'not-a-pdf': () => 'What came is not a PDF that can be opened.',
    'no-seal': () => 'The document is not sealed.',
    'seal-unreadable': () => 'The seal is broken or cannot be read.',
    'other-organisation': (facts) =>
      `${by(facts, 'Somebody else')}${organisation(facts, 'org. no.')}, which is not the signing service.`,
    'personal-certificate': (facts) => `${by(facts, 'A person')}, with a certificate for persons.`,
    'not-for-sealing': (facts) =>
      `${by(facts, 'The service')}, but with a certificate that is not meant for sealing documents.`,
    'unknown-authority': (facts) =>
      `${by(facts, 'Unknown')}, but no issuer that Segl trusts vouches for the certificate.`,
    'certificate-not-valid': (facts) =>
      `${by(facts, 'The service')}, but the certificate was not valid at ${when(facts.time, 'en')}.${byOwnClock(facts, 'en')}`,
    'certificate-revoked': (facts) => `${by(facts, 'The service')}, but the certificate has been revoked.`,
    'signing-time-in-future': (facts) =>
      `${by(facts, 'The service')} claims to have sealed it at ${when(facts.signedAt, 'en')}, which is later than it can be.${byOwnClock(facts, 'en')}`,
    'weak-algorithm': (facts) =>
      `${by(facts, 'The service')}, but by a method that is too weak to be relied on.${byOwnClock(facts, 'en')}`,
    'seal-altered': (facts) =>
      `${by(facts, 'The service')}, but something in the seal itself has been altered.`,
  },
  unchanged: {
    unchanged: () => 'Nothing has changed since it was sealed.',
    'evidence-added': () =>
      'Only evidence for the seal has been added since, as the service does for long-term storage.',
    'not-judged': () => 'Not examined, since the seal is missing or cannot be read.',
    'content-altered': () => 'The content has been altered since it was sealed.',
    'altered-after-seal': () => 'Something other than evidence has been added since it was sealed.',
    'structure-unclear': () => 'The file is built so that different readers may show different content.',
    'not-covered': () => 'The seal does not cover the whole document.',
  },
  isWhatWasSent: {
    'same-document': ({ pages = 0, added }) =>
      (pages === 1
        ? 'The page is the one that was sent, whole and with nothing over it.'
        : `All ${pages} pages are those that were sent, in the same order, whole and with nothing over them.`) +
      (added ? ' The page that the service itself has added is not part of what was sent.' : ''),
    'not-judged': () => 'Not examined, since the file cannot be read with certainty.',
    'page-count': ({ pages = '?', expected = '?' }) => `It has ${pages} pages, and should have ${expected}.`,
    'page-differs': ({ page = '?' }) => `Page ${page} is not the one that was sent.`,
    'page-covered': ({ page = '?' }) => `Something has been put over page ${page}.`,
    'hidden-content': ({ page }) =>
      page === undefined
        ? 'The document has layers that may hide content.'
        : `Page ${page} has been shrunk, cropped or hidden.`,
    'added-content': () =>
      'The document has scripts, form fields or other things that were not there when it was sent.',
    'added-page-differs': ({ what }) =>
      what === 'title'
        ? 'The page that the service has added does not have the title of the job.'
        : what === 'signer'
          ? 'The page that the service has added does not name everyone who has signed.'
          : 'The page that the service has added has the identity number of someone else than those who were asked.',
  },
  evidence: {
    'evidence-holds': (facts) =>
      `The service has evidence that ${facts.name || 'the person'} signed this document at ${when(facts.signedAt, 'en')}.`,
    missing: () => 'The service gave no evidence of the signature.',
    malformed: () => 'The evidence cannot be read.',
    'signature-broken': () => 'The evidence has been altered since it was made.',
    'other-signer-of-evidence': (facts) =>
      `The evidence is sealed by ${by(facts, 'somebody')}, which is not the signing service.`,
    'unknown-authority': () => 'No issuer that Segl trusts vouches for the evidence.',
    'weak-algorithm': () => 'The evidence is sealed by a method that is too weak to be relied on.',
    'certificate-not-valid': () => 'The certificate behind the evidence is not valid.',
    'signing-time-in-future': () => 'The evidence names a time that is later than it can be.',
    'other-document': () => 'The evidence is about another document.',
    'other-person': (facts) => `The evidence is about another person${facts.name ? `, ${facts.name}` : ''}.`,
  },
};

export const verdictTexts: Catalogue<VerdictTexts> = { nb, nn, en };
