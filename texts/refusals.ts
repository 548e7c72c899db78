import { isCode } from '../domain/codes.ts';
import { leftoverPlaces } from '../domain/masking.ts';
import type { Language } from '../domain/preferences.ts';
import type { Refusal, RefusalFacts } from '../domain/refusals.ts';
import { timeStampFaults } from '../domain/time-stamp-fault.ts';
import { formatDate } from './format.ts';
import { type Catalogue, sentenceFor } from './language.ts';
import { maskingTexts } from './masking.ts';
import { signatureTexts } from './signatures.ts';
import { vault } from './vault.ts';

/** One sentence for every way in which Segl says no, made of exactly the facts of its code. */
export type RefusalTexts = {
  readonly [Code in keyof RefusalFacts]: (facts: RefusalFacts[Code]) => string;
};

const count = (facts: RefusalFacts['entries-unfinished'], one: string, many: string) =>
  facts.count === 1 ? `1 ${one}` : `${facts.count} ${many}`;
const file = (facts: { readonly file?: string }, fallback: string) =>
  facts.file === undefined ? fallback : `«${facts.file}»`;
const day = (date: string) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date) : date);
/** Where something that was to be hidden was found. */
const leftover = (place: string, language: Language): string => {
  const words = maskingTexts[language].leftovers;
  return isCode(leftoverPlaces, place) ? words[place] : words.structure;
};
const bounds = (facts: RefusalFacts['policy-out-of-bounds'], from: string, to: string) =>
  ` ${from} ${facts.min} ${to} ${facts.max}.`;

/** A reason that is not known here is told as a ring that refuses. */
const whyLocked = (reasons: Readonly<Record<string, string>> & { refused: string }, reason: string) =>
  reasons[reason] ?? reasons.refused;

const stampFault = (fault: string, language: Language): string => {
  const words = signatureTexts[language].faults;
  return isCode(timeStampFaults, fault) ? words[fault] : words.unreadable;
};

/** In the words of the authority or of the network, for support. */
const stampDetail = (detail: string): string => `(${detail.replace(/[.\s]+$/, '')}).`;

const nb: RefusalTexts = {
  'invalid-input': () =>
    'Noe av det som er fylt ut, kan ikke brukes slik det står. Se over feltene og prøv igjen.',
  'unknown-method': () => 'Vinduet og arkivet er ikke av samme utgave. Lukk Segl, og start det på nytt.',
  internal: () =>
    'Noe gikk galt i Segl. Ingenting er lagret halvveis. Prøv igjen, og kontakt brukerstøtte hvis det skjer på nytt.',
  closing: () => 'Segl er i ferd med å lukkes. Åpne det igjen og prøv på nytt.',
  'connection-lost': () => 'Segl svarer ikke. Det du har skrevet, er her ennå. Prøv igjen om litt.',
  'not-found': () => 'Dette finnes ikke i arkivet, eller du har ikke tilgang til det. Kontroller nummeret.',
  'not-allowed': () => 'Rollen din gir ikke lov til dette. Spør dokumentsenteret hvis det må gjøres.',
  'no-unit': () => 'Du har ingen rolle i noen enhet. Be systemansvarlig gi deg en.',
  'not-at-top': () =>
    'Dette gjelder hele arkivet, og rollen din gjelder bare en del av det. Be den som har rollen i den øverste enheten.',
  'other-unit': () =>
    'Rollen din gjelder ikke for denne enheten. Spør saksbehandleren, enheten eller dokumentsenteret.',
  'not-cleared': ({ code }) =>
    `Dette er skjermet med tilgangskode ${code}, og du er ikke klarert for den i denne enheten.`,
  'not-in-group': () => 'Dette er skjermet for en tilgangsgruppe som du ikke er med i.',
  'unit-twice': ({ unit }) => `Det er alt en enhet som heter «${unit}». Gi den et annet navn.`,
  'unit-in-itself': ({ unit }) => `«${unit}» kan ikke ligge under seg selv. Velg en annen overordnet enhet.`,
  'unit-has-units': ({ unit, count }) =>
    `«${unit}» har ${count} enheter under seg som er i bruk. Legg ned eller flytt dem først.`,
  'unit-closed': ({ unit }) => `«${unit}» er nedlagt. Velg en enhet som er i bruk.`,
  'code-twice': ({ code }) =>
    `«${code}» er brukt på en annen tilgangskode. Velg en annen kode eller et annet navn.`,
  'bases-missing': () => 'Velg minst én hjemmel som hører til koden.',
  'basis-twice': ({ basis }) => `Hjemmelen «${basis}» står alt på listen. Bruk den.`,
  'group-twice': ({ group }) => `Det er alt en tilgangsgruppe som heter «${group}». Gi den et annet navn.`,
  'dates-reversed': ({ from, to }) =>
    `Siste dag (${day(to)}) er før første dag (${day(from)}). Rett en av datoene.`,
  'date-past': ({ to }) => `Siste dag (${day(to)}) er alt forbi. Velg en dag som kommer.`,
  'right-twice': ({ unit }) => `Det samme står to ganger for «${unit}». Fjern en av linjene.`,
  'own-owner-role': () => 'Du kan ikke gi deg selv rollen som systemansvarlig. Be en annen systemansvarlig.',
  'deputy-for-oneself': () => 'Ingen kan være stedfortreder for seg selv. Velg en annen.',
  'deputy-twice': ({ deputy }) =>
    `${deputy} er alt stedfortreder i noe av denne tiden. Avslutt den andre perioden først, eller velg andre datoer.`,
  'not-ones-clearances': () =>
    'Bare personen selv og systemansvarlig kan la stedfortrederen bruke klareringene. Ta bort krysset, eller be en av dem.',
  'default-twice': () => 'En klasse eller dokumenttype står to ganger. Fjern en av linjene.',
  'review-done': () => 'Gjennomgangen er avsluttet. Enheter legges nå ned, og hjemler oppheves, fra en dag.',
  'access-code-unknown': ({ code }) => `Tilgangskoden «${code}» finnes ikke. Velg en fra listen.`,
  'access-code-withdrawn': ({ code }) =>
    `Tilgangskoden «${code}» er trukket tilbake og kan ikke gis til noe nytt. Velg en annen.`,
  'legal-basis-unknown': ({ basis }) =>
    `Hjemmelen «${basis}» hører ikke til denne tilgangskoden. Velg en fra listen.`,
  'legal-basis-repealed': ({ basis }) => `Hjemmelen «${basis}» er opphevet. Velg en som gjelder.`,
  'access-group-unknown': () => 'Tilgangsgruppen finnes ikke lenger. Velg en fra listen.',
  'nothing-screened': () =>
    'Skjermingen skjuler ingenting. Velg hva som skal skjermes: tittel, parter eller dokumenter.',
  'still-flawed': () => 'Skjermingen må ses på like fullt etter dette. Velg noe annet.',
  'public-title-unfit': () =>
    'Den offentlige tittelen passer ikke til tittelen. Merk de skjermede ordene på nytt, eller skjul hele tittelen.',
  'loosening-unconfirmed': () =>
    'Dette viser mer enn før til flere enn før. Se hva som blir synlig, og bekreft at det skal gjøres.',
  'case-closed': (facts) => `Saken ${facts.case} er avsluttet. Dokumentsenteret kan gjenåpne den.`,
  'case-open': (facts) => `Saken ${facts.case} er ikke avsluttet, så den kan ikke gjenåpnes.`,
  'entries-unfinished': (facts) =>
    `Saken kan ikke avsluttes: ${count(facts, 'journalpost', 'journalposter')} er ikke ferdig behandlet. Journalfør dem eller la dem utgå først.`,
  'signing-running': (facts) =>
    `Saken kan ikke avsluttes: ${count(facts, 'signeringsoppdrag', 'signeringsoppdrag')} venter på svar. Vent på svaret, eller avbryt oppdraget.`,
  'documents-unfinished': (facts) =>
    `${count(facts, 'dokument', 'dokumenter')} er ikke ferdigstilt. Ferdigstill dem først.`,
  'changed-meanwhile': () =>
    'Noen andre har endret dette siden du åpnet det. Les det som står nå, og gjør endringen på nytt.',
  'field-frozen': () => 'Feltet er låst fordi dokumentet er ekspedert, journalført eller arkivert.',
  'step-unknown': () => 'Journalposten kan ikke få denne statusen fra den statusen den har nå.',
  'must-be-dispatched': () => 'Et utgående dokument må ekspederes før det kan journalføres.',
  'locked-by-dispatch': () =>
    'Journalposten er låst mens den er til signering. Vent på svaret, eller avbryt oppdraget.',
  'title-missing': () => 'Tittelen mangler. Skriv en tittel.',
  'recipient-missing': () => 'Mottaker mangler. Legg til minst én mottaker.',
  'sender-missing': () => 'Avsender mangler. Legg til hvem dokumentet kom fra.',
  'main-document-missing': () => 'Hoveddokumentet mangler. Legg til en fil.',
  'screening-undecided': () => 'Ta stilling til skjerming: velg en tilgangskode, eller «Offentlig».',
  'reason-missing': () => 'Skriv en begrunnelse. Den blir stående i loggen.',
  'arrear-open': () => 'Dokumentet er ikke avskrevet. Avskriv det før det arkiveres.',
  'archive-format-missing': () =>
    'Et dokument mangler arkivformat (PDF). Legg til en PDF-utgave før arkivering.',
  'never-deletable': () =>
    'Journalposten har vært ekspedert, journalført eller arkivert og kan aldri slettes. Dokumentsenteret kan la den utgå.',
  'not-own-draft': () =>
    'Bare den som har utkastet, kan slette det. Be saksbehandleren på journalposten gjøre det.',
  'receiver-without-role': ({ user }) =>
    `${user} har ingen rolle som kan ta over saker. Be systemansvarlig gi vedkommende en rolle i enheten.`,
  'class-has-children': () => 'Klassen har underklasser. Velg en av dem.',
  'already-cleared': () => 'Dokumentet er allerede avskrevet.',
  'parties-settled': ({ entry }) => `Partene i ${entry} er allerede avklart. Se loggen.`,
  'file-missing': (facts) => `${file(facts, 'Filen')} kom ikke med. Velg filen på nytt.`,
  'file-too-large': (facts) => `${file(facts, 'Filen')} er for stor. Største fil som tas imot, er 50 MB.`,
  'file-empty': (facts) => `${file(facts, 'Filen')} er tom. Kontroller den, og velg på nytt.`,
  'file-kind-unknown': (facts) =>
    `${file(facts, 'Filen')} er av et slag som ikke kan brukes. Lagre den som PDF, og prøv igjen.`,
  'file-name-mismatch': (facts) =>
    `${file(facts, 'Filen')} er ikke det navnet sier. Åpne den i programmet den er laget i, og lagre den som PDF.`,
  'file-encrypted': (facts) =>
    `${file(facts, 'Filen')} er beskyttet med passord. Lagre den uten passord, og prøv igjen.`,
  'file-damaged': (facts) =>
    `${file(facts, 'Filen')} er skadet og kan ikke leses. Hent eller lag den på nytt.`,
  'file-no-pages': (facts) => `${file(facts, 'Filen')} har ingen sider.`,
  'file-too-heavy': (facts) =>
    `${file(facts, 'Filen')} tar for mye tid eller minne å lese. Skriv den ut til PDF på nytt, og prøv igjen.`,
  'file-signed': (facts) =>
    `${file(facts, 'Filen')} er allerede signert. Å slå den sammen med andre ville ødelagt signaturen.`,
  'file-converter-missing': (facts) =>
    `${file(facts, 'Filen')} kan ikke gjøres om til PDF på denne maskinen fordi LibreOffice mangler. Lagre den som PDF.`,
  'file-conversion-failed': (facts) =>
    `${file(facts, 'Filen')} lot seg ikke gjøre om til PDF. Lagre den som PDF selv, og legg den til på nytt.`,
  findings: () => 'Dokumentet kan ikke ekspederes ennå. Se hva som må rettes.',
  'documents-changed': () =>
    'Dokumentene er endret siden du så på dem. Se gjennom PDF-en som nå vil bli signert, og ekspeder på nytt.',
  'dispatch-running': () => 'Dokumentet er allerede på vei ut. Det sendes ikke to ganger.',
  'succession-under-way': ({ by }) =>
    `${by} har allerede bestilt at oppdraget skal avløses av et nytt. Vent til det er sendt, eller angre bestillingen.`,
  'deadline-out-of-bounds': ({ min, max }) => `Fristen må være fra ${min} til ${max} dager.`,
  'signer-has-answered': ({ name }) => `${name} har allerede svart og kan ikke byttes ut.`,
  'signer-twice': ({ name }) => `${name} er allerede undertegner med dette fødselsnummeret.`,
  'signer-synthetic': ({ name }) =>
    `Fødselsnummeret til ${name} er oppdiktet og kan ikke brukes i drift. Skriv det virkelige nummeret.`,
  'numbers-gone': ({ name }) =>
    `Fødselsnummeret til ${name} finnes ikke lenger i arkivet. Avbryt oppdraget og send det på nytt.`,
  'answer-succeeded': () =>
    'Oppdraget er avløst av et nytt. Svaret er tatt vare på som bevis, og det endelige svaret kommer fra det nye.',
  'nothing-to-send-again': () => 'Journalposten har ikke vært sendt til signering. Bruk «Ekspeder».',
  'already-signed': () => 'Alle har signert. Det er ingenting å sende på nytt.',
  'already-sent-again': ({ entry }) => `Journalposten er allerede sendt på nytt som ${entry}.`,
  'list-faulty': () =>
    'Ingenting er sendt: listen har feil. Rett eller fjern linjene som er merket, og prøv igjen.',
  'mailing-open': () =>
    'Denne journalposten er alt under utsending til mange. Fortsett eller avslutt den utsendingen først.',
  'mailing-ended': () => 'Utsendingen er avsluttet. De som er igjen, får den ikke.',
  'service-reminds-itself': () =>
    'Signeringstjenesten tar ikke imot påminnelser herfra. Den minner undertegnerne selv.',
  'nobody-to-remind': () => 'Ingen venter på å signere dette oppdraget nå.',
  'not-cancellable': () => 'Oppdraget kan ikke avbrytes nå. Vent til det er sendt, og prøv igjen.',
  'already-ended': () => 'Oppdraget er allerede ferdig. Svaret kommer i saken.',
  'not-uncertain': () => 'Det er ikke lenger tvil om oppdraget. Se statusen på nytt.',
  'job-moved-on': () =>
    'Oppdraget har fått en ny status i mellomtiden, så dette kan ikke gjøres nå. Se statusen på nytt.',
  'control-empty': (facts) => `${file(facts, 'Filen')} er tom. Det er ingenting å kontrollere.`,
  'control-not-signed-kind': (facts) =>
    `${file(facts, 'Filen')} er verken en PDF eller et signaturbevis i XML. Bare de kan kontrolleres.`,
  'control-encrypted': (facts) =>
    `${file(facts, 'Filen')} er kryptert eller beskyttet med passord, og kan ikke kontrolleres. Be om en utgave uten passord; lagre den ikke om selv, for det bryter signaturen.`,
  'control-damaged': (facts) =>
    `${file(facts, 'Filen')} er skadet og kan ikke leses. Be avsenderen sende den på nytt.`,
  'control-too-heavy': (facts) =>
    `${file(facts, 'Filen')} tar for mye tid eller minne å lese, og er ikke kontrollert.`,
  'control-other-xml': (facts) =>
    `${file(facts, 'Filen')} er ikke et signaturbevis slik signeringstjenesten leverer det, eller det er ødelagt.`,
  'control-not-done': (facts) =>
    `${file(facts, 'Filen')} ble ikke kontrollert: noe gikk galt i Segl. Det sier ingenting om filen. Prøv igjen.`,
  'time-stamp-failed': ({ fault, detail }) =>
    `${stampFault(fault, 'nb')}${detail === '' ? '' : ` ${stampDetail(detail)}`}`,
  'time-stamps-not-set-up': () =>
    'Ingen tidsstempeltjeneste er satt opp. Dokumentsenteret gjør det under Innstillinger.',
  'time-stamp-address-wrong': () =>
    'Adressen til tidsstempeltjenesten må begynne med http:// eller https://. Rett den.',
  'time-stamp-secret-in-clear': () =>
    'Passordet ville gått ukryptert over nettet. Bruk en adresse som begynner med https://.',
  'time-stamp-anchor-missing': () =>
    'Legg inn minst ett tillitsanker, ellers kan ingen vite hvem som har gitt tidsstempelet.',
  'signature-not-renewable': (facts) =>
    `Beviset i ${file(facts, 'filen')} kan ikke fornyes, for signaturen holder ikke slik den er. Se kontrollen.`,
  'revocation-not-fetched': ({ address }) =>
    `Opplysninger om tilbaketrukne sertifikater kunne ikke hentes fra ${address}. Ingenting er fornyet. Prøv igjen senere.`,
  'renewal-not-verified': (facts) =>
    `Den nye utgaven av ${file(facts, 'filen')} besto ikke kontrollen, og er ikke lagret. Det som var, står som før.`,
  'nothing-marked': () => 'Ingenting er merket. Merk minst ett ord eller felt.',
  'variant-too-long': (facts) =>
    `Dokumentet har ${facts.pages} sider. En offentlig variant kan ha høyst ${facts.most}. Del dokumentet først.`,
  'images-signed': (facts) =>
    `«${facts.file}» er signert. Signaturen ville bli brutt om bildene ble gjort mindre. Ta den ut, eller send den for seg.`,
  'images-no-smaller': (facts) =>
    `Ingen av bildene i «${facts.file}» ble mindre. Filen er latt være som den er. Ta ut et vedlegg i stedet.`,
  'variant-not-drawn': () => 'Det du så på, er ikke lenger i minnet. Vis resultatet på nytt før du lagrer.',
  'still-readable': ({ place, page }) =>
    `Noe av det som er merket, kan fortsatt leses ${page ? `på side ${page}` : 'i filen'} (funnet i ${leftover(place, 'nb')}). Varianten er ikke laget. Dra et felt over det, eller skjul hele siden.`,
  'not-doubtful': () => 'Svaret er ikke lenger til vurdering. Se statusen på nytt.',
  'not-failed': () =>
    'Bare et oppdrag som er avvist, utløpt eller avbrutt, kan merkes som behandlet. Se statusen på nytt.',
  'already-followed-up': ({ by }) => `${by} har allerede merket oppdraget som ferdig behandlet.`,
  'service-may-still-deliver': (facts) =>
    `Signeringstjenesten kan ennå levere det rette svaret, og Segl spør igjen av seg selv. Dokumentsenteret kan avgjøre dette fra ${day(facts.date)}.`,
  'nothing-to-file': () =>
    'Det som kom, kan ikke leses, så det er ingenting å legge i saken. Vent videre, eller regn svaret som tapt.',
  'service-unreachable': () =>
    'Signeringstjenesten svarer ikke. Ingenting er tapt. Segl prøver igjen av seg selv.',
  'service-refused': (facts) => `Signeringstjenesten sa nei (${facts.code}). Se detaljene på journalposten.`,
  'service-not-set-up': () =>
    'Signeringstjenesten er ikke satt opp. Den systemansvarlige gjør det under Innstillinger.',
  'unknown-job-running': () => 'Oppdraget er ikke avsluttet. Svaret kan legges i en sak når det er kommet.',
  'jobs-not-taken-in': (facts) =>
    `${facts.count} oppdrag er ikke gjort ferdig. Legg svarene i en sak, eller slå fast at de aldri kommer.`,
  'answer-filed': (facts) =>
    `Svaret er allerede lagt i en sak${facts.recordNumber === undefined ? '' : ` som ${facts.recordNumber}`}.`,
  'policy-out-of-bounds': (facts) =>
    `En av grensene er utenfor det signeringstjenesten tillater.${bounds(facts, 'Den må være fra', 'til')}`,
  'archive-not-set-up': () => 'Driftsarkivet er ikke opprettet ennå. Opprett det først.',
  'archive-missing': ({ title, folder }) =>
    `Arkivet «${title}» er ikke i ${folder}. Koble til disken det ligger på, og start Segl igjen.`,
  'archive-exists': () => 'Arkivet er allerede opprettet. Last vinduet på nytt.',
  'user-not-chosen': () => 'Velg hvem du er, før du begynner.',
  'name-missing': () =>
    'Et felt som må fylles ut, står tomt. Skriv et navn; en bruker må også ha initialer og enhet.',
  'role-missing': () => 'Velg minst én rolle.',
  'last-system-owner': () => 'Arkivet må ha minst én systemansvarlig. Gi rollen til en annen først.',
  'class-unreadable': (facts) =>
    `Linje ${facts.line} i klasselisten kan ikke leses. Skriv koden, et mellomrom og tittelen.`,
  'class-twice': (facts) => `Koden ${facts.code} står to ganger i klasselisten. Ta bort den ene.`,
  'classes-missing': () => 'Klasselisten er tom. Skriv minst én klasse.',
  'service-is-training': () =>
    'Opplæringsarkivet bruker alltid Segls egen portal. Signeringstjenesten settes opp i driftsarkivet.',
  'service-in-use': (facts) =>
    `${facts.count} oppdrag venter på svar der de ble sendt, så miljø og organisasjonsnummer kan ikke endres nå. Vent på svarene, eller avbryt oppdragene.`,
  'certificate-missing': () =>
    'Virksomhetssertifikatet mangler. Velg sertifikatfilen: én PKCS#12-fil (.p12 eller .pfx), eller PEM-filer.',
  'certificate-unreadable': () =>
    'Sertifikatfilen kan ikke leses. Hent den på nytt fra Buypass eller Commfides.',
  'certificate-expired': (facts) => `Virksomhetssertifikatet er utløpt (${facts.on}). Bestill et nytt.`,
  'certificate-key-missing': () => 'Den private nøkkelen mangler. Velg nøkkelfilen sammen med sertifikatet.',
  'certificate-key-unreadable': () => 'Den private nøkkelen kan ikke leses. Kontroller nøkkelfilen.',
  'certificate-key-mismatch': () =>
    'Nøkkelen hører ikke til sertifikatet. Velg nøkkelen som sertifikatet ble bestilt med.',
  'certificate-key-not-rsa': () =>
    'Nøkkelen er av et slag som tjenesten ikke tar imot. Virksomhetssertifikatet må ha en RSA-nøkkel.',
  'certificate-not-pkcs12': () =>
    'Filen er verken en PKCS#12-fil eller PEM. Velg filen som kom med sertifikatet (.p12, .pfx eller .pem).',
  'certificate-passphrase-wrong': () =>
    'Passordet åpner ikke sertifikatfilen. Kontroller det, og prøv igjen.',
  'certificate-legacy-cipher': () =>
    'Passordet er riktig, men filen er kryptert på en gammel måte som ikke lenger regnes som trygg. Gjør den om med de to kommandoene nedenfor, og velg de to filene de lager.',
  'anchor-unreadable': () =>
    'En av filene med tillitssertifikater inneholder ikke noe sertifikat. Velg PEM- eller CER-filer fra utstederen.',
  'identity-number-wrong': () => 'Fødselsnummeret stemmer ikke. Kontroller de elleve sifrene.',
  'organisation-number-wrong': ({ name }) =>
    `Organisasjonsnummeret til ${name ?? 'firmaet'} stemmer ikke. Det har ni siffer; kontroller dem.`,
  'identity-locked': () =>
    'Fødselsnummeret kan ikke vises. Nøkkelen som åpner det, mangler på denne maskinen.',
  'vault-locked': ({ reason }) => whyLocked(vault.nb.reasons, reason),
  'recovery-key-missing': () => 'Arkivet har ingen gjenopprettingsnøkkel.',
  'recovery-key-misspelt': () =>
    'Noe er utelatt eller skrevet feil. Les nøkkelen en gang til, gruppe for gruppe.',
  'recovery-key-wrong': () =>
    'Nøkkelen er skrevet riktig, men det er ikke den som hører til dette arkivet. Se om det finnes en nyere utskrift.',
  'governed-by-policy': () =>
    'Dette er styrt av virksomheten, og kan ikke endres her. Den som drifter maskinen, kan endre det.',
  'disk-full': () => 'Disken er full. Ingenting er lagret. Frigjør plass, og prøv igjen.',
  'archive-locked': () => 'Arkivet er i bruk av et annet program. Lukk det, eller vent litt og prøv igjen.',
  'archive-taken': ({ user, machine, process }) =>
    `${user} har åpnet arkivet på ${machine} (prosess ${process}) mens dette vinduet var borte. Ingenting mer lagres herfra. Kopier det du har skrevet, lukk vinduet, og åpne Segl igjen når ${user} har lukket arkivet.`,
  'archive-damaged': () =>
    'Arkivfilen er skadet. Stopp arbeidet, og be systemansvarlig hente fram sikkerhetskopien.',
  'archive-newer': () => 'Arkivet er laget av en nyere utgave av Segl. Oppdater Segl på denne maskinen.',
  'archive-read-only': () => 'Arkivet kan bare leses. Be systemansvarlig om skrivetilgang til arkivmappen.',
  'archive-place-unsafe': () =>
    'Arkivmappen ligger på en disk som ikke tåler arkivet, for eksempel på et nettverk. Velg en mappe på maskinens egen disk.',
  'program-incomplete': () =>
    'Segl er ikke helt installert, eller holder på å bli oppdatert. Vent litt og start Segl på nytt.',
};
const nn: RefusalTexts = {
  'invalid-input': () =>
    'Noko av det som er fylt ut, kan ikkje brukast slik det står. Sjå over felta og prøv igjen.',
  'unknown-method': () => 'Vindauget og arkivet er ikkje av same utgåve. Lukk Segl, og start det på nytt.',
  internal: () =>
    'Noko gjekk gale i Segl. Ingenting er lagra halvvegs. Prøv igjen, og kontakt brukarstøtta om det skjer på nytt.',
  closing: () => 'Segl er i ferd med å bli lukka. Opne det igjen og prøv på nytt.',
  'connection-lost': () => 'Segl svarar ikkje. Det du har skrive, er her enno. Prøv igjen om litt.',
  'not-found': () => 'Dette finst ikkje i arkivet, eller du har ikkje tilgang til det. Kontroller nummeret.',
  'not-allowed': () => 'Rolla di gir ikkje lov til dette. Spør dokumentsenteret om det må gjerast.',
  'no-unit': () => 'Du har inga rolle i noka eining. Be systemansvarleg gi deg ei.',
  'not-at-top': () =>
    'Dette gjeld heile arkivet, og rolla di gjeld berre ein del av det. Be den som har rolla i den øvste eininga.',
  'other-unit': () =>
    'Rolla di gjeld ikkje for denne eininga. Spør saksbehandlaren, eininga eller dokumentsenteret.',
  'not-cleared': ({ code }) =>
    `Dette er skjerma med tilgangskode ${code}, og du er ikkje klarert for den i denne eininga.`,
  'not-in-group': () => 'Dette er skjerma for ei tilgangsgruppe som du ikkje er med i.',
  'unit-twice': ({ unit }) => `Det finst alt ei eining som heiter «${unit}». Gi henne eit anna namn.`,
  'unit-in-itself': ({ unit }) => `«${unit}» kan ikkje ligge under seg sjølv. Vel ei anna overordna eining.`,
  'unit-has-units': ({ unit, count }) =>
    `«${unit}» har ${count} einingar under seg som er i bruk. Legg ned eller flytt dei først.`,
  'unit-closed': ({ unit }) => `«${unit}» er lagd ned. Vel ei eining som er i bruk.`,
  'code-twice': ({ code }) =>
    `«${code}» er brukt på ein annan tilgangskode. Vel ein annan kode eller eit anna namn.`,
  'bases-missing': () => 'Vel minst éin heimel som høyrer til koden.',
  'basis-twice': ({ basis }) => `Heimelen «${basis}» står alt på lista. Bruk han.`,
  'group-twice': ({ group }) =>
    `Det finst alt ei tilgangsgruppe som heiter «${group}». Gi henne eit anna namn.`,
  'dates-reversed': ({ from, to }) =>
    `Siste dag (${day(to)}) er før første dag (${day(from)}). Rett ein av datoane.`,
  'date-past': ({ to }) => `Siste dag (${day(to)}) er alt forbi. Vel ein dag som kjem.`,
  'right-twice': ({ unit }) => `Det same står to gonger for «${unit}». Fjern ei av linjene.`,
  'own-owner-role': () =>
    'Du kan ikkje gi deg sjølv rolla som systemansvarleg. Be ein annan systemansvarleg.',
  'deputy-for-oneself': () => 'Ingen kan vere stadfortredar for seg sjølv. Vel ein annan.',
  'deputy-twice': ({ deputy }) =>
    `${deputy} er alt stadfortredar i noko av denne tida. Avslutt den andre perioden først, eller vel andre datoar.`,
  'not-ones-clearances': () =>
    'Berre personen sjølv og systemansvarleg kan la stadfortredaren bruke klareringane. Ta bort krysset, eller be ein av dei.',
  'default-twice': () => 'Ein klasse eller dokumenttype står to gonger. Fjern ei av linjene.',
  'review-done': () =>
    'Gjennomgangen er avslutta. Einingar blir no lagde ned, og heimlar oppheva, frå ein dag.',
  'access-code-unknown': ({ code }) => `Tilgangskoden «${code}» finst ikkje. Vel ein frå lista.`,
  'access-code-withdrawn': ({ code }) =>
    `Tilgangskoden «${code}» er trekt tilbake og kan ikkje givast til noko nytt. Vel ein annan.`,
  'legal-basis-unknown': ({ basis }) =>
    `Heimelen «${basis}» høyrer ikkje til denne tilgangskoden. Vel ein frå lista.`,
  'legal-basis-repealed': ({ basis }) => `Heimelen «${basis}» er oppheva. Vel ein som gjeld.`,
  'access-group-unknown': () => 'Tilgangsgruppa finst ikkje lenger. Vel ei frå lista.',
  'nothing-screened': () =>
    'Skjerminga skjuler ingenting. Vel kva som skal skjermast: tittel, partar eller dokument.',
  'still-flawed': () => 'Skjerminga må sjåast på like fullt etter dette. Vel noko anna.',
  'public-title-unfit': () =>
    'Den offentlege tittelen passar ikkje til tittelen. Merk dei skjerma orda på nytt, eller skjul heile tittelen.',
  'loosening-unconfirmed': () =>
    'Dette viser meir enn før til fleire enn før. Sjå kva som blir synleg, og stadfest at det skal gjerast.',
  'case-closed': (facts) => `Saka ${facts.case} er avslutta. Dokumentsenteret kan opne ho att.`,
  'case-open': (facts) => `Saka ${facts.case} er ikkje avslutta, så ho kan ikkje opnast att.`,
  'entries-unfinished': (facts) =>
    `Saka kan ikkje avsluttast: ${count(facts, 'journalpost', 'journalpostar')} er ikkje ferdig behandla. Journalfør dei eller la dei utgå først.`,
  'signing-running': (facts) =>
    `Saka kan ikkje avsluttast: ${count(facts, 'signeringsoppdrag', 'signeringsoppdrag')} ventar på svar. Vent på svaret, eller avbryt oppdraget.`,
  'documents-unfinished': (facts) =>
    `${count(facts, 'dokument', 'dokument')} er ikkje ferdigstilt. Ferdigstill dei først.`,
  'changed-meanwhile': () =>
    'Nokon andre har endra dette sidan du opna det. Les det som står no, og gjer endringa på nytt.',
  'field-frozen': () => 'Feltet er låst fordi dokumentet er ekspedert, journalført eller arkivert.',
  'step-unknown': () => 'Journalposten kan ikkje få denne statusen frå den statusen han har no.',
  'must-be-dispatched': () => 'Eit utgåande dokument må ekspederast før det kan journalførast.',
  'locked-by-dispatch': () =>
    'Journalposten er låst medan han er til signering. Vent på svaret, eller avbryt oppdraget.',
  'title-missing': () => 'Tittelen manglar. Skriv ein tittel.',
  'recipient-missing': () => 'Mottakar manglar. Legg til minst éin mottakar.',
  'sender-missing': () => 'Avsendar manglar. Legg til kven dokumentet kom frå.',
  'main-document-missing': () => 'Hovuddokumentet manglar. Legg til ei fil.',
  'screening-undecided': () => 'Ta stilling til skjerming: vel ein tilgangskode, eller «Offentleg».',
  'reason-missing': () => 'Skriv ei grunngiving. Ho blir ståande i loggen.',
  'arrear-open': () => 'Dokumentet er ikkje avskrive. Avskriv det før det blir arkivert.',
  'archive-format-missing': () =>
    'Eit dokument manglar arkivformat (PDF). Legg til ei PDF-utgåve før arkivering.',
  'never-deletable': () =>
    'Journalposten har vore ekspedert, journalført eller arkivert og kan aldri slettast. Dokumentsenteret kan la han utgå.',
  'not-own-draft': () =>
    'Berre den som har utkastet, kan slette det. Be saksbehandlaren på journalposten gjere det.',
  'receiver-without-role': ({ user }) =>
    `${user} har inga rolle som kan ta over saker. Be systemansvarleg gi vedkomande ei rolle i eininga.`,
  'class-has-children': () => 'Klassen har underklassar. Vel ein av dei.',
  'already-cleared': () => 'Dokumentet er alt avskrive.',
  'parties-settled': ({ entry }) => `Partane i ${entry} er alt avklara. Sjå loggen.`,
  'file-missing': (facts) => `${file(facts, 'Fila')} kom ikkje med. Vel fila på nytt.`,
  'file-too-large': (facts) =>
    `${file(facts, 'Fila')} er for stor. Største fil som blir teken imot, er 50 MB.`,
  'file-empty': (facts) => `${file(facts, 'Fila')} er tom. Kontroller ho, og vel på nytt.`,
  'file-kind-unknown': (facts) =>
    `${file(facts, 'Fila')} er av eit slag som ikkje kan brukast. Lagre ho som PDF, og prøv igjen.`,
  'file-name-mismatch': (facts) =>
    `${file(facts, 'Fila')} er ikkje det namnet seier. Opne ho i programmet ho er laga i, og lagre ho som PDF.`,
  'file-encrypted': (facts) =>
    `${file(facts, 'Fila')} er verna med passord. Lagre ho utan passord, og prøv igjen.`,
  'file-damaged': (facts) =>
    `${file(facts, 'Fila')} er skadd og kan ikkje lesast. Hent eller lag ho på nytt.`,
  'file-no-pages': (facts) => `${file(facts, 'Fila')} har ingen sider.`,
  'file-too-heavy': (facts) =>
    `${file(facts, 'Fila')} tek for mykje tid eller minne å lese. Skriv ho ut til PDF på nytt, og prøv igjen.`,
  'file-signed': (facts) =>
    `${file(facts, 'Fila')} er alt signert. Å slå ho saman med andre ville ha øydelagt signaturen.`,
  'file-converter-missing': (facts) =>
    `${file(facts, 'Fila')} kan ikkje gjerast om til PDF på denne maskina fordi LibreOffice manglar. Lagre ho som PDF.`,
  'file-conversion-failed': (facts) =>
    `${file(facts, 'Fila')} lét seg ikkje gjere om til PDF. Lagre ho som PDF sjølv, og legg ho til på nytt.`,
  findings: () => 'Dokumentet kan ikkje ekspederast enno. Sjå kva som må rettast.',
  'documents-changed': () =>
    'Dokumenta er endra sidan du såg på dei. Sjå gjennom PDF-en som no vil bli signert, og ekspeder på nytt.',
  'dispatch-running': () => 'Dokumentet er alt på veg ut. Det blir ikkje sendt to gonger.',
  'succession-under-way': ({ by }) =>
    `${by} har alt tinga at oppdraget skal avløysast av eit nytt. Vent til det er sendt, eller angre tinginga.`,
  'deadline-out-of-bounds': ({ min, max }) => `Fristen må vere frå ${min} til ${max} dagar.`,
  'signer-has-answered': ({ name }) => `${name} har alt svara og kan ikkje bytast ut.`,
  'signer-twice': ({ name }) => `${name} er alt underteiknar med dette fødselsnummeret.`,
  'signer-synthetic': ({ name }) =>
    `Fødselsnummeret til ${name} er oppdikta og kan ikkje brukast i drift. Skriv det verkelege nummeret.`,
  'numbers-gone': ({ name }) =>
    `Fødselsnummeret til ${name} finst ikkje lenger i arkivet. Avbryt oppdraget og send det på nytt.`,
  'answer-succeeded': () =>
    'Oppdraget er avløyst av eit nytt. Svaret er teke vare på som bevis, og det endelege svaret kjem frå det nye.',
  'nothing-to-send-again': () => 'Journalposten har ikkje vore send til signering. Bruk «Ekspeder».',
  'already-signed': () => 'Alle har signert. Det er ingenting å sende på nytt.',
  'already-sent-again': ({ entry }) => `Journalposten er alt send på nytt som ${entry}.`,
  'list-faulty': () =>
    'Ingenting er sendt: lista har feil. Rett eller fjern linjene som er merkte, og prøv igjen.',
  'mailing-open': () =>
    'Denne journalposten er alt under utsending til mange. Hald fram med eller avslutt den utsendinga først.',
  'mailing-ended': () => 'Utsendinga er avslutta. Dei som er att, får ho ikkje.',
  'service-reminds-itself': () =>
    'Signeringstenesta tek ikkje imot påminningar herifrå. Ho minner underteiknarane sjølv.',
  'nobody-to-remind': () => 'Ingen ventar på å signere dette oppdraget no.',
  'not-cancellable': () => 'Oppdraget kan ikkje avbrytast no. Vent til det er sendt, og prøv igjen.',
  'already-ended': () => 'Oppdraget er alt ferdig. Svaret kjem i saka.',
  'not-uncertain': () => 'Det er ikkje lenger tvil om oppdraget. Sjå statusen på nytt.',
  'job-moved-on': () =>
    'Oppdraget har fått ein ny status i mellomtida, så dette kan ikkje gjerast no. Sjå statusen på nytt.',
  'control-empty': (facts) => `${file(facts, 'Fila')} er tom. Det er ingenting å kontrollere.`,
  'control-not-signed-kind': (facts) =>
    `${file(facts, 'Fila')} er korkje ein PDF eller eit signaturprov i XML. Berre dei kan kontrollerast.`,
  'control-encrypted': (facts) =>
    `${file(facts, 'Fila')} er kryptert eller verna med passord, og kan ikkje kontrollerast. Be om ei utgåve utan passord; lagre ho ikkje om sjølv, for det bryt signaturen.`,
  'control-damaged': (facts) =>
    `${file(facts, 'Fila')} er skadd og kan ikkje lesast. Be avsendaren sende ho på nytt.`,
  'control-too-heavy': (facts) =>
    `${file(facts, 'Fila')} tek for mykje tid eller minne å lese, og er ikkje kontrollert.`,
  'control-other-xml': (facts) =>
    `${file(facts, 'Fila')} er ikkje eit signaturprov slik signeringstenesta leverer det, eller det er øydelagt.`,
  'control-not-done': (facts) =>
    `${file(facts, 'Fila')} vart ikkje kontrollert: noko gjekk gale i Segl. Det seier ingenting om fila. Prøv igjen.`,
  'time-stamp-failed': ({ fault, detail }) =>
    `${stampFault(fault, 'nn')}${detail === '' ? '' : ` ${stampDetail(detail)}`}`,
  'time-stamps-not-set-up': () =>
    'Inga tidsstempelteneste er sett opp. Dokumentsenteret gjer det under Innstillingar.',
  'time-stamp-address-wrong': () =>
    'Adressa til tidsstempeltenesta må begynne med http:// eller https://. Rett ho.',
  'time-stamp-secret-in-clear': () =>
    'Passordet ville gått ukryptert over nettet. Bruk ei adresse som begynner med https://.',
  'time-stamp-anchor-missing': () =>
    'Legg inn minst eitt tillitsanker, elles kan ingen vite kven som har gitt tidsstempelet.',
  'signature-not-renewable': (facts) =>
    `Provet i ${file(facts, 'fila')} kan ikkje fornyast, for signaturen held ikkje slik han er. Sjå kontrollen.`,
  'revocation-not-fetched': ({ address }) =>
    `Opplysningar om tilbaketrekte sertifikat kunne ikkje hentast frå ${address}. Ingenting er fornya. Prøv igjen seinare.`,
  'renewal-not-verified': (facts) =>
    `Den nye utgåva av ${file(facts, 'fila')} stod ikkje kontrollen, og er ikkje lagra. Det som var, står som før.`,
  'nothing-marked': () => 'Ingenting er merkt. Merk minst eitt ord eller felt.',
  'variant-too-long': (facts) =>
    `Dokumentet har ${facts.pages} sider. Ein offentleg variant kan ha høgst ${facts.most}. Del dokumentet først.`,
  'images-signed': (facts) =>
    `«${facts.file}» er signert. Signaturen ville bli broten om bileta vart gjorde mindre. Ta ho ut, eller send ho for seg.`,
  'images-no-smaller': (facts) =>
    `Ingen av bileta i «${facts.file}» vart mindre. Fila er laten vere som ho er. Ta ut eit vedlegg i staden.`,
  'variant-not-drawn': () => 'Det du såg på, er ikkje lenger i minnet. Vis resultatet på nytt før du lagrar.',
  'still-readable': ({ place, page }) =>
    `Noko av det som er merkt, kan framleis lesast ${page ? `på side ${page}` : 'i fila'} (funne i ${leftover(place, 'nn')}). Varianten er ikkje laga. Dra eit felt over det, eller gøym heile sida.`,
  'not-doubtful': () => 'Svaret er ikkje lenger til vurdering. Sjå statusen på nytt.',
  'not-failed': () =>
    'Berre eit oppdrag som er avvist, utgått eller avbrote, kan merkjast som behandla. Sjå statusen på nytt.',
  'already-followed-up': ({ by }) => `${by} har alt merkt oppdraget som ferdig behandla.`,
  'service-may-still-deliver': (facts) =>
    `Signeringstenesta kan enno levere det rette svaret, og Segl spør att av seg sjølv. Dokumentsenteret kan avgjere dette frå ${day(facts.date)}.`,
  'nothing-to-file': () =>
    'Det som kom, kan ikkje lesast, så det er ingenting å leggje i saka. Vent vidare, eller rekn svaret som tapt.',
  'service-unreachable': () =>
    'Signeringstenesta svarar ikkje. Ingenting er tapt. Segl prøver igjen av seg sjølv.',
  'service-refused': (facts) => `Signeringstenesta sa nei (${facts.code}). Sjå detaljane på journalposten.`,
  'service-not-set-up': () =>
    'Signeringstenesta er ikkje sett opp. Den systemansvarlege gjer det under Innstillingar.',
  'unknown-job-running': () => 'Oppdraget er ikkje avslutta. Svaret kan leggjast i ei sak når det er kome.',
  'jobs-not-taken-in': (facts) =>
    `${facts.count} oppdrag er ikkje gjorde ferdige. Legg svara i ei sak, eller slå fast at dei aldri kjem.`,
  'answer-filed': (facts) =>
    `Svaret er alt lagt i ei sak${facts.recordNumber === undefined ? '' : ` som ${facts.recordNumber}`}.`,
  'policy-out-of-bounds': (facts) =>
    `Ei av grensene er utanfor det signeringstenesta tillèt.${bounds(facts, 'Ho må vere frå', 'til')}`,
  'archive-not-set-up': () => 'Driftsarkivet er ikkje oppretta enno. Opprett det først.',
  'archive-missing': ({ title, folder }) =>
    `Arkivet «${title}» er ikkje i ${folder}. Kople til disken det ligg på, og start Segl igjen.`,
  'archive-exists': () => 'Arkivet er alt oppretta. Last vindauget på nytt.',
  'user-not-chosen': () => 'Vel kven du er, før du tek til.',
  'name-missing': () =>
    'Eit felt som må fyllast ut, står tomt. Skriv eit namn; ein brukar må òg ha initialar og eining.',
  'role-missing': () => 'Vel minst éi rolle.',
  'last-system-owner': () => 'Arkivet må ha minst éin systemansvarleg. Gi rolla til ein annan først.',
  'class-unreadable': (facts) =>
    `Linje ${facts.line} i klasselista kan ikkje lesast. Skriv koden, eit mellomrom og tittelen.`,
  'class-twice': (facts) => `Koden ${facts.code} står to gonger i klasselista. Ta bort den eine.`,
  'classes-missing': () => 'Klasselista er tom. Skriv minst éin klasse.',
  'service-is-training': () =>
    'Opplæringsarkivet bruker alltid Segl sin eigen portal. Signeringstenesta blir sett opp i driftsarkivet.',
  'service-in-use': (facts) =>
    `${facts.count} oppdrag ventar på svar der dei vart sende, så miljø og organisasjonsnummer kan ikkje endrast no. Vent på svara, eller avbryt oppdraga.`,
  'certificate-missing': () =>
    'Verksemdssertifikatet manglar. Vel sertifikatfila: éi PKCS#12-fil (.p12 eller .pfx), eller PEM-filer.',
  'certificate-unreadable': () =>
    'Sertifikatfila kan ikkje lesast. Hent ho på nytt hos Buypass eller Commfides.',
  'certificate-expired': (facts) => `Verksemdssertifikatet har gått ut (${facts.on}). Bestill eit nytt.`,
  'certificate-key-missing': () => 'Den private nøkkelen manglar. Vel nøkkelfila saman med sertifikatet.',
  'certificate-key-unreadable': () => 'Den private nøkkelen kan ikkje lesast. Kontroller nøkkelfila.',
  'certificate-key-mismatch': () =>
    'Nøkkelen høyrer ikkje til sertifikatet. Vel nøkkelen som sertifikatet vart bestilt med.',
  'certificate-key-not-rsa': () =>
    'Nøkkelen er av eit slag som tenesta ikkje tek imot. Verksemdssertifikatet må ha ein RSA-nøkkel.',
  'certificate-not-pkcs12': () =>
    'Fila er verken ei PKCS#12-fil eller PEM. Vel fila som kom med sertifikatet (.p12, .pfx eller .pem).',
  'certificate-passphrase-wrong': () =>
    'Passordet opnar ikkje sertifikatfila. Kontroller det, og prøv igjen.',
  'certificate-legacy-cipher': () =>
    'Passordet er rett, men fila er kryptert på ein gammal måte som ikkje lenger blir rekna som trygg. Gjer ho om med dei to kommandoane nedanfor, og vel dei to filene dei lagar.',
  'anchor-unreadable': () =>
    'Ei av filene med tillitssertifikat inneheld ikkje noko sertifikat. Vel PEM- eller CER-filer frå utferdaren.',
  'identity-number-wrong': () => 'Fødselsnummeret stemmer ikkje. Kontroller dei elleve siffera.',
  'organisation-number-wrong': ({ name }) =>
    `Organisasjonsnummeret til ${name ?? 'firmaet'} stemmer ikkje. Det har ni siffer; kontroller dei.`,
  'identity-locked': () =>
    'Fødselsnummeret kan ikkje visast. Nøkkelen som opnar det, manglar på denne maskina.',
  'vault-locked': ({ reason }) => whyLocked(vault.nn.reasons, reason),
  'recovery-key-missing': () => 'Arkivet har ingen gjenopprettingsnøkkel.',
  'recovery-key-misspelt': () =>
    'Noko er utelate eller skrive feil. Les nøkkelen ein gong til, gruppe for gruppe.',
  'recovery-key-wrong': () =>
    'Nøkkelen er rett skriven, men det er ikkje den som høyrer til dette arkivet. Sjå om det finst ei nyare utskrift.',
  'governed-by-policy': () =>
    'Dette er styrt av verksemda, og kan ikkje endrast her. Den som driftar maskina, kan endre det.',
  'disk-full': () => 'Disken er full. Ingenting er lagra. Frigjer plass, og prøv igjen.',
  'archive-locked': () => 'Arkivet er i bruk av eit anna program. Lukk det, eller vent litt og prøv igjen.',
  'archive-taken': ({ user, machine, process }) =>
    `${user} har opna arkivet på ${machine} (prosess ${process}) medan dette vindauget var borte. Ingenting meir blir lagra herifrå. Kopier det du har skrive, lukk vindauget, og opne Segl igjen når ${user} har lukka arkivet.`,
  'archive-damaged': () =>
    'Arkivfila er skadd. Stopp arbeidet, og be systemansvarleg hente fram tryggingskopien.',
  'archive-newer': () => 'Arkivet er laga av ei nyare utgåve av Segl. Oppdater Segl på denne maskina.',
  'archive-read-only': () => 'Arkivet kan berre lesast. Be systemansvarleg om skrivetilgang til arkivmappa.',
  'archive-place-unsafe': () =>
    'Arkivmappa ligg på ein disk som ikkje toler arkivet, til dømes på eit nettverk. Vel ei mappe på disken til maskina.',
  'program-incomplete': () =>
    'Segl er ikkje heilt installert, eller held på å bli oppdatert. Vent litt og start Segl på nytt.',
};

const en: RefusalTexts = {
  'invalid-input': () =>
    'Something you filled in cannot be used as it stands. Look over the fields and try again.',
  'unknown-method': () =>
    'The window and the archive are of different versions. Close Segl and start it again.',
  internal: () =>
    'Something went wrong in Segl. Nothing was half saved. Try again, and contact support if it happens again.',
  closing: () => 'Segl is closing. Open it again and try once more.',
  'connection-lost': () =>
    'Segl is not answering. What you have written is still here. Try again in a moment.',
  'not-found': () => 'This is not in the archive, or you have no access to it. Check the number.',
  'not-allowed': () => 'Your role does not permit this. Ask the document centre if it has to be done.',
  'no-unit': () => 'You have no role in any unit. Ask the system owner to give you one.',
  'not-at-top': () =>
    'This concerns the archive as a whole, and your role covers only a part of it. Ask whoever holds the role in the top unit.',
  'other-unit': () =>
    'Your role does not cover this unit. Ask the caseworker, the unit or the document centre.',
  'not-cleared': ({ code }) =>
    `This is screened with access code ${code}, and you are not cleared for it in this unit.`,
  'not-in-group': () => 'This is screened for an access group that you are not a member of.',
  'unit-twice': ({ unit }) => `There is already a unit called “${unit}”. Give it another name.`,
  'unit-in-itself': ({ unit }) => `“${unit}” cannot be below itself. Choose another parent unit.`,
  'unit-has-units': ({ unit, count }) =>
    `“${unit}” has ${count} units below it that are in use. Close or move them first.`,
  'unit-closed': ({ unit }) => `“${unit}” is closed. Choose a unit that is in use.`,
  'code-twice': ({ code }) => `“${code}” is used by another access code. Choose another code or name.`,
  'bases-missing': () => 'Choose at least one legal basis that belongs to the code.',
  'basis-twice': ({ basis }) => `The legal basis “${basis}” is already in the list. Use that one.`,
  'group-twice': ({ group }) => `There is already an access group called “${group}”. Give it another name.`,
  'dates-reversed': ({ from, to }) =>
    `The last day (${day(to)}) is before the first day (${day(from)}). Correct one of the dates.`,
  'date-past': ({ to }) => `The last day (${day(to)}) has already passed. Choose a day to come.`,
  'right-twice': ({ unit }) => `The same stands twice for “${unit}”. Remove one of the lines.`,
  'own-owner-role': () => 'You cannot make yourself system owner. Ask another system owner.',
  'deputy-for-oneself': () => 'Nobody can be their own deputy. Choose somebody else.',
  'deputy-twice': ({ deputy }) =>
    `${deputy} is already the deputy for part of this time. End the other period first, or choose other dates.`,
  'not-ones-clearances': () =>
    'Only the person and the system owner can let the deputy use the clearances. Clear the box, or ask one of them.',
  'default-twice': () => 'A class or document type stands twice. Remove one of the lines.',
  'review-done': () => 'The review is over. Units are now closed, and legal bases repealed, from a day.',
  'access-code-unknown': ({ code }) => `There is no access code “${code}”. Choose one from the list.`,
  'access-code-withdrawn': ({ code }) =>
    `The access code “${code}” has been withdrawn and cannot be given to anything new. Choose another.`,
  'legal-basis-unknown': ({ basis }) =>
    `The legal basis “${basis}” does not belong to this access code. Choose one from the list.`,
  'legal-basis-repealed': ({ basis }) =>
    `The legal basis “${basis}” has been repealed. Choose one that is in force.`,
  'access-group-unknown': () => 'The access group no longer exists. Choose one from the list.',
  'nothing-screened': () =>
    'The screening hides nothing. Choose what to screen: title, parties or documents.',
  'still-flawed': () => 'The screening would still have to be looked at. Choose something else.',
  'public-title-unfit': () =>
    'The public title does not fit the title. Mark the screened words again, or hide the whole title.',
  'loosening-unconfirmed': () =>
    'This shows more than before to more people. See what becomes visible, and confirm that it is to be done.',
  'case-closed': (facts) => `Case ${facts.case} is closed. The document centre can reopen it.`,
  'case-open': (facts) => `Case ${facts.case} is not closed, so it cannot be reopened.`,
  'entries-unfinished': (facts) =>
    `The case cannot be closed: ${count(facts, 'journal entry is', 'journal entries are')} not finished. Journal or expunge them first.`,
  'signing-running': (facts) =>
    `The case cannot be closed: ${count(facts, 'signing job is', 'signing jobs are')} waiting for an answer. Wait for it, or cancel the job.`,
  'documents-unfinished': (facts) =>
    `${count(facts, 'document is', 'documents are')} not finished. Finish them first.`,
  'changed-meanwhile': () =>
    'Someone else has changed this since you opened it. Read what it says now, and make your change again.',
  'field-frozen': () =>
    'The field is locked because the document has been dispatched, journalled or archived.',
  'step-unknown': () => 'The entry cannot get this status from the one it has now.',
  'must-be-dispatched': () => 'An outgoing document must be dispatched before it can be journalled.',
  'locked-by-dispatch': () =>
    'The entry is locked while it is out for signing. Wait for the answer, or cancel the job.',
  'title-missing': () => 'The title is missing. Write a title.',
  'recipient-missing': () => 'The recipient is missing. Add at least one recipient.',
  'sender-missing': () => 'The sender is missing. Add who the document came from.',
  'main-document-missing': () => 'The main document is missing. Add a file.',
  'screening-undecided': () => 'Decide on screening: choose an access code, or “Public”.',
  'reason-missing': () => 'Write a reason. It stays in the log.',
  'arrear-open': () => 'The document has not been cleared. Clear it before it is archived.',
  'archive-format-missing': () => 'A document has no archive format (PDF). Add a PDF before archiving.',
  'never-deletable': () =>
    'The entry has been dispatched, journalled or archived and can never be deleted. The document centre can expunge it.',
  'not-own-draft': () =>
    'Only the one who has the draft can delete it. Ask the caseworker of the entry to do it.',
  'receiver-without-role': ({ user }) =>
    `${user} has no role that can take over cases. Ask the system owner to give them a role in the unit.`,
  'class-has-children': () => 'The class has sub-classes. Choose one of them.',
  'already-cleared': () => 'The document has already been cleared.',
  'parties-settled': ({ entry }) => `The parties of ${entry} have already been settled. See the log.`,
  'file-missing': (facts) => `${file(facts, 'The file')} did not come through. Choose the file again.`,
  'file-too-large': (facts) => `${file(facts, 'The file')} is too large. The largest file accepted is 50 MB.`,
  'file-empty': (facts) => `${file(facts, 'The file')} is empty. Check it, and choose again.`,
  'file-kind-unknown': (facts) =>
    `${file(facts, 'The file')} is of a kind that cannot be used. Save it as PDF and try again.`,
  'file-name-mismatch': (facts) =>
    `${file(facts, 'The file')} is not what its name says. Open it in the program it was made in, and save it as PDF.`,
  'file-encrypted': (facts) =>
    `${file(facts, 'The file')} is protected by a password. Save it without one and try again.`,
  'file-damaged': (facts) =>
    `${file(facts, 'The file')} is damaged and cannot be read. Fetch or make it again.`,
  'file-no-pages': (facts) => `${file(facts, 'The file')} has no pages.`,
  'file-too-heavy': (facts) =>
    `${file(facts, 'The file')} takes too much time or memory to read. Print it to PDF anew, and try again.`,
  'file-signed': (facts) =>
    `${file(facts, 'The file')} is already signed. Merging it with others would break the signature.`,
  'file-converter-missing': (facts) =>
    `${file(facts, 'The file')} cannot be turned into PDF on this machine because LibreOffice is missing. Save it as PDF.`,
  'file-conversion-failed': (facts) =>
    `${file(facts, 'The file')} could not be turned into PDF. Save it as PDF yourself, and add it again.`,
  findings: () => 'The document cannot be dispatched yet. See what has to be put right.',
  'documents-changed': () =>
    'The documents have changed since you looked at them. Look through the PDF that would be signed now, and dispatch again.',
  'dispatch-running': () => 'The document is already on its way. It is not sent twice.',
  'succession-under-way': ({ by }) =>
    `${by} has already ordered that another job shall follow this one. Wait until it is sent, or undo the order.`,
  'deadline-out-of-bounds': ({ min, max }) => `The deadline must be from ${min} to ${max} days.`,
  'signer-has-answered': ({ name }) => `${name} has answered already and cannot be replaced.`,
  'signer-twice': ({ name }) => `${name} is a signer with this identity number already.`,
  'signer-synthetic': ({ name }) =>
    `The identity number of ${name} is invented and cannot be used in production. Enter the real number.`,
  'numbers-gone': ({ name }) =>
    `The identity number of ${name} is no longer in the archive. Cancel the job and send it again.`,
  'answer-succeeded': () =>
    'Another job has taken the place of this one. The answer is kept as evidence; the final one comes from the new job.',
  'nothing-to-send-again': () => 'The entry has not been sent for signing. Use “Dispatch”.',
  'already-signed': () => 'Everyone has signed. There is nothing to send again.',
  'already-sent-again': ({ entry }) => `The entry has already been sent again as ${entry}.`,
  'list-faulty': () =>
    'Nothing has been sent: the list has faults. Correct or remove the marked lines and try again.',
  'mailing-open': () => 'This entry is already being sent to many. Continue or end that first.',
  'mailing-ended': () => 'This sending has been ended. Those who are left do not get it.',
  'service-reminds-itself': () =>
    'The signing service takes no reminders from here. It reminds the signers by itself.',
  'nobody-to-remind': () => 'Nobody is waited for to sign this job now.',
  'not-cancellable': () => 'The job cannot be cancelled now. Wait until it has been sent, and try again.',
  'already-ended': () => 'The job has already ended. The answer comes in the case.',
  'not-uncertain': () => 'There is no longer any doubt about the job. Look at its status again.',
  'job-moved-on': () =>
    'The job has got another status in the meantime, so this cannot be done now. Look at its status again.',
  'control-empty': (facts) => `${file(facts, 'The file')} is empty. There is nothing to check.`,
  'control-not-signed-kind': (facts) =>
    `${file(facts, 'The file')} is neither a PDF nor evidence of a signature in XML. Only those can be checked.`,
  'control-encrypted': (facts) =>
    `${file(facts, 'The file')} is encrypted or protected by a password, and cannot be checked. Ask for one without a password; do not save it anew yourself, since that breaks the signature.`,
  'control-damaged': (facts) =>
    `${file(facts, 'The file')} is damaged and cannot be read. Ask the sender to send it again.`,
  'control-too-heavy': (facts) =>
    `${file(facts, 'The file')} takes too much time or memory to read, and has not been checked.`,
  'control-other-xml': (facts) =>
    `${file(facts, 'The file')} is not evidence of a signature as the signing service delivers it, or it is broken.`,
  'control-not-done': (facts) =>
    `${file(facts, 'The file')} was not checked: something went wrong in Segl. That says nothing about the file. Try again.`,
  'time-stamp-failed': ({ fault, detail }) =>
    `${stampFault(fault, 'en')}${detail === '' ? '' : ` ${stampDetail(detail)}`}`,
  'time-stamps-not-set-up': () =>
    'No time-stamp authority is set up. The document centre does so under Settings.',
  'time-stamp-address-wrong': () =>
    'The address of the time-stamp authority must begin with http:// or https://. Correct it.',
  'time-stamp-secret-in-clear': () =>
    'The password would go over the network unencrypted. Use an address that begins with https://.',
  'time-stamp-anchor-missing': () =>
    'Add at least one trust anchor, or nobody can know who gave the time stamp.',
  'signature-not-renewable': (facts) =>
    `The evidence in ${file(facts, 'the file')} cannot be renewed, since the signature does not hold as it is. See the check.`,
  'revocation-not-fetched': ({ address }) =>
    `Information on revoked certificates could not be fetched from ${address}. Nothing has been renewed. Try again later.`,
  'renewal-not-verified': (facts) =>
    `The new version of ${file(facts, 'the file')} did not pass the check, and has not been stored. What was there stands as before.`,
  'nothing-marked': () => 'Nothing is marked. Mark at least one word or field.',
  'variant-too-long': (facts) =>
    `The document has ${facts.pages} pages. A public copy may have at most ${facts.most}. Divide the document first.`,
  'images-signed': (facts) =>
    `“${facts.file}” is signed. The signature would be broken if its images were made smaller. Take it out, or send it by itself.`,
  'images-no-smaller': (facts) =>
    `None of the images in “${facts.file}” got smaller. The file is left as it is. Take an attachment out instead.`,
  'variant-not-drawn': () =>
    'What you looked at is no longer in memory. Show the result again before you save.',
  'still-readable': ({ place, page }) =>
    `Something that is marked can still be read ${page ? `on page ${page}` : 'in the file'} (found in ${leftover(place, 'en')}). The copy is not made. Draw a field over it, or hide the whole page.`,
  'not-doubtful': () => 'The answer is no longer to be assessed. Look at its status again.',
  'not-failed': () =>
    'Only a job that was refused, expired or cancelled can be marked as dealt with. Look at its status again.',
  'already-followed-up': ({ by }) => `${by} has already marked the job as dealt with.`,
  'service-may-still-deliver': (facts) =>
    `The signing service may still deliver the right answer, and Segl asks again by itself. The document centre can decide this from ${day(facts.date)}.`,
  'nothing-to-file': () =>
    'What came cannot be read, so there is nothing to file. Keep waiting, or count the answer as lost.',
  'service-unreachable': () =>
    'The signing service is not answering. Nothing is lost. Segl tries again by itself.',
  'service-refused': (facts) => `The signing service said no (${facts.code}). See the details on the entry.`,
  'service-not-set-up': () => 'The signing service is not set up. The system owner does that under Settings.',
  'unknown-job-running': () => 'The job has not ended. Its answer can be filed once it has come.',
  'jobs-not-taken-in': (facts) =>
    `${facts.count} jobs are not settled. File their answers in a case, or settle that they never come.`,
  'answer-filed': (facts) =>
    `The answer has already been filed in a case${facts.recordNumber === undefined ? '' : ` as ${facts.recordNumber}`}.`,
  'policy-out-of-bounds': (facts) =>
    `One of the limits is outside what the signing service allows.${bounds(facts, 'It must be from', 'to')}`,
  'archive-not-set-up': () => 'The production archive has not been created yet. Create it first.',
  'archive-missing': ({ title, folder }) =>
    `The archive “${title}” is not in ${folder}. Connect the drive it lies on, and start Segl again.`,
  'archive-exists': () => 'The archive has already been created. Load the window again.',
  'user-not-chosen': () => 'Choose who you are before you begin.',
  'name-missing': () =>
    'A field that must be filled in is empty. Write a name; a user needs initials and a unit as well.',
  'role-missing': () => 'Choose at least one role.',
  'last-system-owner': () =>
    'The archive must have at least one system owner. Give the role to someone else first.',
  'class-unreadable': (facts) =>
    `Line ${facts.line} of the class list cannot be read. Write the code, a space and the title.`,
  'class-twice': (facts) => `The code ${facts.code} is in the class list twice. Take one of them away.`,
  'classes-missing': () => 'The class list is empty. Write at least one class.',
  'service-is-training': () =>
    'The training archive always uses Segl’s own portal. The signing service is set up in the production archive.',
  'service-in-use': (facts) =>
    `${count(facts, 'job is', 'jobs are')} waiting for an answer where they were sent, so environment and organisation number cannot be changed now. Wait for the answers, or cancel the jobs.`,
  'certificate-missing': () =>
    'The enterprise certificate is missing. Choose the certificate file: one PKCS#12 file (.p12 or .pfx), or PEM files.',
  'certificate-unreadable': () =>
    'The certificate file cannot be read. Fetch it again from Buypass or Commfides.',
  'certificate-expired': (facts) => `The enterprise certificate has expired (${facts.on}). Order a new one.`,
  'certificate-key-missing': () =>
    'The private key is missing. Choose the key file together with the certificate.',
  'certificate-key-unreadable': () => 'The private key cannot be read. Check the key file.',
  'certificate-key-mismatch': () =>
    'The key does not belong to the certificate. Choose the key that the certificate was ordered with.',
  'certificate-key-not-rsa': () =>
    'The key is of a kind the service does not accept. The enterprise certificate must have an RSA key.',
  'certificate-not-pkcs12': () =>
    'The file is neither PKCS#12 nor PEM. Choose the file that came with the certificate (.p12, .pfx or .pem).',
  'certificate-passphrase-wrong': () =>
    'The password does not open the certificate file. Check it and try again.',
  'certificate-legacy-cipher': () =>
    'The password is right, but the file is encrypted in an old way that is no longer considered safe. Convert it with the two commands below, and choose the two files they make.',
  'anchor-unreadable': () =>
    'One of the files with trust certificates holds no certificate. Choose PEM or CER files from the issuer.',
  'identity-number-wrong': () => 'The identity number is not right. Check the eleven digits.',
  'organisation-number-wrong': ({ name }) =>
    `The organisation number of ${name ?? 'the firm'} is not right. It has nine digits; check them.`,
  'identity-locked': () =>
    'The identity number cannot be shown. The key that opens it is missing on this machine.',
  'vault-locked': ({ reason }) => whyLocked(vault.en.reasons, reason),
  'recovery-key-missing': () => 'The archive has no recovery key.',
  'recovery-key-misspelt': () => 'Something is left out or misspelt. Read the key once more, group by group.',
  'recovery-key-wrong': () =>
    'The key is well written, but it is not the one that belongs to this archive. See whether there is a newer print.',
  'governed-by-policy': () =>
    'This is managed by your organisation, and cannot be changed here. Whoever runs this machine can change it.',
  'disk-full': () => 'The disk is full. Nothing was saved. Free some space and try again.',
  'archive-locked': () =>
    'The archive is in use by another program. Close it, or wait a little and try again.',
  'archive-taken': ({ user, machine, process }) =>
    `${user} opened the archive on ${machine} (process ${process}) while this window was away. Nothing more is saved from here. Copy what you have written, close the window, and open Segl again when ${user} has closed the archive.`,
  'archive-damaged': () =>
    'The archive file is damaged. Stop working, and ask the system owner to bring back the backup.',
  'archive-newer': () => 'The archive was made by a newer version of Segl. Update Segl on this machine.',
  'archive-read-only': () =>
    'The archive can only be read. Ask the system owner for permission to write in the archive folder.',
  'archive-place-unsafe': () =>
    'The archive folder lies on a disk that does not bear the archive, for instance on a network. Choose a folder on this machine’s own disk.',
  'program-incomplete': () =>
    'Segl is not completely installed, or is being updated. Wait a little and start Segl again.',
};

/** What a clerk reads when Segl says no: what is wrong, and what to do. */
export const refusals: Catalogue<RefusalTexts> = { nb, nn, en };

export const refusalSentence = (refusal: Refusal, language: Language): string =>
  sentenceFor(refusals[language], refusal);
