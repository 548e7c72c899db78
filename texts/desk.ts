import type { Catalogue } from './language.ts';

const nb = {
  title: 'Arbeidsbord',
  greeting: (name: string) => `Innlogget som ${name}`,
  needsAction: 'Dette trenger deg først',
  nothingNeedsAction: 'Ingenting har gått galt, og ingen svar står fast.',
  recent: 'Mine siste saker',
  recentEmptyTitle: 'Ingen saker ennå',
  recentEmptyText: 'Saker du åpner eller arbeider med, kommer her. Du finner alle under Saker.',
  allCases: 'Alle saker',
  entries: (count: number) => (count === 1 ? '1 journalpost' : `${count} journalposter`),
  basketText: {
    'my-drafts': 'Journalposter du har begynt på og ikke har gjort ferdig.',
    arrears: 'Inngående dokumenter som venter på svar eller avskriving.',
    unregistered: 'Inngående dokumenter som ikke er journalført ennå.',
    'to-approve': 'Ferdigstilte dokumenter som venter på lederens godkjenning.',
    sending: 'Dokumenter på vei til signeringstjenesten.',
    'out-for-signing': 'Dokumenter som ligger hos undertegnerne.',
    'failed-dispatch':
      'Dokumenter som ikke kom fram til signeringstjenesten, eller der det er usikkert. Åpne og se grunnen.',
    doubtful:
      'Svar fra signeringstjenesten som ikke kan være det rette. De er tatt vare på, men ikke lagt i saken. Åpne og se hva som er galt.',
    signed: 'Alle har signert, og det signerte dokumentet ligger i saken.',
    refused: 'Noen har avvist, fristen har gått ut, eller oppdraget er avbrutt.',
    undeliverable:
      'Svar som ikke kan legges i saken fordi den er avsluttet. Gjenåpne saken, eller legg svaret i en annen.',
    'party-mismatch':
      'Journalposter der partene i journalen er andre enn dem dokumentet ble sendt til. Sammenlign, og rett partene eller la dem stå.',
  },
  basketEmpty: {
    'my-drafts':
      'Du har ingen påbegynte journalposter. Nye journalposter du lager i en sak, ligger her til de er ferdigstilt.',
    arrears: 'Du har ingen restanser. Inngående dokumenter kommer hit når de er fordelt til deg.',
    unregistered: 'Alt som er kommet inn, er journalført.',
    'to-approve': 'Ingenting venter på godkjenning.',
    sending: 'Ingenting er på vei ut akkurat nå.',
    'out-for-signing': 'Ingen dokumenter ligger til signering. De kommer hit når du har ekspedert.',
    'failed-dispatch': 'Alt som er ekspedert, har kommet fram.',
    doubtful: 'Ingen svar må vurderes.',
    signed: 'Ingen oppdrag er fullført ennå.',
    refused: 'Ingen har avvist, og ingen frister har gått ut.',
    undeliverable: 'Alle svar har funnet saken sin.',
    'party-mismatch': 'Alle journalposter er sendt til partene som står i journalen.',
  },
  emptyTitle: 'Kurven er tom',
  inBasket: (count: number) => (count === 1 ? '1 journalpost i kurven' : `${count} journalposter i kurven`),
};
export type DeskTexts = typeof nb;

const nn: DeskTexts = {
  title: 'Arbeidsbord',
  greeting: (name) => `Innlogga som ${name}`,
  needsAction: 'Dette treng deg først',
  nothingNeedsAction: 'Ingenting har gått gale, og ingen svar står fast.',
  recent: 'Dei siste sakene mine',
  recentEmptyTitle: 'Ingen saker enno',
  recentEmptyText: 'Saker du opnar eller arbeider med, kjem her. Du finn alle under Saker.',
  allCases: 'Alle saker',
  entries: (count) => (count === 1 ? '1 journalpost' : `${count} journalpostar`),
  basketText: {
    'my-drafts': 'Journalpostar du har byrja på og ikkje har gjort ferdig.',
    arrears: 'Inngåande dokument som ventar på svar eller avskriving.',
    unregistered: 'Inngåande dokument som ikkje er journalførte enno.',
    'to-approve': 'Ferdigstilte dokument som ventar på at leiaren godkjenner.',
    sending: 'Dokument på veg til signeringstenesta.',
    'out-for-signing': 'Dokument som ligg hos underteiknarane.',
    'failed-dispatch':
      'Dokument som ikkje kom fram til signeringstenesta, eller der det er usikkert. Opne og sjå grunnen.',
    doubtful:
      'Svar frå signeringstenesta som ikkje kan vere det rette. Dei er tekne vare på, men ikkje lagde i saka. Opne og sjå kva som er gale.',
    signed: 'Alle har signert, og det signerte dokumentet ligg i saka.',
    refused: 'Nokon har avvist, fristen har gått ut, eller oppdraget er avbrote.',
    undeliverable:
      'Svar som ikkje kan leggjast i saka fordi ho er avslutta. Opne saka att, eller legg svaret i ei anna.',
    'party-mismatch':
      'Journalpostar der partane i journalen er andre enn dei dokumentet vart sendt til. Samanlikn, og rett partane eller lat dei stå.',
  },
  basketEmpty: {
    'my-drafts':
      'Du har ingen påbyrja journalpostar. Nye journalpostar du lagar i ei sak, ligg her til dei er ferdigstilte.',
    arrears: 'Du har ingen restansar. Inngåande dokument kjem hit når dei er fordelte til deg.',
    unregistered: 'Alt som er kome inn, er journalført.',
    'to-approve': 'Ingenting ventar på godkjenning.',
    sending: 'Ingenting er på veg ut akkurat no.',
    'out-for-signing': 'Ingen dokument ligg til signering. Dei kjem hit når du har ekspedert.',
    'failed-dispatch': 'Alt som er ekspedert, har kome fram.',
    doubtful: 'Ingen svar må vurderast.',
    signed: 'Ingen oppdrag er fullførte enno.',
    refused: 'Ingen har avvist, og ingen fristar har gått ut.',
    undeliverable: 'Alle svar har funne saka si.',
    'party-mismatch': 'Alle journalpostar er sende til partane som står i journalen.',
  },
  emptyTitle: 'Korga er tom',
  inBasket: (count) => (count === 1 ? '1 journalpost i korga' : `${count} journalpostar i korga`),
};

const en: DeskTexts = {
  title: 'Work desk',
  greeting: (name) => `Signed in as ${name}`,
  needsAction: 'These need you first',
  nothingNeedsAction: 'Nothing has gone wrong, and no answers are stuck.',
  recent: 'My latest cases',
  recentEmptyTitle: 'No cases yet',
  recentEmptyText: 'Cases you open or work on come here. You find all of them under Cases.',
  allCases: 'All cases',
  entries: (count) => (count === 1 ? '1 entry' : `${count} entries`),
  basketText: {
    'my-drafts': 'Entries you have begun and not finished.',
    arrears: 'Incoming documents that wait for an answer or for being cleared.',
    unregistered: 'Incoming documents that have not been journalled yet.',
    'to-approve': 'Finished documents that wait for the leader’s approval.',
    sending: 'Documents on their way to the signing service.',
    'out-for-signing': 'Documents that lie with the signers.',
    'failed-dispatch':
      'Documents that did not reach the signing service, or where that is uncertain. Open one to see why.',
    doubtful:
      'Answers from the signing service that cannot be the right ones. They are kept, but not filed. Open to see what is wrong.',
    signed: 'Everyone has signed, and the signed document is in the case.',
    refused: 'Someone has rejected, the deadline has passed, or the job was cancelled.',
    undeliverable:
      'Answers that cannot be put in the case because it is closed. Reopen the case, or file the answer in another.',
    'party-mismatch':
      'Entries whose parties in the journal are others than those the document was sent to. Compare, and correct the parties or let them stand.',
  },
  basketEmpty: {
    'my-drafts': 'You have no drafts. New entries you make in a case stay here until they are finished.',
    arrears: 'You have no arrears. Incoming documents come here when they are given to you.',
    unregistered: 'Everything that came in has been journalled.',
    'to-approve': 'Nothing waits for approval.',
    sending: 'Nothing is on its way out just now.',
    'out-for-signing': 'No documents are out for signing. They come here when you have dispatched.',
    'failed-dispatch': 'Everything dispatched has arrived.',
    doubtful: 'No answers have to be assessed.',
    signed: 'No jobs have been completed yet.',
    refused: 'No one has rejected, and no deadlines have passed.',
    undeliverable: 'Every answer has found its case.',
    'party-mismatch': 'Every entry was sent to the parties that stand in the journal.',
  },
  emptyTitle: 'The basket is empty',
  inBasket: (count) => (count === 1 ? '1 entry in the basket' : `${count} entries in the basket`),
};

/** The work desk and its baskets. */
export const desk: Catalogue<DeskTexts> = { nb, nn, en };
