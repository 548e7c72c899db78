import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifySigned } from '../../main/adapters/pdf/verify-signed.ts';
import { openForge, receivedAt } from '../support/forge/forge.ts';
import { makeMutants } from '../support/forge/mutants.ts';
import { isThere, NotHere, resolveClassPath } from './maven.ts';
import { pythonWithPyHanko } from './verifiers.ts';

/** What one program says of one file, and in its own words. */
type Said = { readonly accepts: boolean; readonly words: string };
type Judge = { readonly name: string; readonly said: ReadonlyMap<string, Said> };

/**
 * Files that Segl accepts and another does not, and why Segl is right. Every other file that Segl accepts must be
 * accepted by all: a difference the other way is Segl being stricter, which its own code explains.
 */
const rightly: Readonly<Record<string, string>> = {
  'time: expired, time-stamped before':
    'a time stamp that is trusted shows it was sealed while the certificate was valid; the others also ask for evidence that it had not been revoked, which Segl says it does not have',
};

/**
 * The verdicts of Segl, pyHanko and EU DSS on the same forged and genuine files, side by side. The others do not know
 * what was sent, nor who ought to seal, so theirs are held against Segl's two first questions only. Returns whether
 * every difference has an explanation.
 */
export async function crossCheck(folder: string): Promise<boolean> {
  const files = join(folder, 'mutants');
  mkdirSync(files);
  const forge = await openForge();
  const mutants = await makeMutants(forge);
  const anchor = join(folder, 'anchor.pem');
  writeFileSync(anchor, forge.policy.anchors[0] ?? '');
  for (const [at, { file }] of mutants.entries()) writeFileSync(join(files, `${at}.pdf`), file);
  const judges = [
    ...report('pyHanko', () => askPyHanko(files, anchor, folder)),
    ...report('EU DSS', () => askDss(files, anchor, folder)),
  ];
  const unexplained: string[] = [];
  let differing = 0;
  for (const [at, { kind, name, file }] of mutants.entries()) {
    const { sealedBy, unchanged, isWhatWasSent } = await verifySigned(file, forge.order);
    const accepts = sealedBy.outcome === 'holds' && unchanged.outcome === 'holds';
    const others = judges.map((judge) => ({ judge: judge.name, ...judge.said.get(`${at}.pdf`) }));
    const differs = others.some((other) => other.accepts !== accepts);
    const title = `${kind}: ${name}`;
    if (differs) differing += 1;
    if (differs && accepts && !(title in rightly)) unexplained.push(title);
    const own = [sealedBy, unchanged, isWhatWasSent].map(({ code }) => code).join(', ');
    const words = others
      .map((other) => `${other.judge} ${mark(other.accepts)} ${other.words ?? ''}`)
      .join(' | ');
    process.stdout.write(`${differs ? '≠' : '='} ${title} | Segl ${mark(accepts)} ${own} | ${words}\n`);
  }
  const kinds = new Set(mutants.map(({ kind }) => kind)).size;
  process.stdout.write(
    `cross-check: ${mutants.length} files of ${kinds} kinds, ${judges.length} other judges, ${differing} differences\n`,
  );
  for (const title of unexplained) process.stdout.write(`not ok Segl alone accepts ${title}\n`);
  return unexplained.length === 0;
}

const mark = (accepts: boolean | undefined): string => (accepts ? 'yes' : 'no');

function report(name: string, ask: () => ReadonlyMap<string, Said>): readonly Judge[] {
  try {
    return [{ name, said: ask() }];
  } catch (fault) {
    if (!(fault instanceof NotHere)) throw fault;
    process.stdout.write(`skipped ${name}: ${fault.message}\n`);
    return [];
  }
}

function askPyHanko(files: string, anchor: string, folder: string): ReadonlyMap<string, Said> {
  const program = fileURLToPath(new URL('./pyhanko/judge.py', import.meta.url));
  return read(
    run(pythonWithPyHanko(folder), [program, files, anchor, receivedAt.replace('Z', '+00:00')]),
    'VALID',
  );
}

function askDss(files: string, anchor: string, folder: string): ReadonlyMap<string, Said> {
  if (!isThere('java', ['-version'])) throw new NotHere('java is not installed');
  const program = fileURLToPath(new URL('./dss/Judge.java', import.meta.url));
  const classPath = resolveClassPath('dss', folder);
  return read(run('java', ['-cp', classPath, program, files, anchor, receivedAt]), 'TOTAL_PASSED');
}

/** Lines of file, verdict and words. */
function read(output: string, yes: string): ReadonlyMap<string, Said> {
  const lines = output.split('\n').map((line) => line.split('\t'));
  return new Map(
    lines
      .filter(([file]) => file?.endsWith('.pdf'))
      .map(([file = '', verdict = '', words = '']) => [
        file,
        { accepts: verdict === yes, words: `${verdict} ${words}`.trim() },
      ]),
  );
}

function run(program: string, words: readonly string[]): string {
  const done = spawnSync(program, words, { encoding: 'utf8', timeout: 600_000, maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr}`);
  return done.stdout;
}
