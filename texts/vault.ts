import type { Catalogue } from './language.ts';

const nb = {
  title: 'Gjenopprettingsnøkkel',
  intro:
    'Fødselsnumrene i arkivet ligger i et hvelv. Det åpnes av nøkkelringen til din bruker på denne maskinen. Går maskinen eller brukeren tapt, åpnes det bare med gjenopprettingsnøkkelen.',
  introKeep:
    'Lag nøkkelen nå, skriv den ut, og legg den der kommunen legger det som ikke må komme bort. Segl viser den én gang og tar ikke vare på den.',
  make: 'Lag gjenopprettingsnøkkel',
  makeNew: 'Lag ny nøkkel',
  later: 'Senere',
  sheetTitle: (archive: string) => `Gjenopprettingsnøkkel for ${archive}`,
  sheetUse:
    'Denne nøkkelen åpner hvelvet med fødselsnumre når nøkkelringen ikke gjør det. Oppbevar arket innelåst. Den som har arket og arkivfilen, kan lese fødselsnumrene.',
  sheetAge: 'Nøkkelen er en age-nøkkel (age-encryption.org).',
  sheetSign: (recipient: string) => `Kjennemerke: ${recipient}`,
  print: 'Skriv ut',
  written: 'Jeg har skrevet ut eller skrevet av nøkkelen',
  back: 'Vis nøkkelen igjen',
  enter: 'Skriv inn nøkkelen fra arket',
  enterHint: 'Mellomrom og små bokstaver gjør ingenting. Begynnelsen AGE-SECRET-KEY kan utelates.',
  confirm: 'Prøv nøkkelen',
  confirmed: 'Nøkkelen virker, og gjelder fra nå.',
  worked: 'Nøkkelen virker.',
  mustEnter: 'Nøkkelen gjelder først når du har skrevet den inn fra arket. Da vet vi at arket er riktig.',
  vault: 'Hvelvet',
  none: 'Det finnes ingen gjenopprettingsnøkkel. Går maskinen tapt, kan fødselsnumrene ikke leses.',
  tested: (on: string) => `Gjenopprettingsnøkkelen ble sist prøvd ${on}.`,
  sign: 'Kjennemerke',
  testOld: 'Prøv nøkkelen på arket',
  replaces: 'Den gamle nøkkelen gjelder til den nye er prøvd, og virker ikke etterpå.',
  notice: 'Arkivet har ingen gjenopprettingsnøkkel ennå.',
  lockedTitle: 'Nøkkelringen åpner ikke hvelvet',
  reasons: {
    'no-key':
      'Nøkkelen til hvelvet finnes ikke for din bruker på denne maskinen. Det skjer når arkivet er flyttet hit, når maskinen eller brukerprofilen er ny, eller når en annen bruker opprettet arkivet.',
    'no-ring':
      'Denne maskinen har ingen nøkkelring som kan verne nøkkelen. Be den som drifter maskinen sette den opp, og prøv igjen.',
    'plain-ring':
      'Nøkkelringen på denne maskinen verner ingenting: den lagrer hemmeligheter med et passord alle kjenner. Be den som drifter maskinen sette opp GNOME-nøkkelring eller KWallet, og prøv igjen.',
    refused:
      'Nøkkelringen vil ikke gi fra seg nøkkelen. Kanskje er den låst, kanskje er passordet på maskinen tilbakestilt. Lås den opp og prøv igjen.',
    'other-key':
      'Nøkkelen som ligger på denne maskinen, hører til et annet arkiv. Det skjer når arkivfilen er byttet ut, for eksempel med en sikkerhetskopi fra en annen maskin.',
  },
  lockedSafe: 'Ingenting er gått tapt. Arkivet åpnes ikke før hvelvet er åpnet.',
  tryAgain: 'Prøv nøkkelringen igjen',
  recoverTitle: 'Åpne med gjenopprettingsnøkkelen',
  recoverText:
    'Skriv inn nøkkelen fra arket. Hvelvet låses deretter på nytt med nøkkelringen på denne maskinen, så du trenger arket bare denne gangen. Er nøkkelringen borte eller låst, åpnes hvelvet likevel, og arket trengs igjen ved neste start. Signeringstjenesten må settes opp på nytt hvis den ikke var satt opp her.',
  recover: 'Åpne hvelvet',
  noRecovery: 'Arkivet har ingen gjenopprettingsnøkkel, så hvelvet kan bare åpnes av nøkkelringen.',
  newVaultTitle: 'Begge nøklene er tapt',
  newVaultText:
    'Arkivet kan åpnes med et nytt, tomt hvelv. Saker, dokumenter og journal er som før. Fødselsnumrene som ligger der, kan ikke leses med det nye hvelvet. De slettes ikke.',
  newVaultSure: 'Jeg forstår at fødselsnumrene som ligger der, ikke kan leses',
  newVault: 'Åpne med nytt hvelv',
};
type VaultTexts = typeof nb;

const nn: VaultTexts = {
  title: 'Gjenopprettingsnøkkel',
  intro:
    'Fødselsnummera i arkivet ligg i ein kvelv. Han blir opna av nøkkelringen til brukaren din på denne maskina. Går maskina eller brukaren tapt, blir han berre opna med gjenopprettingsnøkkelen.',
  introKeep:
    'Lag nøkkelen no, skriv han ut, og legg han der kommunen legg det som ikkje må kome bort. Segl viser han éin gong og tek ikkje vare på han.',
  make: 'Lag gjenopprettingsnøkkel',
  makeNew: 'Lag ny nøkkel',
  later: 'Seinare',
  sheetTitle: (archive) => `Gjenopprettingsnøkkel for ${archive}`,
  sheetUse:
    'Denne nøkkelen opnar kvelven med fødselsnummer når nøkkelringen ikkje gjer det. Oppbevar arket innelåst. Den som har arket og arkivfila, kan lese fødselsnummera.',
  sheetAge: 'Nøkkelen er ein age-nøkkel (age-encryption.org).',
  sheetSign: (recipient) => `Kjennemerke: ${recipient}`,
  print: 'Skriv ut',
  written: 'Eg har skrive ut eller skrive av nøkkelen',
  back: 'Vis nøkkelen igjen',
  enter: 'Skriv inn nøkkelen frå arket',
  enterHint: 'Mellomrom og små bokstavar gjer ingenting. Starten AGE-SECRET-KEY kan utelatast.',
  confirm: 'Prøv nøkkelen',
  confirmed: 'Nøkkelen verkar, og gjeld frå no.',
  worked: 'Nøkkelen verkar.',
  mustEnter: 'Nøkkelen gjeld først når du har skrive han inn frå arket. Då veit vi at arket er rett.',
  vault: 'Kvelven',
  none: 'Det finst ingen gjenopprettingsnøkkel. Går maskina tapt, kan fødselsnummera ikkje lesast.',
  tested: (on) => `Gjenopprettingsnøkkelen vart sist prøvd ${on}.`,
  sign: 'Kjennemerke',
  testOld: 'Prøv nøkkelen på arket',
  replaces: 'Den gamle nøkkelen gjeld til den nye er prøvd, og verkar ikkje etterpå.',
  notice: 'Arkivet har ingen gjenopprettingsnøkkel enno.',
  lockedTitle: 'Nøkkelringen opnar ikkje kvelven',
  reasons: {
    'no-key':
      'Nøkkelen til kvelven finst ikkje for brukaren din på denne maskina. Det skjer når arkivet er flytt hit, når maskina eller brukarprofilen er ny, eller når ein annan brukar oppretta arkivet.',
    'no-ring':
      'Denne maskina har ingen nøkkelring som kan verne nøkkelen. Be den som driftar maskina setje han opp, og prøv igjen.',
    'plain-ring':
      'Nøkkelringen på denne maskina vernar ingenting: han lagrar løyndomar med eit passord alle kjenner. Be den som driftar maskina setje opp GNOME-nøkkelring eller KWallet, og prøv igjen.',
    refused:
      'Nøkkelringen vil ikkje gje frå seg nøkkelen. Kanskje er han låst, kanskje er passordet på maskina tilbakestilt. Lås han opp og prøv igjen.',
    'other-key':
      'Nøkkelen som ligg på denne maskina, høyrer til eit anna arkiv. Det skjer når arkivfila er bytt ut, til dømes med ein tryggingskopi frå ei anna maskin.',
  },
  lockedSafe: 'Ingenting er gått tapt. Arkivet blir ikkje opna før kvelven er opna.',
  tryAgain: 'Prøv nøkkelringen igjen',
  recoverTitle: 'Opne med gjenopprettingsnøkkelen',
  recoverText:
    'Skriv inn nøkkelen frå arket. Kvelven blir så låst på nytt med nøkkelringen på denne maskina, så du treng arket berre denne gongen. Er nøkkelringen borte eller låst, opnar kvelven seg likevel, og arket trengst igjen ved neste start. Signeringstenesta må setjast opp på nytt om ho ikkje var sett opp her.',
  recover: 'Opne kvelven',
  noRecovery: 'Arkivet har ingen gjenopprettingsnøkkel, så kvelven kan berre opnast av nøkkelringen.',
  newVaultTitle: 'Begge nøklane er tapte',
  newVaultText:
    'Arkivet kan opnast med ein ny, tom kvelv. Saker, dokument og journal er som før. Fødselsnummera som ligg der, kan ikkje lesast med den nye kvelven. Dei blir ikkje sletta.',
  newVaultSure: 'Eg forstår at fødselsnummera som ligg der, ikkje kan lesast',
  newVault: 'Opne med ny kvelv',
};

const en: VaultTexts = {
  title: 'Recovery key',
  intro:
    'The identity numbers of the archive lie in a vault. It is opened by the key ring of your user on this machine. Should the machine or the user be lost, only the recovery key opens it.',
  introKeep:
    'Make the key now, print it, and put it where the municipality keeps what must not be lost. Segl shows it once and does not keep it.',
  make: 'Make a recovery key',
  makeNew: 'Make a new key',
  later: 'Later',
  sheetTitle: (archive) => `Recovery key for ${archive}`,
  sheetUse:
    'This key opens the vault with identity numbers when the key ring does not. Keep the sheet locked away. Whoever has the sheet and the archive file can read the identity numbers.',
  sheetAge: 'The key is an age key (age-encryption.org).',
  sheetSign: (recipient) => `Distinguishing mark: ${recipient}`,
  print: 'Print',
  written: 'I have printed or copied the key',
  back: 'Show the key again',
  enter: 'Enter the key from the sheet',
  enterHint: 'Spaces and small letters do not matter. The beginning AGE-SECRET-KEY may be left out.',
  confirm: 'Try the key',
  confirmed: 'The key works, and counts from now on.',
  worked: 'The key works.',
  mustEnter: 'The key counts once you have entered it from the sheet. Then we know that the sheet is right.',
  vault: 'The vault',
  none: 'There is no recovery key. Should the machine be lost, the identity numbers cannot be read.',
  tested: (on) => `The recovery key was last tried on ${on}.`,
  sign: 'Distinguishing mark',
  testOld: 'Try the key on the sheet',
  replaces: 'The old key counts until the new one has been tried, and does not work afterwards.',
  notice: 'The archive has no recovery key yet.',
  lockedTitle: 'The key ring does not open the vault',
  reasons: {
    'no-key':
      'There is no key to the vault for your user on this machine. That happens when the archive was moved here, when the machine or the user profile is new, or when another user created the archive.',
    'no-ring':
      'This machine has no key ring that can protect the key. Ask whoever runs the machine to set one up, and try again.',
    'plain-ring':
      'The key ring of this machine protects nothing: it keeps secrets under a password that everybody knows. Ask whoever runs the machine to set up GNOME Keyring or KWallet, and try again.',
    refused:
      'The key ring will not give the key. Perhaps it is locked, perhaps the password of the machine was reset. Unlock it and try again.',
    'other-key':
      'The key on this machine belongs to another archive. That happens when the archive file was replaced, for instance by a backup from another machine.',
  },
  lockedSafe: 'Nothing has been lost. The archive does not open until the vault is open.',
  tryAgain: 'Try the key ring again',
  recoverTitle: 'Open with the recovery key',
  recoverText:
    'Enter the key from the sheet. The vault is then locked anew with the key ring of this machine, so you need the sheet only this once. Where the key ring is gone or locked, the vault opens all the same, and the sheet is needed again at the next start. The signing service must be set up anew if it was not set up here.',
  recover: 'Open the vault',
  noRecovery: 'The archive has no recovery key, so only the key ring can open the vault.',
  newVaultTitle: 'Both keys are lost',
  newVaultText:
    'The archive can be opened with a new, empty vault. Cases, documents and journal are as before. The identity numbers that lie there cannot be read with the new vault. They are not deleted.',
  newVaultSure: 'I understand that the identity numbers that lie there cannot be read',
  newVault: 'Open with a new vault',
};

/** The vault of identity numbers: its recovery key, and what is said when it does not open. */
export const vault: Catalogue<VaultTexts> = { nb, nn, en };
