import type { HeapedCode, MendedElsewhere, MendingAct } from '../domain/mending.ts';
import type { Catalogue } from './language.ts';

export type MendingTexts = {
  /** On the button beside the finding. */
  readonly acts: { readonly [Act in Exclude<MendingAct, 'settle-party'>]: string };
  /** The same, for who hears the button without seeing what it stands beside. */
  readonly named: (act: string, what: string) => string;
  readonly all: (act: string, count: number) => string;
  readonly elsewhere: { readonly [Where in MendedElsewhere]: string };
  readonly heaps: { readonly [Code in HeapedCode]: (count: number) => string };
  readonly showAll: (count: number) => string;
  readonly hideAll: string;
  readonly toDesk: string;
  readonly proposal: string;
  readonly useProposal: string;
  readonly undo: string;
  readonly reopened: string;
  readonly done: {
    readonly finished: string;
    readonly approved: string;
    readonly takenOut: (title: string) => string;
    readonly takenOutMany: (count: number) => string;
    readonly putBack: (title: string) => string;
    readonly putBackMany: (count: number) => string;
    readonly renamed: string;
    readonly replaced: (title: string) => string;
    readonly cut: string;
    readonly cleaned: string;
    readonly deadline: (days: number) => string;
    readonly removed: (name: string) => string;
    readonly screened: string;
    readonly rights: string;
    readonly agreed: string;
  };
  readonly rename: { readonly label: string; readonly save: string };
  readonly screening: { readonly heading: string; readonly help: string; readonly save: string };
  readonly replace: (title: string) => string;
};

const nb: MendingTexts = {
  acts: {
    finish: 'Ferdigstill',
    approve: 'Godkjenn',
    'fill-in': 'Gå til feltet',
    'add-recipient': 'Legg til mottaker',
    'remove-recipient': 'Fjern den siste',
    'edit-title': 'Endre tittelen',
    'cut-message': 'Kutt meldingen',
    'clean-message': 'Ta bort tegnene',
    'standard-deadline': 'Sett standardfrist',
    'rename-document': 'Gi ny tittel',
    'take-document-title': 'Bruk dokumentets tittel',
    'take-entry-title': 'Bruk journalpostens tittel',
    'replace-file': 'Erstatt filen',
    'take-out': 'Ta ut vedlegget',
    'make-smaller': 'Gjør bildene mindre',
    'see-preview': 'Se dokumentet',
    'confirm-rights': 'Vi har rett til å sende den',
    'agree-with-leader': 'Det er avtalt med lederen',
    screen: 'Sett skjermingen',
  },
  named: (act, what) => `${act}: ${what}`,
  all: (act, count) => `${act} (alle ${count})`,
  elsewhere: {
    'new-entry': 'Dette rettes i en ny journalpost i saken, ikke her.',
    'follow-job': 'Følg oppdraget på fanen «Signering».',
    restoration: 'Dokumentsenteret ordner dette på skrivebordet, under «Gjenopprettet».',
    'document-centre': 'Dokumentsenteret kan gjøre det.',
    'system-owner': 'Systemansvarlig kan gi deg tilgang.',
    'other-unit': 'En med rolle i enheten kan gjøre det.',
    'documents-tab': 'Det gjøres på fanen «Dokumenter». Utkastet ditt blir tatt vare på.',
    addressee: 'Bare mottakeren kan endre dette. Du kan ekspedere likevel.',
    'nothing-left': 'Du trenger ikke gjøre mer.',
  },
  heaps: {
    'recipient-name-missing': (count) => `${count} mottakere mangler navn.`,
    'identity-number-missing': (count) => `${count} mottakere mangler fødselsnummer.`,
    'identity-number-length': (count) => `${count} mottakere har fødselsnummer uten elleve siffer.`,
    'identity-number-wrong': (count) => `${count} mottakere har fødselsnummer med feil kontrollsiffer.`,
    'identity-number-date': (count) => `${count} mottakere har fødselsnummer med en dato som ikke finnes.`,
    'identity-number-synthetic': (count) => `${count} mottakere har oppdiktet fødselsnummer.`,
    'identity-number-real': (count) => `${count} fødselsnumre kan tilhøre virkelige personer.`,
    'identity-number-2032': (count) => `${count} fødselsnumre følger regelen fra 2032.`,
    'recipient-twice': (count) => `${count} mottakere står der to ganger.`,
    'party-not-sent-to': (count) => `${count} mottakere på journalposten får ikke dokumentet.`,
    'document-unfinished': (count) => `${count} dokumenter er ikke ferdigstilt.`,
    'document-empty': (count) => `${count} dokumenter har tom fil.`,
    'document-kind-unknown': (count) => `${count} dokumenter er av et slag som ikke kan sendes.`,
    'document-encrypted': (count) => `${count} dokumenter er beskyttet med passord.`,
    'document-damaged': (count) => `${count} dokumenter er skadet.`,
    'document-no-pages': (count) => `${count} dokumenter har ingen sider.`,
    'document-too-heavy': (count) => `${count} dokumenter tar for mye tid eller minne å lese.`,
    'document-page-differs': (count) => `${count} dokumenter blir ikke like originalen når de slås sammen.`,
    'document-field-lost': (count) => `${count} dokumenter har skjemafelt som ikke kan vises.`,
    'document-signed': (count) => `${count} dokumenter er allerede signert.`,
    'document-not-pdf': (count) => `${count} dokumenter er ikke PDF.`,
    'attachment-titles-equal': (count) => `${count} dokumenter har en tittel som står fra før.`,
    'document-form-fields': (count) => `${count} dokumenter har skjemafelt, som blir vanlig tekst.`,
    'document-xfa': (count) => `${count} dokumenter er XFA-skjemaer og kan bli blanke.`,
    'document-embedded-files': (count) => `${count} dokumenter har filer inni seg, som ikke blir med.`,
    'document-javascript': (count) => `${count} dokumenter har programkode, som blir tatt bort.`,
    'document-odd-page-size': (count) => `${count} dokumenter har sider som ikke er A4.`,
    'document-restricted': (count) => `Bruken av ${count} dokumenter er begrenset av den som laget dem.`,
    'document-rights-confirmed': (count) =>
      `Du har bekreftet retten til å sende ${count} begrensede dokumenter.`,
    'addressee-reserved': (count) => `${count} mottakere var reservert mot digital post sist.`,
    'addressee-without-contact': (count) => `${count} mottakere manglet kontaktinformasjon sist.`,
  },
  showAll: (count) => `Vis alle ${count}`,
  hideAll: 'Vis som én',
  toDesk: 'Gå til skrivebordet',
  proposal: 'Forslag:',
  useProposal: 'Bruk forslaget',
  undo: 'Angre',
  reopened:
    'Journalposten er tatt tilbake til reservert, så dokumentene kan endres. Ferdigstill den igjen etterpå.',
  done: {
    finished: 'Journalposten er ferdigstilt.',
    approved: 'Journalposten er godkjent.',
    takenOut: (title) => `«${title}» er tatt ut.`,
    takenOutMany: (count) => `${count} vedlegg er tatt ut.`,
    putBack: (title) => `«${title}» er satt inn igjen.`,
    putBackMany: (count) => `${count} vedlegg er satt inn igjen.`,
    renamed: 'Tittelen er lagret.',
    replaced: (title) => `Filen til «${title}» er erstattet. Den forrige er beholdt som eldre versjon.`,
    cut: 'Meldingen er kuttet etter et helt ord.',
    cleaned: 'Tegnene er tatt bort.',
    deadline: (days) => `Fristen er satt til ${days} dager.`,
    removed: (name) => `${name} er fjernet.`,
    screened: 'Skjermingen er lagret.',
    rights: 'Du har bekreftet at dere har rett til å sende filene.',
    agreed: 'Det er notert at lederen er enig.',
  },
  rename: { label: 'Ny tittel på dokumentet', save: 'Lagre tittelen' },
  screening: {
    heading: 'Skjerming av journalposten',
    help: 'Velg tilgangskode og hjemmel. Utkastet til ekspederingen blir stående.',
    save: 'Lagre skjermingen',
  },
  replace: (title) => `Velg en ny fil for «${title}»`,
};

const nn: MendingTexts = {
  acts: {
    finish: 'Ferdigstill',
    approve: 'Godkjenn',
    'fill-in': 'Gå til feltet',
    'add-recipient': 'Legg til mottakar',
    'remove-recipient': 'Fjern den siste',
    'edit-title': 'Endre tittelen',
    'cut-message': 'Kutt meldinga',
    'clean-message': 'Ta bort teikna',
    'standard-deadline': 'Set standardfrist',
    'rename-document': 'Gi ny tittel',
    'take-document-title': 'Bruk tittelen til dokumentet',
    'take-entry-title': 'Bruk tittelen til journalposten',
    'replace-file': 'Erstatt fila',
    'take-out': 'Ta ut vedlegget',
    'make-smaller': 'Gjer bileta mindre',
    'see-preview': 'Sjå dokumentet',
    'confirm-rights': 'Vi har rett til å sende ho',
    'agree-with-leader': 'Det er avtalt med leiaren',
    screen: 'Set skjerminga',
  },
  named: (act, what) => `${act}: ${what}`,
  all: (act, count) => `${act} (alle ${count})`,
  elsewhere: {
    'new-entry': 'Dette blir retta i ein ny journalpost i saka, ikkje her.',
    'follow-job': 'Følg oppdraget på fana «Signering».',
    restoration: 'Dokumentsenteret ordnar dette på skrivebordet, under «Gjenoppretta».',
    'document-centre': 'Dokumentsenteret kan gjere det.',
    'system-owner': 'Systemansvarleg kan gi deg tilgang.',
    'other-unit': 'Ein med rolle i eininga kan gjere det.',
    'documents-tab': 'Det blir gjort på fana «Dokument». Utkastet ditt blir teke vare på.',
    addressee: 'Berre mottakaren kan endre dette. Du kan ekspedere likevel.',
    'nothing-left': 'Du treng ikkje gjere meir.',
  },
  heaps: {
    'recipient-name-missing': (count) => `${count} mottakarar manglar namn.`,
    'identity-number-missing': (count) => `${count} mottakarar manglar fødselsnummer.`,
    'identity-number-length': (count) => `${count} mottakarar har fødselsnummer utan elleve siffer.`,
    'identity-number-wrong': (count) => `${count} mottakarar har fødselsnummer med feil kontrollsiffer.`,
    'identity-number-date': (count) => `${count} mottakarar har fødselsnummer med ein dato som ikkje finst.`,
    'identity-number-synthetic': (count) => `${count} mottakarar har oppdikta fødselsnummer.`,
    'identity-number-real': (count) => `${count} fødselsnummer kan høyre til verkelege personar.`,
    'identity-number-2032': (count) => `${count} fødselsnummer følgjer regelen frå 2032.`,
    'recipient-twice': (count) => `${count} mottakarar står der to gonger.`,
    'party-not-sent-to': (count) => `${count} mottakarar på journalposten får ikkje dokumentet.`,
    'document-unfinished': (count) => `${count} dokument er ikkje ferdigstilte.`,
    'document-empty': (count) => `${count} dokument har tom fil.`,
    'document-kind-unknown': (count) => `${count} dokument er av eit slag som ikkje kan sendast.`,
    'document-encrypted': (count) => `${count} dokument er verna med passord.`,
    'document-damaged': (count) => `${count} dokument er skadde.`,
    'document-no-pages': (count) => `${count} dokument har ingen sider.`,
    'document-too-heavy': (count) => `${count} dokument tek for mykje tid eller minne å lese.`,
    'document-page-differs': (count) =>
      `${count} dokument blir ikkje like originalen når dei blir slått saman.`,
    'document-field-lost': (count) => `${count} dokument har skjemafelt som ikkje kan visast.`,
    'document-signed': (count) => `${count} dokument er alt signerte.`,
    'document-not-pdf': (count) => `${count} dokument er ikkje PDF.`,
    'attachment-titles-equal': (count) => `${count} dokument har ein tittel som står frå før.`,
    'document-form-fields': (count) => `${count} dokument har skjemafelt, som blir vanleg tekst.`,
    'document-xfa': (count) => `${count} dokument er XFA-skjema og kan bli blanke.`,
    'document-embedded-files': (count) => `${count} dokument har filer inni seg, som ikkje blir med.`,
    'document-javascript': (count) => `${count} dokument har programkode, som blir teken bort.`,
    'document-odd-page-size': (count) => `${count} dokument har sider som ikkje er A4.`,
    'document-restricted': (count) => `Bruken av ${count} dokument er avgrensa av den som laga dei.`,
    'document-rights-confirmed': (count) => `Du har stadfesta retten til å sende ${count} avgrensa dokument.`,
    'addressee-reserved': (count) => `${count} mottakarar var reserverte mot digital post sist.`,
    'addressee-without-contact': (count) => `${count} mottakarar mangla kontaktinformasjon sist.`,
  },
  showAll: (count) => `Vis alle ${count}`,
  hideAll: 'Vis som éin',
  toDesk: 'Gå til skrivebordet',
  proposal: 'Framlegg:',
  useProposal: 'Bruk framlegget',
  undo: 'Angre',
  reopened:
    'Journalposten er teken tilbake til reservert, så dokumenta kan endrast. Ferdigstill han att etterpå.',
  done: {
    finished: 'Journalposten er ferdigstilt.',
    approved: 'Journalposten er godkjend.',
    takenOut: (title) => `«${title}» er teken ut.`,
    takenOutMany: (count) => `${count} vedlegg er tekne ut.`,
    putBack: (title) => `«${title}» er sett inn att.`,
    putBackMany: (count) => `${count} vedlegg er sette inn att.`,
    renamed: 'Tittelen er lagra.',
    replaced: (title) => `Fila til «${title}» er erstatta. Den førre er halden som eldre versjon.`,
    cut: 'Meldinga er kutta etter eit heilt ord.',
    cleaned: 'Teikna er tekne bort.',
    deadline: (days) => `Fristen er sett til ${days} dagar.`,
    removed: (name) => `${name} er fjerna.`,
    screened: 'Skjerminga er lagra.',
    rights: 'Du har stadfesta at de har rett til å sende filene.',
    agreed: 'Det er notert at leiaren er samd.',
  },
  rename: { label: 'Ny tittel på dokumentet', save: 'Lagre tittelen' },
  screening: {
    heading: 'Skjerming av journalposten',
    help: 'Vel tilgangskode og heimel. Utkastet til ekspederinga blir ståande.',
    save: 'Lagre skjerminga',
  },
  replace: (title) => `Vel ei ny fil for «${title}»`,
};

const en: MendingTexts = {
  acts: {
    finish: 'Finish',
    approve: 'Approve',
    'fill-in': 'Go to the field',
    'add-recipient': 'Add recipient',
    'remove-recipient': 'Remove the last one',
    'edit-title': 'Change the title',
    'cut-message': 'Cut the message',
    'clean-message': 'Take the characters out',
    'standard-deadline': 'Set the standard deadline',
    'rename-document': 'Give a new title',
    'take-document-title': 'Use the document’s title',
    'take-entry-title': 'Use the entry’s title',
    'replace-file': 'Replace the file',
    'take-out': 'Take the attachment out',
    'make-smaller': 'Make the images smaller',
    'see-preview': 'See the document',
    'confirm-rights': 'We have the right to send it',
    'agree-with-leader': 'It is agreed with the leader',
    screen: 'Set the screening',
  },
  named: (act, what) => `${act}: ${what}`,
  all: (act, count) => `${act} (all ${count})`,
  elsewhere: {
    'new-entry': 'This is corrected in a new entry in the case, not here.',
    'follow-job': 'Follow the job on the “Signing” tab.',
    restoration: 'The document centre settles this on the desk, under “Restored”.',
    'document-centre': 'The document centre can do it.',
    'system-owner': 'The system owner can give you access.',
    'other-unit': 'Somebody with a role in the unit can do it.',
    'documents-tab': 'It is done on the “Documents” tab. Your draft is kept.',
    addressee: 'Only the recipient can change this. You can dispatch all the same.',
    'nothing-left': 'You need do no more.',
  },
  heaps: {
    'recipient-name-missing': (count) => `${count} recipients have no name.`,
    'identity-number-missing': (count) => `${count} recipients have no identity number.`,
    'identity-number-length': (count) => `${count} recipients have an identity number without eleven digits.`,
    'identity-number-wrong': (count) =>
      `${count} recipients have an identity number with wrong control digits.`,
    'identity-number-date': (count) =>
      `${count} recipients have an identity number with a date that does not exist.`,
    'identity-number-synthetic': (count) => `${count} recipients have an invented identity number.`,
    'identity-number-real': (count) => `${count} identity numbers may belong to real persons.`,
    'identity-number-2032': (count) => `${count} identity numbers follow the rule of 2032.`,
    'recipient-twice': (count) => `${count} recipients stand there twice.`,
    'party-not-sent-to': (count) => `${count} recipients of the entry do not get the document.`,
    'document-unfinished': (count) => `${count} documents are not finished.`,
    'document-empty': (count) => `${count} documents have an empty file.`,
    'document-kind-unknown': (count) => `${count} documents are of a kind that cannot be sent.`,
    'document-encrypted': (count) => `${count} documents are protected by a password.`,
    'document-damaged': (count) => `${count} documents are damaged.`,
    'document-no-pages': (count) => `${count} documents have no pages.`,
    'document-too-heavy': (count) => `${count} documents take too much time or memory to read.`,
    'document-page-differs': (count) =>
      `${count} documents do not stay like the original when they are merged.`,
    'document-field-lost': (count) => `${count} documents have form fields that cannot be shown.`,
    'document-signed': (count) => `${count} documents are already signed.`,
    'document-not-pdf': (count) => `${count} documents are not PDF.`,
    'attachment-titles-equal': (count) => `${count} documents have a title that another has.`,
    'document-form-fields': (count) => `${count} documents have form fields, which become plain text.`,
    'document-xfa': (count) => `${count} documents are XFA forms and may come out blank.`,
    'document-embedded-files': (count) => `${count} documents have files inside, which do not come along.`,
    'document-javascript': (count) => `${count} documents have program code, which is taken out.`,
    'document-odd-page-size': (count) => `${count} documents have pages that are not A4.`,
    'document-restricted': (count) => `The use of ${count} documents is limited by whoever made them.`,
    'document-rights-confirmed': (count) =>
      `You have confirmed the right to send ${count} limited documents.`,
    'addressee-reserved': (count) => `${count} recipients had opted out of digital post last time.`,
    'addressee-without-contact': (count) => `${count} recipients had no contact information last time.`,
  },
  showAll: (count) => `Show all ${count}`,
  hideAll: 'Show as one',
  toDesk: 'Go to the desk',
  proposal: 'Proposal:',
  useProposal: 'Use the proposal',
  undo: 'Undo',
  reopened:
    'The entry is taken back to reserved, so that its documents can be changed. Finish it again afterwards.',
  done: {
    finished: 'The entry is finished.',
    approved: 'The entry is approved.',
    takenOut: (title) => `“${title}” is taken out.`,
    takenOutMany: (count) => `${count} attachments are taken out.`,
    putBack: (title) => `“${title}” is put back.`,
    putBackMany: (count) => `${count} attachments are put back.`,
    renamed: 'The title is saved.',
    replaced: (title) => `The file of “${title}” is replaced. The one before is kept as an older version.`,
    cut: 'The message is cut after a whole word.',
    cleaned: 'The characters are taken out.',
    deadline: (days) => `The deadline is set to ${days} days.`,
    removed: (name) => `${name} is removed.`,
    screened: 'The screening is saved.',
    rights: 'You have confirmed that you have the right to send the files.',
    agreed: 'It is noted that the leader agrees.',
  },
  rename: { label: 'New title of the document', save: 'Save the title' },
  screening: {
    heading: 'Screening of the entry',
    help: 'Choose access code and legal basis. The draft of the dispatch stays.',
    save: 'Save the screening',
  },
  replace: (title) => `Choose a new file for “${title}”`,
};

export const mendingTexts: Catalogue<MendingTexts> = { nb, nn, en };
