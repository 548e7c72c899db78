import type { Finding, FindingFacts } from '../domain/findings.ts';
import type { Language } from '../domain/preferences.ts';
import { formatBytes, formatDate } from './format.ts';
import { type Catalogue, sentenceFor } from './language.ts';
import { screeningReviews } from './screening-reviews.ts';

/** One sentence for every finding, made of exactly its facts: what is wrong, where, and what to do. */
export type FindingTexts = {
  readonly [Code in keyof FindingFacts]: (facts: FindingFacts[Code]) => string;
};

/** A recipient without a name is called by place in the list. */
const who = (facts: FindingFacts['recipient-name-missing'], fallback: string) =>
  facts.name === '' ? `${fallback} ${facts.number}` : facts.name;
const characters = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

const onPage = (facts: FindingFacts['document-page-differs'], some: string, numbered: string) =>
  facts.page === 0 ? some : `${numbered} ${facts.page}`;

/** The same is said of the thing itself. */
const flaws = (language: Language) => {
  const said = screeningReviews[language].sentence;
  return {
    'screening-expired': ({ since }: FindingFacts['screening-expired']) => said.expired(formatDate(since)),
    'screening-provisional': ({ since }: FindingFacts['screening-provisional']) =>
      said.provisional(formatDate(since)),
    'screening-code-withdrawn': ({ since }: FindingFacts['screening-code-withdrawn']) =>
      said['code-withdrawn'](formatDate(since)),
    'screening-basis-repealed': ({ since }: FindingFacts['screening-basis-repealed']) =>
      said['basis-repealed'](formatDate(since)),
  };
};

const nb: FindingTexts = {
  'entry-not-outgoing': () =>
    'Bare utgående dokumenter kan sendes til signering. Lag en utgående journalpost.',
  'entry-not-final': () => 'Journalposten er ikke ferdigstilt. Sett statusen til «Ferdigstilt» først.',
  'approval-missing': () => 'Lederen har ikke godkjent journalposten. Be om godkjenning først.',
  'already-dispatched': () =>
    'Journalposten er allerede ekspedert. En rettelse må sendes som en ny journalpost.',
  'archive-restored': () =>
    'Arkivet er hentet tilbake fra en eldre sikkerhetskopi. Utsending er stengt til dokumentsenteret har tatt imot det som ble sendt etterpå.',
  'dispatch-lost': () =>
    'Journalposten ble sendt til signering før arkivet ble hentet tilbake fra sikkerhetskopi. Dokumentsenteret må ta imot svaret, eller slå fast at det aldri kommer.',
  'dispatch-running': () => 'Dokumentet er allerede på vei til signering. Det sendes ikke to ganger.',
  'earlier-signed': (facts) =>
    `${facts.entry}, som denne sender på nytt, er signert av alle likevel. Ingen skal bli bedt to ganger: la denne utgå.`,
  'earlier-running': (facts) =>
    `${facts.entry}, som denne sender på nytt, er ute til signering. Ingen skal bli bedt to ganger: avbryt det oppdraget først.`,
  'case-closed': (facts) =>
    `Sak ${facts.case} er avsluttet. Be dokumentsenteret gjenåpne den før du ekspederer.`,
  'not-allowed': () => 'Rollen din gir ikke lov til å ekspedere. Be saksbehandleren gjøre det.',
  'no-unit': () => 'Du har ingen rolle i noen enhet. Be systemansvarlig gi deg en.',
  'other-unit': () =>
    'Rollen din gjelder ikke for denne enheten. Be saksbehandleren eller enheten ekspedere.',
  'not-cleared': (facts) =>
    `Journalposten er skjermet med tilgangskode ${facts.code}, og du er ikke klarert for den i denne enheten.`,
  'not-in-group': () => 'Journalposten er skjermet for en tilgangsgruppe som du ikke er med i.',
  'recipient-missing': () => 'Ingen mottakere. Legg til minst én som skal signere.',
  'recipients-too-many': (facts) =>
    `Det er ${facts.count} mottakere. Tjenesten tar høyst ${facts.max}. Fjern noen, eller send i flere omganger.`,
  'recipient-name-missing': (facts) => `Mottaker ${facts.number} mangler navn. Skriv navnet.`,
  'identity-number-missing': (facts) =>
    `${who(facts, 'Mottaker')} mangler fødselsnummer. Skriv de elleve sifrene.`,
  'identity-number-length': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} har ikke elleve siffer. Kontroller det.`,
  'identity-number-wrong': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} stemmer ikke: kontrollsifrene er feil. Se etter et siffer som er skrevet feil.`,
  'identity-number-date': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} begynner med en dato som ikke finnes. Kontroller de seks første sifrene.`,
  'identity-number-synthetic': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} er oppdiktet (testperson) og kan ikke brukes i drift. Skriv det virkelige nummeret.`,
  'identity-number-real': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} kan tilhøre en virkelig person. Bruk oppdiktede personer i opplæringsarkivet.`,
  'identity-number-2032': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottaker')} følger regelen som gjelder fra 2032. Kontroller at det er skrevet rett.`,
  'recipient-twice': (facts) =>
    `${who(facts, 'Mottaker')} har samme fødselsnummer som mottaker ${facts.first}. Fjern den ene.`,
  'firm-without-signer': (facts) =>
    `${facts.firm} kan ikke signere selv. Skriv navnet og fødselsnummeret til den som signerer for firmaet.`,
  'firm-name-missing': (facts) =>
    `${who(facts, 'Mottaker')} signerer for en virksomhet uten navn. Skriv navnet, eller slå av «Signerer for en virksomhet».`,
  'firm-number-wrong': (facts) =>
    `Organisasjonsnummeret til ${facts.firm} stemmer ikke. Det skal ha ni siffer. Kontroller det, eller la feltet stå tomt.`,
  'party-not-sent-to': (facts) =>
    `${facts.name} står som mottaker på journalposten, men er ikke blant dem dokumentet sendes til. Fjern parten, gjør den til kopimottaker, eller legg den til som mottaker.`,
  'group-out-of-range': (facts) =>
    `Rekkefølgen for ${who(facts, 'mottaker')} må være et helt tall fra 0 til 9.`,
  'title-missing': () => 'Tittelen mangler. Skriv en tittel på journalposten.',
  'title-too-long': (facts) =>
    `Tittelen har ${facts.length} tegn. Posten signering tar høyst ${facts.max}. Forkort den med ${characters(facts.over, 'tegn', 'tegn')}.`,
  'title-characters': () =>
    'Tittelen har tegn som ikke kan sendes, som linjeskift eller usynlige tegn. Skriv den på nytt.',
  'nonsensitive-title-missing': () =>
    'Journalposten er skjermet, men har ingen ikke-sensitiv tittel. Skriv en som kan stå i e-post og SMS.',
  'nonsensitive-title-too-long': (facts) =>
    `Den ikke-sensitive tittelen har ${facts.length} tegn. Den kan ha høyst ${facts.max}. Forkort den.`,
  'message-too-long': (facts) =>
    `Meldingen har ${facts.length} tegn. Den kan ha høyst ${facts.max}. Forkort den med ${characters(facts.over, 'tegn', 'tegn')}.`,
  'message-characters': () => 'Meldingen har tegn som ikke kan sendes, som usynlige tegn. Skriv den på nytt.',
  'deadline-out-of-range': (facts) =>
    `Fristen må være fra ${facts.min} til ${facts.max} dager. Du har skrevet ${facts.days}.`,
  'deadline-not-yours': (facts) =>
    `Bare dokumentsenteret kan endre fristen. Sett den tilbake til ${facts.days} dager, eller spør dem.`,
  'main-document-missing': () => 'Hoveddokumentet mangler. Legg til filen som skal signeres.',
  'document-unfinished': (facts) => `«${facts.document}» er ikke ferdigstilt. Ferdigstill dokumentet først.`,
  'document-empty': (facts) => `Filen til «${facts.document}» er tom. Erstatt den.`,
  'document-kind-unknown': (facts) =>
    `Filen til «${facts.document}» er av et slag som ikke kan sendes. Erstatt den med en PDF.`,
  'document-encrypted': (facts) =>
    `Filen til «${facts.document}» er beskyttet med passord. Erstatt den med en utgave uten passord.`,
  'document-damaged': (facts) => `Filen til «${facts.document}» er skadet og kan ikke leses. Erstatt den.`,
  'document-no-pages': (facts) => `Filen til «${facts.document}» har ingen sider. Erstatt den.`,
  'document-too-heavy': (facts) =>
    `Filen til «${facts.document}» tar for mye tid eller minne å lese. Prøv igjen. Går det ikke da heller, skriv den ut til PDF på nytt, og erstatt den.`,
  'document-page-differs': (facts) =>
    `${onPage(facts, 'En side', 'Side')} i «${facts.document}» blir ikke lik originalen når dokumentene slås sammen. Skriv filen ut til PDF på nytt, og erstatt den.`,
  'document-field-lost': (facts) =>
    `${onPage(facts, 'En side', 'Side')} i «${facts.document}» har et utfylt skjemafelt som ikke kan vises for undertegneren. Skriv skjemaet ut til PDF, og erstatt filen.`,
  'document-signed': (facts) =>
    `«${facts.document}» er allerede signert. Signaturen ville bli ødelagt når dokumentene slås sammen. Ta det ut, eller send det for seg.`,
  'document-not-pdf': (facts) =>
    `«${facts.document}» er ikke en PDF. Erstatt den med en PDF, eller legg den til på nytt så den gjøres om.`,
  'merged-too-large': (facts) =>
    `Dokumentet er ${formatBytes(facts.bytes, 'nb')} med vedlegg. Grensen er ${formatBytes(facts.max, 'nb')}. Ta ut eller krymp vedlegg på til sammen ${formatBytes(facts.over, 'nb')}.`,
  'merge-failed': () =>
    'Dokumentene lot seg ikke slå sammen til én PDF. Åpne dem enkeltvis, og erstatt den som ikke vises.',
  'attachment-titles-equal': (facts) =>
    `Dokument ${facts.first} og ${facts.second} heter begge «${facts.document}». Begge blir med, men gi dem ulike titler så mottakeren kan skille dem.`,
  'main-title-differs': (facts) =>
    `Hoveddokumentet heter «${facts.document}», ikke det samme som journalposten. Se om begge titlene er riktige.`,
  'document-form-fields': (facts) =>
    `«${facts.document}» har skjemafelt. De blir vanlig tekst når dokumentene slås sammen. Se at alt er fylt ut.`,
  'document-xfa': (facts) =>
    `«${facts.document}» er et XFA-skjema og kan bli blankt. Skriv det ut til PDF, og se på forhåndsvisningen.`,
  'document-embedded-files': (facts) =>
    `«${facts.document}» har filer inni seg. De blir ikke med. Legg dem til som egne vedlegg hvis de skal signeres.`,
  'document-javascript': (facts) =>
    `«${facts.document}» har programkode (JavaScript). Den blir tatt bort. Se på forhåndsvisningen at innholdet er rett.`,
  'document-odd-page-size': (facts) =>
    `«${facts.document}» har sider som ikke er A4. De kan bli vist små i portalen. Se på forhåndsvisningen.`,
  'document-restricted': (facts) =>
    `Den som laget «${facts.document}», har begrenset bruken av filen. Kryss av for at dere har rett til å sende den, eller erstatt den.`,
  'document-rights-confirmed': (facts) =>
    `Den som laget «${facts.document}», har begrenset bruken av filen. Du har bekreftet at dere har rett til å sende den.`,
  'personnel-unscreened': (facts) =>
    `Dette ser ut som en personalsak, men verken journalposten eller sak ${facts.case} er skjermet. Se om det skal skjermes, eller om den ligger i feil sak.`,
  ...flaws('nb'),
  'addressee-reserved': (facts) =>
    `${who(facts, 'Mottaker')} var reservert mot digital post sist. Oppdraget kan bli avvist med en gang. Ta kontakt først, eller send på papir.`,
  'addressee-without-contact': (facts) =>
    `${who(facts, 'Mottaker')} manglet kontaktinformasjon sist. Be personen registrere den i kontaktregisteret først.`,
  'leader-not-agreed': () =>
    'Du har ikke krysset av for at lederen er enig i å bruke e-signering her. Avklar det først.',
};
const nn: FindingTexts = {
  'entry-not-outgoing': () =>
    'Berre utgåande dokument kan sendast til signering. Lag ein utgåande journalpost.',
  'entry-not-final': () => 'Journalposten er ikkje ferdigstilt. Set statusen til «Ferdigstilt» først.',
  'approval-missing': () => 'Leiaren har ikkje godkjent journalposten. Be om godkjenning først.',
  'already-dispatched': () => 'Journalposten er alt ekspedert. Ei retting må sendast som ein ny journalpost.',
  'archive-restored': () =>
    'Arkivet er henta tilbake frå ein eldre tryggleikskopi. Utsending er stengd til dokumentsenteret har teke imot det som vart sendt etterpå.',
  'dispatch-lost': () =>
    'Journalposten vart sendt til signering før arkivet vart henta tilbake frå tryggleikskopi. Dokumentsenteret må ta imot svaret, eller slå fast at det aldri kjem.',
  'dispatch-running': () => 'Dokumentet er alt på veg til signering. Det blir ikkje sendt to gonger.',
  'earlier-signed': (facts) =>
    `${facts.entry}, som denne sender på nytt, er signert av alle likevel. Ingen skal bli beden to gonger: lat denne utgå.`,
  'earlier-running': (facts) =>
    `${facts.entry}, som denne sender på nytt, er ute til signering. Ingen skal bli beden to gonger: avbryt det oppdraget først.`,
  'case-closed': (facts) =>
    `Sak ${facts.case} er avslutta. Be dokumentsenteret opne ho att før du ekspederer.`,
  'not-allowed': () => 'Rolla di gir ikkje lov til å ekspedere. Be saksbehandlaren gjere det.',
  'no-unit': () => 'Du har inga rolle i noka eining. Be systemansvarleg gi deg ei.',
  'other-unit': () => 'Rolla di gjeld ikkje for denne eininga. Be saksbehandlaren eller eininga ekspedere.',
  'not-cleared': (facts) =>
    `Journalposten er skjerma med tilgangskode ${facts.code}, og du er ikkje klarert for den i denne eininga.`,
  'not-in-group': () => 'Journalposten er skjerma for ei tilgangsgruppe som du ikkje er med i.',
  'recipient-missing': () => 'Ingen mottakarar. Legg til minst éin som skal signere.',
  'recipients-too-many': (facts) =>
    `Det er ${facts.count} mottakarar. Tenesta tek høgst ${facts.max}. Fjern nokon, eller send i fleire omgangar.`,
  'recipient-name-missing': (facts) => `Mottakar ${facts.number} manglar namn. Skriv namnet.`,
  'identity-number-missing': (facts) =>
    `${who(facts, 'Mottakar')} manglar fødselsnummer. Skriv dei elleve siffera.`,
  'identity-number-length': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} har ikkje elleve siffer. Kontroller det.`,
  'identity-number-wrong': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} stemmer ikkje: kontrollsiffera er feil. Sjå etter eit siffer som er skrive feil.`,
  'identity-number-date': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} byrjar med ein dato som ikkje finst. Kontroller dei seks første siffera.`,
  'identity-number-synthetic': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} er oppdikta (testperson) og kan ikkje brukast i drift. Skriv det verkelege nummeret.`,
  'identity-number-real': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} kan høyre til ein verkeleg person. Bruk oppdikta personar i opplæringsarkivet.`,
  'identity-number-2032': (facts) =>
    `Fødselsnummeret til ${who(facts, 'mottakar')} følgjer regelen som gjeld frå 2032. Kontroller at det er skrive rett.`,
  'recipient-twice': (facts) =>
    `${who(facts, 'Mottakar')} har same fødselsnummer som mottakar ${facts.first}. Fjern den eine.`,
  'firm-without-signer': (facts) =>
    `${facts.firm} kan ikkje signere sjølv. Skriv namnet og fødselsnummeret til den som signerer for firmaet.`,
  'firm-name-missing': (facts) =>
    `${who(facts, 'Mottakar')} signerer for ei verksemd utan namn. Skriv namnet, eller slå av «Signerer for ei verksemd».`,
  'firm-number-wrong': (facts) =>
    `Organisasjonsnummeret til ${facts.firm} stemmer ikkje. Det skal ha ni siffer. Kontroller det, eller lat feltet stå tomt.`,
  'party-not-sent-to': (facts) =>
    `${facts.name} står som mottakar på journalposten, men er ikkje blant dei dokumentet blir sendt til. Fjern parten, gjer han til kopimottakar, eller legg han til som mottakar.`,
  'group-out-of-range': (facts) =>
    `Rekkjefølgja for ${who(facts, 'mottakar')} må vere eit heilt tal frå 0 til 9.`,
  'title-missing': () => 'Tittelen manglar. Skriv ein tittel på journalposten.',
  'title-too-long': (facts) =>
    `Tittelen har ${facts.length} teikn. Posten signering tek høgst ${facts.max}. Kort han ned med ${characters(facts.over, 'teikn', 'teikn')}.`,
  'title-characters': () =>
    'Tittelen har teikn som ikkje kan sendast, som linjeskift eller usynlege teikn. Skriv han på nytt.',
  'nonsensitive-title-missing': () =>
    'Journalposten er skjerma, men har ingen ikkje-sensitiv tittel. Skriv ein som kan stå i e-post og SMS.',
  'nonsensitive-title-too-long': (facts) =>
    `Den ikkje-sensitive tittelen har ${facts.length} teikn. Han kan ha høgst ${facts.max}. Kort han ned.`,
  'message-too-long': (facts) =>
    `Meldinga har ${facts.length} teikn. Ho kan ha høgst ${facts.max}. Kort ho ned med ${characters(facts.over, 'teikn', 'teikn')}.`,
  'message-characters': () =>
    'Meldinga har teikn som ikkje kan sendast, som usynlege teikn. Skriv ho på nytt.',
  'deadline-out-of-range': (facts) =>
    `Fristen må vere frå ${facts.min} til ${facts.max} dagar. Du har skrive ${facts.days}.`,
  'deadline-not-yours': (facts) =>
    `Berre dokumentsenteret kan endre fristen. Set han tilbake til ${facts.days} dagar, eller spør dei.`,
  'main-document-missing': () => 'Hovuddokumentet manglar. Legg til fila som skal signerast.',
  'document-unfinished': (facts) => `«${facts.document}» er ikkje ferdigstilt. Ferdigstill dokumentet først.`,
  'document-empty': (facts) => `Fila til «${facts.document}» er tom. Byt ho ut.`,
  'document-kind-unknown': (facts) =>
    `Fila til «${facts.document}» er av eit slag som ikkje kan sendast. Byt ho ut med ein PDF.`,
  'document-encrypted': (facts) =>
    `Fila til «${facts.document}» er verna med passord. Byt ho ut med ei utgåve utan passord.`,
  'document-damaged': (facts) => `Fila til «${facts.document}» er skadd og kan ikkje lesast. Byt ho ut.`,
  'document-no-pages': (facts) => `Fila til «${facts.document}» har ingen sider. Byt ho ut.`,
  'document-too-heavy': (facts) =>
    `Fila til «${facts.document}» tek for mykje tid eller minne å lese. Prøv igjen. Går det ikkje då heller, skriv ho ut til PDF på nytt, og byt ho ut.`,
  'document-page-differs': (facts) =>
    `${onPage(facts, 'Ei side', 'Side')} i «${facts.document}» blir ikkje lik originalen når dokumenta blir slått saman. Skriv fila ut til PDF på nytt, og byt ho ut.`,
  'document-field-lost': (facts) =>
    `${onPage(facts, 'Ei side', 'Side')} i «${facts.document}» har eit utfylt skjemafelt som ikkje kan visast for underteiknaren. Skriv skjemaet ut til PDF, og byt ut fila.`,
  'document-signed': (facts) =>
    `«${facts.document}» er alt signert. Signaturen ville bli øydelagd når dokumenta blir slått saman. Ta det ut, eller send det for seg.`,
  'document-not-pdf': (facts) =>
    `«${facts.document}» er ikkje ein PDF. Byt ho ut med ein PDF, eller legg ho til på nytt så ho blir gjord om.`,
  'merged-too-large': (facts) =>
    `Dokumentet er ${formatBytes(facts.bytes, 'nn')} med vedlegg. Grensa er ${formatBytes(facts.max, 'nn')}. Ta ut eller krymp vedlegg på til saman ${formatBytes(facts.over, 'nn')}.`,
  'merge-failed': () =>
    'Dokumenta lét seg ikkje slå saman til éin PDF. Opne dei kvar for seg, og byt ut den som ikkje viser seg.',
  'attachment-titles-equal': (facts) =>
    `Dokument ${facts.first} og ${facts.second} heiter begge «${facts.document}». Begge blir med, men gi dei ulike titlar så mottakaren kan skilje dei.`,
  'main-title-differs': (facts) =>
    `Hovuddokumentet heiter «${facts.document}», ikkje det same som journalposten. Sjå om begge titlane er rette.`,
  'document-form-fields': (facts) =>
    `«${facts.document}» har skjemafelt. Dei blir vanleg tekst når dokumenta blir slått saman. Sjå at alt er fylt ut.`,
  'document-xfa': (facts) =>
    `«${facts.document}» er eit XFA-skjema og kan bli blankt. Skriv det ut til PDF, og sjå på førehandsvisinga.`,
  'document-embedded-files': (facts) =>
    `«${facts.document}» har filer inni seg. Dei blir ikkje med. Legg dei til som eigne vedlegg om dei skal signerast.`,
  'document-javascript': (facts) =>
    `«${facts.document}» har programkode (JavaScript). Han blir teken bort. Sjå på førehandsvisinga at innhaldet er rett.`,
  'document-odd-page-size': (facts) =>
    `«${facts.document}» har sider som ikkje er A4. Dei kan bli viste små i portalen. Sjå på førehandsvisinga.`,
  'document-restricted': (facts) =>
    `Den som laga «${facts.document}», har avgrensa bruken av fila. Kryss av for at de har rett til å sende ho, eller byt ho ut.`,
  'document-rights-confirmed': (facts) =>
    `Den som laga «${facts.document}», har avgrensa bruken av fila. Du har stadfesta at de har rett til å sende ho.`,
  'personnel-unscreened': (facts) =>
    `Dette ser ut som ei personalsak, men verken journalposten eller sak ${facts.case} er skjerma. Sjå om det skal skjermast, eller om han ligg i feil sak.`,
  ...flaws('nn'),
  'addressee-reserved': (facts) =>
    `${who(facts, 'Mottakar')} var reservert mot digital post sist. Oppdraget kan bli avvist med ein gong. Ta kontakt først, eller send på papir.`,
  'addressee-without-contact': (facts) =>
    `${who(facts, 'Mottakar')} mangla kontaktinformasjon sist. Be personen registrere han i kontaktregisteret først.`,
  'leader-not-agreed': () =>
    'Du har ikkje kryssa av for at leiaren er samd i å bruke e-signering her. Avklar det først.',
};

const en: FindingTexts = {
  'entry-not-outgoing': () => 'Only outgoing documents can be sent for signing. Make an outgoing entry.',
  'entry-not-final': () => 'The entry is not finished. Set its status to “Finished” first.',
  'approval-missing': () => 'The leader has not approved the entry. Ask for approval first.',
  'already-dispatched': () =>
    'The entry has already been dispatched. A correction has to be sent as a new entry.',
  'archive-restored': () =>
    'The archive has been restored from an older backup. Sending is closed until the document centre has taken in what was sent since.',
  'dispatch-lost': () =>
    'The entry was sent for signing before the archive was restored from a backup. The document centre must take in the answer, or settle that it never comes.',
  'dispatch-running': () => 'The document is already on its way to signing. It is not sent twice.',
  'earlier-signed': (facts) =>
    `${facts.entry}, which this one sends again, has been signed by all after all. Nobody shall be asked twice: expunge this one.`,
  'earlier-running': (facts) =>
    `${facts.entry}, which this one sends again, is out for signing. Nobody shall be asked twice: cancel that job first.`,
  'case-closed': (facts) =>
    `Case ${facts.case} is closed. Ask the document centre to reopen it before you dispatch.`,
  'not-allowed': () => 'Your role does not permit dispatching. Ask the caseworker to do it.',
  'no-unit': () => 'You have no role in any unit. Ask the system owner to give you one.',
  'other-unit': () => 'Your role does not cover this unit. Ask the caseworker or the unit to dispatch.',
  'not-cleared': (facts) =>
    `The entry is screened with access code ${facts.code}, and you are not cleared for it in this unit.`,
  'not-in-group': () => 'The entry is screened for an access group that you are not a member of.',
  'recipient-missing': () => 'No recipients. Add at least one who is to sign.',
  'recipients-too-many': (facts) =>
    `There are ${facts.count} recipients. The service takes at most ${facts.max}. Remove some, or send in several rounds.`,
  'recipient-name-missing': (facts) => `Recipient ${facts.number} has no name. Write the name.`,
  'identity-number-missing': (facts) =>
    `${who(facts, 'Recipient')} has no identity number. Write the eleven digits.`,
  'identity-number-length': (facts) =>
    `The identity number of ${who(facts, 'recipient')} does not have eleven digits. Check it.`,
  'identity-number-wrong': (facts) =>
    `The identity number of ${who(facts, 'recipient')} is not right: the control digits do not fit. Look for a mistyped digit.`,
  'identity-number-date': (facts) =>
    `The identity number of ${who(facts, 'recipient')} begins with a date that does not exist. Check the first six digits.`,
  'identity-number-synthetic': (facts) =>
    `The identity number of ${who(facts, 'recipient')} is invented (a test person) and cannot be used in production. Write the real number.`,
  'identity-number-real': (facts) =>
    `The identity number of ${who(facts, 'recipient')} may belong to a real person. Use invented persons in the training archive.`,
  'identity-number-2032': (facts) =>
    `The identity number of ${who(facts, 'recipient')} follows the rule that applies from 2032. Check that it is written correctly.`,
  'recipient-twice': (facts) =>
    `${who(facts, 'Recipient')} has the same identity number as recipient ${facts.first}. Remove one of them.`,
  'firm-without-signer': (facts) =>
    `${facts.firm} cannot sign by itself. Write the name and identity number of the person who signs for the firm.`,
  'firm-name-missing': (facts) =>
    `${who(facts, 'Recipient')} signs for an organisation without a name. Type the name, or turn off “Signs for an organisation”.`,
  'firm-number-wrong': (facts) =>
    `The organisation number of ${facts.firm} is not right. It has nine digits. Check it, or leave the field empty.`,
  'party-not-sent-to': (facts) =>
    `${facts.name} is a recipient in the journal entry, but is not among those the document is sent to. Remove the party, make it a copy recipient, or add it as a recipient.`,
  'group-out-of-range': (facts) =>
    `The order of ${who(facts, 'recipient')} must be a whole number from 0 to 9.`,
  'title-missing': () => 'The title is missing. Write a title for the entry.',
  'title-too-long': (facts) =>
    `The title has ${facts.length} characters. Posten signering takes at most ${facts.max}. Shorten it by ${characters(facts.over, 'character', 'characters')}.`,
  'title-characters': () =>
    'The title has characters that cannot be sent, such as line breaks or invisible ones. Write it again.',
  'nonsensitive-title-missing': () =>
    'The entry is screened but has no non-sensitive title. Write one that may stand in e-mail and SMS.',
  'nonsensitive-title-too-long': (facts) =>
    `The non-sensitive title has ${facts.length} characters. It may have at most ${facts.max}. Shorten it.`,
  'message-too-long': (facts) =>
    `The message has ${facts.length} characters. It may have at most ${facts.max}. Shorten it by ${characters(facts.over, 'character', 'characters')}.`,
  'message-characters': () =>
    'The message has characters that cannot be sent, such as invisible ones. Write it again.',
  'deadline-out-of-range': (facts) =>
    `The deadline must be from ${facts.min} to ${facts.max} days. You have written ${facts.days}.`,
  'deadline-not-yours': (facts) =>
    `Only the document centre may change the deadline. Set it back to ${facts.days} days, or ask them.`,
  'main-document-missing': () => 'The main document is missing. Add the file that is to be signed.',
  'document-unfinished': (facts) => `“${facts.document}” is not finished. Finish the document first.`,
  'document-empty': (facts) => `The file of “${facts.document}” is empty. Replace it.`,
  'document-kind-unknown': (facts) =>
    `The file of “${facts.document}” is of a kind that cannot be sent. Replace it with a PDF.`,
  'document-encrypted': (facts) =>
    `The file of “${facts.document}” is protected by a password. Replace it with one that is not.`,
  'document-damaged': (facts) => `The file of “${facts.document}” is damaged and cannot be read. Replace it.`,
  'document-no-pages': (facts) => `The file of “${facts.document}” has no pages. Replace it.`,
  'document-too-heavy': (facts) =>
    `The file of “${facts.document}” takes too much time or memory to read. Try again. If that fails too, print it to PDF anew and replace it.`,
  'document-page-differs': (facts) =>
    `${onPage(facts, 'A page', 'Page')} of “${facts.document}” does not come out as in the original when the documents are merged. Print the file to PDF anew and replace it.`,
  'document-field-lost': (facts) =>
    `${onPage(facts, 'A page', 'Page')} of “${facts.document}” has a filled-in form field that cannot be shown to the signer. Print the form to PDF and replace the file.`,
  'document-signed': (facts) =>
    `“${facts.document}” is already signed. Merging would break the signature. Take it out, or send it by itself.`,
  'document-not-pdf': (facts) =>
    `“${facts.document}” is not a PDF. Replace it with a PDF, or add it again so that it is converted.`,
  'merged-too-large': (facts) =>
    `The document is ${formatBytes(facts.bytes, 'en')} with attachments. The limit is ${formatBytes(facts.max, 'en')}. Take out or shrink attachments by ${formatBytes(facts.over, 'en')} in all.`,
  'merge-failed': () =>
    'The documents could not be merged into one PDF. Open them one by one, and replace the one that does not show.',
  'attachment-titles-equal': (facts) =>
    `Documents ${facts.first} and ${facts.second} are both called “${facts.document}”. Both are sent, but give them different titles so that the recipient can tell them apart.`,
  'main-title-differs': (facts) =>
    `The main document is called “${facts.document}”, not the same as the entry. See whether both titles are right.`,
  'document-form-fields': (facts) =>
    `“${facts.document}” has form fields. They become plain text when the documents are merged. See that everything is filled in.`,
  'document-xfa': (facts) =>
    `“${facts.document}” is an XFA form and may turn out blank. Print it to PDF, and look at the preview.`,
  'document-embedded-files': (facts) =>
    `“${facts.document}” has files inside it. They are not sent. Add them as attachments if they are to be signed.`,
  'document-javascript': (facts) =>
    `“${facts.document}” has program code (JavaScript). It is taken out. See in the preview that the content is right.`,
  'document-odd-page-size': (facts) =>
    `“${facts.document}” has pages that are not A4. They may show small in the portal. Look at the preview.`,
  'document-restricted': (facts) =>
    `Whoever made “${facts.document}” has limited its use. Tick that you have the right to send it, or replace it.`,
  'document-rights-confirmed': (facts) =>
    `Whoever made “${facts.document}” has limited its use. You have confirmed that you have the right to send it.`,
  'personnel-unscreened': (facts) =>
    `This looks like a personnel matter, but neither the entry nor case ${facts.case} is screened. See whether it should be, or whether it is in the wrong case.`,
  ...flaws('en'),
  'addressee-reserved': (facts) =>
    `${who(facts, 'Recipient')} had opted out of digital post last time. The job may be rejected at once. Get in touch first, or send on paper.`,
  'addressee-without-contact': (facts) =>
    `${who(facts, 'Recipient')} had no contact information last time. Ask the person to register it in the contact register first.`,
  'leader-not-agreed': () =>
    'You have not ticked that your leader agrees to e-signing here. Settle that first.',
};

/** What the check before «Ekspeder» found. The facts are those the domain's check gives. */
export const findings: Catalogue<FindingTexts> = { nb, nn, en };

export const findingSentence = (finding: Finding, language: Language): string =>
  sentenceFor(findings[language], finding);
