import type { Node } from 'oxc-parser';
import { expect, test } from 'vitest';
import { sourceFiles } from './read-imports.ts';
import { nodesOf } from './read-nodes.ts';

/** Where Norwegian stands in code, and why. */
const norwegian: Readonly<Record<string, string>> = {
  'domain/answer.ts': 'titles that are written into the archive, whatever the language of the window',
  'domain/code-lists.ts': 'the words of the standard, which are written into the archive',
  'main/adapters/store/fold-text.ts': 'letters that a search folds',
  'main/adapters/store/search-words.ts': 'letters that a search folds',
  'main/training/plan-documents.ts': 'what letters of the sample archive say',
  'main/training/training-founding.ts': 'the title of the sample archive',
};
/** The signing portal is a program of its own, with its own catalogue and the pages of the service it stands in for. */
const shown = sourceFiles.filter(
  (file) => /\.tsx?$/.test(file) && /^(domain|main|preload|renderer)\//.test(file) && !file.endsWith('.d.ts'),
);

const letters = /[æøåÆØÅ«»]/;
const words =
  /(^|\s)(og|er|ikke|av|på|til|fra|med|som|den|det|kan|har|denne|dette|ingen|eller|bare|skal|blir|ble|ved|om)([\s.,:!?]|$)/i;
const textOf = (node: Node): string => {
  if (node.type === 'TemplateElement') return node.value.raw;
  if (node.type === 'JSXText') return node.value;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
};
const norwegianIn = (file: string) =>
  nodesOf(file)
    .map(textOf)
    .filter((text) => letters.test(text) || words.test(text));

test('a sentence that is read stands in the texts, in every language', () => {
  const found = shown
    .filter((file) => !(file in norwegian))
    .flatMap((file) => norwegianIn(file).map((text) => `${file}: ${text.trim()}`));
  expect(found).toEqual([]);
});

test('no reason is left for a file without Norwegian', () => {
  expect(Object.keys(norwegian).filter((file) => norwegianIn(file).length === 0)).toEqual([]);
});

test('a screen has no words of its own in its markup', () => {
  const found = shown.flatMap((file) =>
    nodesOf(file)
      .filter((node) => node.type === 'JSXText' && /\p{L}{2,}/u.test(node.value))
      .map((node) => `${file}: ${textOf(node).trim()}`),
  );
  expect(found).toEqual([]);
});
