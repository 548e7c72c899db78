import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './read-imports.ts';

/** Kinds of tests that hold the whole, or much of it, to one thing: they mirror no single file. */
const kinds = /^test\/(architecture|bench|conformance|faults|fuzz|interop|journeys|packaging)\//;

/** Tests across the files of a folder, and why they stand together. */
const across: Readonly<Record<string, string>> = {
  'test/application/every-method.test.ts':
    'asks each method of the contract once, through the whole application',
  'test/application/follow-up.test.ts': 'deadlines, signers and sending again, through the whole application',
  'test/application/nothing-leaks.test.ts':
    'every reading method is asked as everybody, and every byte that comes back is searched',
  'test/application/public-variant.test.ts':
    'a public variant from its marks to its readers, through the whole application',
  'test/application/recovery-key.test.ts':
    'the recovery key from its making to its loss, through the whole application',
  'test/application/restored.test.ts': 'an older archive put back, through the whole application',
  'test/domain/job-states-drawing.test.ts': 'holds the picture in the docs to the table of the job’s states',
  'test/hosts/node/production-folder.test.ts':
    'all that a production host writes is searched for every number, through the whole host',
  'test/texts/catalogue.test.ts': 'every catalogue is held to the same completeness',
  'test/usecases/signing/evidence-of-signers.test.ts':
    'what each signer leaves behind, from the portal that makes it, through judging and filing',
  'test/usecases/signing/numbers-at-rest.test.ts':
    'the archive file is searched for every number that passed through it',
  'test/usecases/rights.test.ts': 'every use case is tried by who may not',
  'test/adapters/pdf/found-files.test.ts': 'files met in the world, through reading and merging alike',
  'test/adapters/pdf/draw.test.ts': 'what is drawn is held to one look and one format',
};

const sqlFolder = 'main/adapters/store/migrations/sqlite';

/** Where the source of a test may lie: folders of `main` are not named again, migrations are SQL. */
function sourcesOf(file: string): readonly string[] {
  const path = file.replace(/^test\//, '').replace(/\.test\.tsx?$/, '');
  const migration = path.replace(/^adapters\/store\/migrations\//, '');
  return ['', 'main/']
    .flatMap((room) => ['.ts', '.tsx', '.mjs'].map((end) => `${room}${path}${end}`))
    .concat(migration === path ? [] : `${sqlFolder}/${migration}.sql`);
}

const tests = sourceFiles.filter((file) => /^test\/.*\.test\.tsx?$/.test(file) && !kinds.test(file));
const there = new Set([
  ...sourceFiles,
  ...readdirSync(join(root, sqlFolder)).map((name) => `${sqlFolder}/${name}`),
]);
const isThere = (path: string) => there.has(path);

test('tests mirror the source: each is named and placed as the file it holds', () => {
  const lost = tests.filter((file) => !(file in across) && !sourcesOf(file).some(isThere));
  expect(lost).toEqual([]);
});
test('no reason is left for a test that is gone or has a file to mirror', () => {
  const idle = Object.keys(across).filter((file) => !tests.includes(file) || sourcesOf(file).some(isThere));
  expect(idle).toEqual([]);
});
