/**
 * Noark 5 code lists: our letter code and the exact Norwegian text that the standard obliges an archive to store
 * and export (docs/rules.md, 1). The XSDs do not check these values, so we do.
 */
const codeList = <const List extends Readonly<Record<string, string>>>(list: List) => list;

export const caseStatuses = codeList({
  R: 'Opprettet av saksbehandler',
  B: 'Under behandling',
  F: 'Ferdig fra saksbehandler',
  A: 'Avsluttet',
  U: 'Utgår',
});
export type CaseStatus = keyof typeof caseStatuses;

export const entryTypes = codeList({
  I: 'Inngående dokument',
  U: 'Utgående dokument',
  N: 'Organinternt dokument for oppfølging',
  X: 'Organinternt dokument uten oppfølging',
  S: 'Saksframlegg',
});
export type EntryType = keyof typeof entryTypes;

export const entryStatuses = codeList({
  R: 'Reservert dokument',
  F: 'Ferdigstilt fra saksbehandler',
  G: 'Godkjent av leder',
  E: 'Ekspedert',
  J: 'Journalført',
  A: 'Arkivert',
  U: 'Utgår',
  M: 'Midlertidig registrering av innkommet dokument',
  S: 'Saksbehandler har registrert innkommet dokument',
});
export type EntryStatus = keyof typeof entryStatuses;

export const partyKinds = codeList({
  EA: 'Avsender',
  EM: 'Mottaker',
  EK: 'Kopimottaker',
  GM: 'Gruppemottaker',
  IA: 'Intern avsender',
  IM: 'Intern mottaker',
  IK: 'Intern kopimottaker',
  IS: 'Medavsender',
});
export type PartyKind = keyof typeof partyKinds;

export const linkRoles = codeList({ H: 'Hoveddokument', V: 'Vedlegg' });
export type LinkRole = keyof typeof linkRoles;

export const documentStatuses = codeList({
  B: 'Dokumentet er under redigering',
  F: 'Dokumentet er ferdigstilt',
});
export type DocumentStatus = keyof typeof documentStatuses;

/** No obligatory values in the standard; these are the ones Segl offers. */
export const documentTypes = codeList({
  brev: 'Brev',
  kontrakt: 'Kontrakt',
  rundskriv: 'Rundskriv',
  faktura: 'Faktura',
  ordrebekreftelse: 'Ordrebekreftelse',
  signert: 'Signert dokument',
  avslag: 'Avslag på signering',
});
export type DocumentType = keyof typeof documentTypes;

export const variants = codeList({
  P: 'Produksjonsformat',
  A: 'Arkivformat',
  O: 'Dokument hvor deler av innholdet er skjermet',
});
export type Variant = keyof typeof variants;

export const clearanceWays = codeList({
  BU: 'Besvart med brev',
  BE: 'Besvart med e-post',
  TLF: 'Besvart på telefon',
  TE: 'Tatt til etterretning',
  TO: 'Tatt til orientering',
  BN: 'Besvart med notat',
  SA: 'Saken ble avsluttet',
});
export type ClearanceWay = keyof typeof clearanceWays;

export const signatureVerifications = codeList({
  I: 'Signatur påført, ikke verifisert',
  V: 'Signatur påført og verifisert',
});
export type SignatureVerification = keyof typeof signatureVerifications;

/** Kassasjonsvedtak. */
export const disposalDecisions = codeList({ B: 'Bevares', K: 'Kasseres', G: 'Vurderes senere' });
export type DisposalDecision = keyof typeof disposalDecisions;

/** PRONOM keys of the formats Segl writes or takes in; anything else is `av/0`. */
export const pronom = {
  pdf: 'fmt/276',
  '1a': 'fmt/95',
  '1b': 'fmt/354',
  '2a': 'fmt/476',
  '2b': 'fmt/477',
  '2u': 'fmt/478',
  '3a': 'fmt/479',
  '3b': 'fmt/480',
  '3u': 'fmt/481',
  png: 'fmt/13',
  jpeg: 'fmt/43',
  docx: 'fmt/412',
  odt: 'fmt/291',
  unknown: 'av/0',
} as const;
