import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, type SwitchCase, type SwitchStatement } from 'oxc-parser';
import { expect, test } from 'vitest';
// A plain script, checked by its own tests and not by the compiler.
// @ts-expect-error: it has no declarations
import { findMissing } from '../../scripts/complete-lock.mjs';
import { readSource, root, sourceFiles } from './read-imports.ts';
import { nodesOf } from './read-nodes.ts';

const code = sourceFiles.filter((file) => !file.startsWith('test/'));

test('rules, ports and use cases are given time and chance, and never take them', () => {
  const pure = code.filter((file) => /^(domain|main\/(ports|usecases))\//.test(file));
  const taking =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\.randomUUID\b|\bperformance\.now\b/;
  expect(pure.filter((file) => taking.test(withoutComments(file)))).toEqual([]);
});

test('the state of a signing job and of its signers is written in one place', () => {
  const writing = code.filter(
    (file) =>
      file.startsWith('main/') &&
      !file.startsWith('main/adapters/store/') &&
      /\.(changeJob|changeSigner)\(/.test(withoutComments(file)),
  );
  expect(writing).toEqual(['main/usecases/step-job.ts']);
});

/** Use cases that have the whole archive in hand, and why. */
const wholeArchive: Readonly<Record<string, string>> = {
  'main/usecases/needs.ts': 'what the composition has to give; each use case picks from it',
  'main/usecases/administration/create-production-archive.ts': 'hands on the archive it has founded',
  'main/usecases/administration/mark-high-water.ts': 'wraps the archive for all others',
};
test('a use case says which part of the archive it touches', () => {
  const whole = code.filter(
    (file) =>
      file.startsWith('main/usecases/') &&
      /\bArchive(Store|Reader|Writer)\b|Needs, [^>]*'archive'|: Needs\b(?!\[)/.test(withoutComments(file)),
  );
  expect(whole).toEqual(Object.keys(wholeArchive).toSorted());
});

test('an error says its own name, in logs and to whoever asks', () => {
  const unnamed = code.flatMap((file) =>
    [...readSource(file).matchAll(/class (\w+) extends Error \{\s*(.*)/g)].flatMap(([, name, first]) =>
      first === `override readonly name = '${name}';` ? [] : [`${file}: ${name}`],
    ),
  );
  expect(unnamed).toEqual([]);
});

/** Switches over what comes from outside and has no list, and what that is. */
const openValues: Readonly<Record<string, string>> = {
  'main/hosts/explain-start-fault.ts': "the operating system's and SQLite's codes",
  'main/adapters/pdf/plain/plain-lexer.ts': 'the bytes of a file',
  'main/adapters/pdf/read-glyphs.ts': 'operations of pdf.js, of which most say nothing of text',
};
test('a switch names every case, or does not compile', () => {
  const slack = code.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      nodesOf(file).some((node) => {
        if (node.type === 'SwitchStatement')
          return hasDefault(node) ? !node.cases.some(isNever) : !node.cases.some(givesValue);
        // Where no case was met, the function would go on as if nothing had been left out.
        return (
          node.type === 'BlockStatement' &&
          node.body.slice(0, -1).some((one) => one.type === 'SwitchStatement' && !hasDefault(one))
        );
      }),
  );
  expect(slack).toEqual(Object.keys(openValues).toSorted());
});
const hasDefault = ({ cases }: SwitchStatement) => cases.some(({ test: when }) => when === null);
/** The compiler refuses a function that gives a value on some ways and ends without one on others. */
const givesValue = ({ consequent }: SwitchCase): boolean => {
  const [first] = consequent;
  const body = first?.type === 'BlockStatement' ? first.body : consequent;
  return body.some((one) => one.type === 'ReturnStatement' && one.argument !== null);
};
/** `default: value satisfies never;` */
const isNever = ({ test: when, consequent: [first] }: SwitchCase): boolean =>
  when === null &&
  first?.type === 'ExpressionStatement' &&
  first.expression.type === 'TSSatisfiesExpression' &&
  first.expression.typeAnnotation.type === 'TSNeverKeyword';

test('a file is named where it is used: no barrels', () => {
  const isBarrel = (file: string) => {
    const { program } = parseSync(file, readSource(file));
    const { body } = program;
    return (
      body.length > 0 &&
      body.every(
        (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
      )
    );
  };
  expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file) || isBarrel(file))).toEqual([]);
});

test('files have kebab-case names that say what they hold', () => {
  const vague = /(^|[-/])(manager|helpers?|utils?|info|data|impl|misc|common)\.(ts|tsx)$/;
  const odd = code.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.config|\.d)?\.(ts|tsx|mjs)$/.test(file));
  expect(odd).toEqual([]);
  expect(code.filter((file) => vague.test(file) && !allowedNames.has(file))).toEqual([]);
});
const allowedNames = new Set([
  // Words that several screens share are common in the plain sense.
  'texts/common.ts',
]);

/** Files that may be longer, and why. */
const mayBeLong: Readonly<Record<string, string>> = {};
const CEILING = 300;
test(`no code file is over ${CEILING} lines without a reason`, () => {
  const long = code
    // A catalogue has every sentence three times.
    .filter((file) => !(file in mayBeLong) && !file.startsWith('texts/'))
    .map((file) => ({ file, lines: readSource(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > CEILING);
  expect(long).toEqual([]);
});
test(`no file of tests is over ${CEILING} lines`, () => {
  const long = sourceFiles.filter(
    (file) => /\.test\.tsx?$/.test(file) && readSource(file).split('\n').length - 1 > CEILING,
  );
  expect(long).toEqual([]);
});
test('no reason is left for a file that is short or gone', () => {
  const idle = Object.keys(mayBeLong).filter(
    (file) => !code.includes(file) || readSource(file).split('\n').length - 1 <= CEILING,
  );
  expect(idle).toEqual([]);
});

test('the compiler sees every TypeScript file', () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const layers = /const layers = \[([^\]]*)\]/.exec(readSource('scripts/types.mjs'))?.[1] ?? '';
  const seen = new Set<string>();
  for (const [, layer] of layers.matchAll(/'([^']+)'/g)) {
    const listed = execFileSync(process.execPath, [tsc, '-p', layer ?? '', '--showConfig'], {
      cwd: root,
      encoding: 'utf8',
    });
    // The compiler's own answer, in its own form.
    const { files } = JSON.parse(listed) as { files: readonly string[] };
    for (const path of files) seen.add(join(layer ?? '', path).replaceAll('\\', '/'));
  }
  expect(sourceFiles.filter((file) => /\.tsx?$/.test(file) && !seen.has(file))).toEqual([]);
});

test('the lock file holds the packages of every platform, so that `npm ci` takes it', () => {
  expect(findMissing(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))).toEqual([]);
});

test('nothing names a machine, a registry or how the code came to be', () => {
  const found = textFiles().flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, at) =>
      foreign.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : [],
    );
  });
  expect(found).toEqual([]);
});
// Written in pieces, so that this file does not name them either.
const foreign = new RegExp(
  [
    String.raw`(^|[\s"'\`(=])/(wo${''}rk|ro${''}ot|home/\w+)/`,
    `registry\\.np${''}mjs`,
    `registry\\.ya${''}rnpkg`,
    `clau${''}de`,
    `anthro${''}pic`,
    `chat${''}gpt`,
    `copi${''}lot`,
    `sub${''}agent`,
    `language mo${''}del`,
  ].join('|'),
  'i',
);

function textFiles(): readonly string[] {
  const skipped = new Set([
    'node_modules',
    'out',
    'dist',
    'coverage',
    '.git',
    'test-results',
    'playwright-report',
  ]);
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
      return /\.(ts|tsx|mjs|css|html|md|yml|sql|json|svg|txt)$|^run$/.test(entry.name)
        ? [relative(root, path)]
        : [];
    });
  return walk(root);
}

function withoutComments(file: string): string {
  const source = readSource(file);
  return parseSync(file, source).comments.reduceRight(
    (text, comment) => text.slice(0, comment.start) + text.slice(comment.end),
    source,
  );
}
