import type { Catalogue } from './language.ts';

const nb = {
  caseTitle: 'Signering fra kommandolinjen',
  signer: (digits: string) => `Testperson ${digits}`,
  newCase: (caseNumber: string) => `Ny sak ${caseNumber}`,
  outgoing: (recordNumber: string, title: string) => `Utgående journalpost ${recordNumber}: ${title}`,
  mainDocument: (name: string) => `Hoveddokument: ${name}`,
  attachment: (position: number, name: string) => `Vedlegg ${position}: ${name}`,
  merged: (pages: number, bytes: number) => `Slått sammen til én PDF: ${pages} sider, ${bytes} byte`,
  expedited: 'Ekspedert; venter på at signeringstjenesten tar imot',
  notTaken: (code: string, detail: string) => `Tjenesten tok ikke imot: ${code} ${detail}`,
  sent: (serviceJobId: string) => `Sendt til signering, oppdrag ${serviceJobId}`,
  signed: (name: string) => `${name} signerte`,
  refused: (name: string) => `${name} avviste`,
  filed: (recordNumber: string, title: string) =>
    `Svar ført som inngående dokument ${recordNumber}: ${title}`,
  stopped: 'Stoppet av reglene. Ingenting er sendt.',
  stop: (sentence: string) => `Stopp: ${sentence}`,
  warning: (sentence: string) => `Advarsel: ${sentence}`,
  sentFile: (path: string) => `Sendt dokument:   ${path}`,
  signedFile: (path: string) => `Signert dokument: ${path}`,
  noteFile: (path: string) => `Svarnotat:        ${path}`,
  mainMissing: '--main mangler: hvilken PDF skal sendes?',
  orderNoNumber: (signer: string) => `--signer ${signer}: rekkefølgen må være et tall`,
};
type DemoTexts = typeof nb;

const nn: DemoTexts = {
  caseTitle: 'Signering frå kommandolinja',
  signer: (digits) => `Testperson ${digits}`,
  newCase: (caseNumber) => `Ny sak ${caseNumber}`,
  outgoing: (recordNumber, title) => `Utgåande journalpost ${recordNumber}: ${title}`,
  mainDocument: (name) => `Hovuddokument: ${name}`,
  attachment: (position, name) => `Vedlegg ${position}: ${name}`,
  merged: (pages, bytes) => `Slått saman til éin PDF: ${pages} sider, ${bytes} byte`,
  expedited: 'Ekspedert; ventar på at signeringstenesta tek imot',
  notTaken: (code, detail) => `Tenesta tok ikkje imot: ${code} ${detail}`,
  sent: (serviceJobId) => `Send til signering, oppdrag ${serviceJobId}`,
  signed: (name) => `${name} signerte`,
  refused: (name) => `${name} avviste`,
  filed: (recordNumber, title) => `Svar ført som inngåande dokument ${recordNumber}: ${title}`,
  stopped: 'Stoppa av reglane. Ingenting er sendt.',
  stop: (sentence) => `Stopp: ${sentence}`,
  warning: (sentence) => `Åtvaring: ${sentence}`,
  sentFile: (path) => `Sendt dokument:   ${path}`,
  signedFile: (path) => `Signert dokument: ${path}`,
  noteFile: (path) => `Svarnotat:        ${path}`,
  mainMissing: '--main manglar: kva for PDF skal sendast?',
  orderNoNumber: (signer) => `--signer ${signer}: rekkjefølgja må vere eit tal`,
};

const en: DemoTexts = {
  caseTitle: 'Signing from the command line',
  signer: (digits) => `Test person ${digits}`,
  newCase: (caseNumber) => `New case ${caseNumber}`,
  outgoing: (recordNumber, title) => `Outgoing journal entry ${recordNumber}: ${title}`,
  mainDocument: (name) => `Main document: ${name}`,
  attachment: (position, name) => `Attachment ${position}: ${name}`,
  merged: (pages, bytes) => `Merged into one PDF: ${pages} pages, ${bytes} bytes`,
  expedited: 'Expedited; waiting for the signing service to take it',
  notTaken: (code, detail) => `The service did not take it: ${code} ${detail}`,
  sent: (serviceJobId) => `Sent for signing, job ${serviceJobId}`,
  signed: (name) => `${name} signed`,
  refused: (name) => `${name} refused`,
  filed: (recordNumber, title) => `Answer filed as incoming document ${recordNumber}: ${title}`,
  stopped: 'Stopped by the rules. Nothing has been sent.',
  stop: (sentence) => `Stop: ${sentence}`,
  warning: (sentence) => `Warning: ${sentence}`,
  sentFile: (path) => `Document sent:    ${path}`,
  signedFile: (path) => `Signed document:  ${path}`,
  noteFile: (path) => `Note of answer:   ${path}`,
  mainMissing: '--main is missing: which PDF is to be sent?',
  orderNoNumber: (signer) => `--signer ${signer}: the order must be a number`,
};

/** What the demonstration from the command line says of each step. */
export const demoTexts: Catalogue<DemoTexts> = { nb, nn, en };
