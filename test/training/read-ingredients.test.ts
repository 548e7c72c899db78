import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IngredientsUnusable, readIngredients } from '../../main/training/read-ingredients.ts';
import { ingredientsFolder } from './open-training.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segl-ingredienser-'));
  await cp(ingredientsFolder, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function spoil(file: string, from: string, to: string): Promise<string> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
  const fault: unknown = await readIngredients(folder).catch((reason: unknown) => reason);
  expect(fault).toBeInstanceOf(IngredientsUnusable);
  return String(fault);
}

test('what is there is read', async () => {
  expect((await readIngredients(folder)).municipality.name).toBe('Granvik kommune');
});

test('a real or mistyped identity number is refused by the key of the person', async () => {
  expect(await spoil('municipality.json', '14838511091', '14838511092')).toMatch(/person.*ingrid/);
});

test('a file that is no JSON is named', async () => {
  expect(await spoil('cases/02-bolig.json', '[', '')).toContain('02-bolig.json');
});

test('an unknown status is told with its file and place', async () => {
  const fault = await spoil('cases/01-personal.json', '"status": "J"', '"status": "Q"');
  expect(fault).toContain('01-personal.json');
  expect(fault).toContain('status');
});

test('a word that does not belong is refused, so that no misspelling passes in silence', async () => {
  expect(await spoil('cases/08-politikk.json', '"answers"', '"answer"')).toContain('answer');
});

test('a letter for nobody is told with its case and entry', async () => {
  const fault = await spoil(
    'cases/05-anskaffelse.json',
    '"parties": ["ror", "bygg"]',
    '"parties": ["ror", "by"]',
  );
  expect(fault).toContain('case ror, entry tildeling: nobody is called by');
});

test('an answer to an entry that is not there is told', async () => {
  expect(await spoil('cases/06-oppvekst.json', '"answers": ["klage"]', '"answers": ["klagen"]')).toContain(
    'no entry klagen to answer',
  );
});
