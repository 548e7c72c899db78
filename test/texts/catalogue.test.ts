import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../domain/facts.ts';
import {
  type Finding,
  type FindingCode,
  findingCodes,
  findingFacts,
  isFinding,
} from '../../domain/findings.ts';
import { languages } from '../../domain/preferences.ts';
import {
  isRefusal,
  type Refusal,
  type RefusalCode,
  refusalCodes,
  refusalFacts,
} from '../../domain/refusals.ts';
import { manifestRefusals } from '../../main/adapters/posten/decide-manifest.ts';
import type { ConnectionReport } from '../../main/ports/signing-service.ts';
import * as contract from '../../preload/contract/codes.ts';
import { codes } from '../../texts/codes.ts';
import { findingSentence, findings } from '../../texts/findings.ts';
import type { Catalogue } from '../../texts/language.ts';
import { orderRefusals } from '../../texts/order-refusals.ts';
import { refusalSentence, refusals } from '../../texts/refusals.ts';
import { settings } from '../../texts/settings.ts';

type Leaf = readonly [path: string, value: unknown];
const leaves = (value: unknown, path = ''): readonly Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [[path, value]];

const isCatalogue = (value: unknown): value is Catalogue<object> =>
  typeof value === 'object' && value !== null && languages.every((language) => language in value);

const folder = new URL('../../texts/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const areas = (
  await Promise.all(
    files.map(async (file) => {
      const exported: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href);
      return Object.values(exported)
        .filter(isCatalogue)
        .map((catalogue) => [file, catalogue] as const);
    }),
  )
).flat();

/** A value that a fact of this name and kind may have. */
const sampleFact = (name: string, kind: Shape[string]) => {
  if (kind === 'number') return 7;
  return name === 'since' ? '2026-11-20' : 'Kari Prøve';
};
/** Facts as a shape wants them; an optional one is given or left out. */
const sampleFacts = (shape: Shape, full: boolean) =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([, kind]) => full || kind !== 'text?')
      .map(([name, kind]) => [name, sampleFact(name, kind)]),
  );
function refusalOf(code: RefusalCode, full: boolean): Refusal {
  const refusal: unknown = { code, facts: sampleFacts(refusalFacts[code], full) };
  if (!isRefusal(refusal)) throw new Error(`${code} is no refusal`);
  return refusal;
}
function findingOf(code: FindingCode): Finding {
  const facts = sampleFacts(findingFacts[code], true);
  const finding: unknown = { code, severity: 'stop', field: 'entry', facts };
  if (!isFinding(finding)) throw new Error(`${code} is no finding`);
  return finding;
}

describe.each(areas)('the texts of %s', (_file, catalogue) => {
  test('have the same sentences in every language', () => {
    const paths = leaves(catalogue.nb).map(([path]) => path);
    for (const language of languages)
      expect(leaves(catalogue[language]).map(([path]) => path)).toEqual(paths);
  });

  test('are never empty, half made or left in draft', () => {
    for (const language of languages) {
      for (const [path, value] of leaves(catalogue[language])) {
        const sentence = typeof value === 'function' ? String(value) : String(value);
        expect(sentence.trim(), `${language} ${path}`).not.toBe('');
        expect(sentence, `${language} ${path}`).not.toMatch(/TODO|FIXME|XXX|\{\{|\}\}|lorem/i);
      }
    }
  });

  test('spell Norwegian and English as they are spelt', () => {
    for (const [path, value] of leaves(catalogue.nn))
      expect(String(value), `nn ${path}`).not.toMatch(
        /\b(ikke|jeg|hva|hvem|hvorfor|noen|dokumenter|journalposter|mottaker|avsender|undertegner|tjenesten|saken|fra)\b/i,
      );
    for (const [path, value] of leaves(catalogue.nb))
      expect(String(value), `nb ${path}`).not.toMatch(
        /\b(ikkje|eg|kva|kven|kvifor|nokon|frå|mottakar|avsendar|saka)\b/i,
      );
    for (const [path, value] of leaves(catalogue.en))
      expect(String(value), `en ${path}`).not.toMatch(/\b(ikke|ikkje|og|eller|saken|fristen)\b|[«»]/i);
  });
});

test.each(languages)('every refusal has a sentence a clerk can read (%s)', (language) => {
  expect(Object.keys(refusals[language]).sort()).toEqual([...refusalCodes].sort());
  for (const code of refusalCodes) {
    for (const full of [true, false]) {
      const sentence = refusalSentence(refusalOf(code, full), language);
      expect(sentence, code).toMatch(/^[A-ZÆØÅ«“0-9].*[.]$/u);
      expect(sentence, code).not.toMatch(/undefined|NaN/);
    }
  }
});

test.each(languages)('every finding says what is wrong and what to do (%s)', (language) => {
  expect(Object.keys(findings[language]).sort()).toEqual([...findingCodes].sort());
  for (const code of findingCodes) {
    const sentence = findingSentence(findingOf(code), language);
    expect(sentence, code).toMatch(/^[A-ZÆØÅ«“0-9].*[.]$/u);
    expect(sentence, code).not.toMatch(/undefined|NaN/);
  }
});

test('a finding is made concrete by its facts', () => {
  expect(findings.nb['title-too-long']({ length: 84, max: 80, over: 4 })).toBe(
    'Tittelen har 84 tegn. Posten signering tar høyst 80. Forkort den med 4 tegn.',
  );
  expect(findings.nb['merged-too-large']({ bytes: 4_194_304, max: 3_145_728, over: 1_048_576 })).toBe(
    'Dokumentet er 4 MB med vedlegg. Grensen er 3 MB. Ta ut eller krymp vedlegg på til sammen 1 MB.',
  );
  expect(findings.nn['identity-number-missing']({ name: '', number: 2 })).toMatch(/^Mottakar 2 manglar/);
});

test('nynorsk and English are their own where bokmål differs', () => {
  for (const code of findingCodes) {
    const [nb, nn, en] = languages.map((language) => findingSentence(findingOf(code), language));
    expect(nn, code).not.toBe(nb);
    expect(en, code).not.toBe(nb);
  }
});

test('every code of the contract has its word', () => {
  const lists = {
    caseStatus: contract.caseStatus,
    entryType: contract.entryType,
    entryStatus: contract.entryStatus,
    partyKind: contract.partyKind,
    linkRole: contract.linkRole,
    documentType: contract.documentType,
    clearanceWay: contract.clearanceWay,
    role: contract.role,
    jobState: contract.jobState,
    failureReason: contract.failureReason,
    signerState: contract.signerState,
    basket: contract.basketId,
    entryField: contract.entryField,
  } as const;
  for (const [area, list] of Object.entries(lists) as readonly (readonly [
    keyof typeof lists,
    { options: readonly string[] },
  ])[])
    for (const language of languages)
      expect(Object.keys(codes[language][area]).sort(), area).toEqual([...list.options].sort());
});

test('every outcome of the connection test has a sentence', () => {
  // A missing outcome does not compile.
  const known: Readonly<Record<ConnectionReport['outcome'], string>> = settings.nb.outcomes;
  expect(Object.values(known).every((sentence) => sentence.endsWith('.'))).toBe(true);
});

test('every order that our own client stops has a sentence', () => {
  expect(Object.keys(orderRefusals.nb).sort()).toEqual([...manifestRefusals].sort());
});
