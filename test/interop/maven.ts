import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = (name: string) => fileURLToPath(new URL(`./${name}/pom.xml`, import.meta.url));

/** What could not be had here; nothing of ours is wrong. */
export class NotHere extends Error {}

/** Class path of the dependencies of a project here, fetched with Maven. Throws {@link NotHere}. */
export function resolveClassPath(name: 'java' | 'verapdf' | 'dss', folder: string): string {
  for (const program of ['java', 'mvn'])
    if (!isThere(program, ['-version'])) throw new NotHere(`${program} is not installed`);
  const file = join(folder, `${name}.classpath`);
  const run = maven(name, folder, ['dependency:build-classpath', `-Dmdep.outputFile=${file}`]);
  if (run.status !== 0) throw new NotHere(`Maven Central cannot be reached: ${firstError(run.stdout)}`);
  return readFileSync(file, 'utf8').trim();
}

/** Class path of Posten's client with our own programs for it, compiled into `folder`. */
export function buildClient(folder: string): string {
  const libraries = resolveClassPath('java', folder);
  const run = maven('java', folder, ['compile']);
  if (run.status !== 0) throw new Error(`the Java programs do not compile:\n${run.stdout}`);
  return [join(folder, 'java', 'classes'), libraries].join(process.platform === 'win32' ? ';' : ':');
}

/** PKCS#12 of a PEM chain and key, as enterprise certificates are delivered; the passphrase is `interop`. */
export function writePkcs12(chainPath: string, keyPath: string, to: string): void {
  const words = ['pkcs12', '-export', '-in', chainPath, '-inkey', keyPath, '-out', to];
  const run = spawnSync('openssl', [...words, '-passout', 'pass:interop'], { encoding: 'utf8' });
  if (run.error) throw new NotHere('openssl is not installed');
  if (run.status !== 0) throw new Error(run.stderr);
}

export const isThere = (program: string, words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: 'ignore' }).error === undefined;

const maven = (name: string, folder: string, goals: readonly string[]) =>
  spawnSync('mvn', ['-B', '-q', '-f', project(name), `-Dsegl.build=${join(folder, name)}`, ...goals], {
    encoding: 'utf8',
    timeout: 600_000,
  });

const firstError = (output: string): string =>
  output.split('\n').find((line) => line.includes('ERROR')) ?? 'mvn gave up';
