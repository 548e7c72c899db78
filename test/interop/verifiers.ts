import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isThere, NotHere, resolveClassPath } from './maven.ts';

/** What an independent program says of a file: does it accept it, and in which words. */
export type Verdict = { readonly accepts: boolean; readonly words: string };

/**
 * Poppler's `pdfsig`. It takes authorities only from a certificate database, which `certutil` makes; without that
 * program it does not judge trust. Throws {@link NotHere}.
 */
export function judgeByPdfsig(pdf: string, ca: string, folder: string): Verdict {
  if (!isThere('pdfsig', ['-h'])) throw new NotHere('pdfsig is not installed');
  const wanted = ['Signature Validation: Signature is Valid.', 'Total document signed'];
  const database = `sql:${folder}`;
  const judgesTrust = isThere('certutil', ['-H']);
  if (judgesTrust) {
    run('certutil', ['-N', '-d', database, '--empty-password']);
    run('certutil', ['-A', '-d', database, '-n', 'training', '-t', 'C,C,C', '-i', ca]);
    wanted.push('Certificate Validation: Certificate is Trusted.');
  }
  const said = run('pdfsig', judgesTrust ? ['-nssdir', database, pdf] : [pdf]).stdout;
  const note = judgesTrust ? '' : '\n(trust not judged: certutil is not installed)';
  return { accepts: wanted.every((line) => said.includes(line)), words: said.trim() + note };
}

/** A Python that has pyHanko, in an environment of its own. Throws {@link NotHere}. */
export function pythonWithPyHanko(folder: string): string {
  if (!isThere('python3', ['--version'])) throw new NotHere('python3 is not installed');
  const environment = join(folder, 'python');
  const bin = join(environment, 'bin');
  if (existsSync(join(bin, 'pyhanko'))) return join(bin, 'python');
  const made = spawnSync('python3', ['-m', 'venv', environment], { encoding: 'utf8' });
  if (made.status !== 0) throw new NotHere('python3 has no venv');
  const fetched = spawnSync(join(bin, 'pip'), ['install', '--quiet', 'pyhanko', 'pyhanko-cli'], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (fetched.status !== 0) throw new NotHere('PyPI cannot be reached');
  return join(bin, 'python');
}

/** Throws {@link NotHere}. */
export function judgeByPyHanko(pdf: string, ca: string, folder: string): Verdict {
  const bin = dirname(pythonWithPyHanko(folder));
  const trust = ['--trust', ca, '--trust-replace', '--no-revocation-check', '--pretty-print'];
  const judged = run(join(bin, 'pyhanko'), ['sign', 'validate', ...trust, pdf]);
  const words = `${judged.stdout}${judged.stderr}`.trim();
  const covers = words.includes('The signature covers the entire file.');
  const valid = words.includes('The signature is judged VALID.');
  return { accepts: judged.status === 0 && covers && valid, words };
}

/** veraPDF on what a file claims of PDF/A. Throws {@link NotHere}. */
export function judgeByVeraPdf(pdf: string, folder: string): Verdict {
  const classPath = resolveClassPath('verapdf', folder);
  const words = ['-cp', classPath, 'org.verapdf.apps.GreenfieldCliWrapper', '--format', 'text', '-v', pdf];
  const said = run('java', words);
  return { accepts: said.stdout.startsWith('PASS'), words: `${said.stdout}${said.stderr}`.trim() };
}

const run = (program: string, words: readonly string[]) =>
  spawnSync(program, words, { encoding: 'utf8', timeout: 300_000 });
