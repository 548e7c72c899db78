import { spawn } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConversionFault } from '../../ports/pdf-workshop.ts';
import { tellKind } from './tell-kind.ts';

/** PDF/A-2b with tags, so that the document stays readable to everyone and fit for the archive. */
const exportFilter = `pdf:writer_pdf_Export:${JSON.stringify({
  SelectPdfVersion: { type: 'long', value: '2' },
  UseTaggedPDF: { type: 'boolean', value: 'true' },
  ExportBookmarks: { type: 'boolean', value: 'true' },
})}`;

/** Path of LibreOffice's program: the one given, else where installers put it; nothing where there is none. */
export async function findLibreOffice(given?: string): Promise<string | undefined> {
  for (const path of given === undefined ? usualPlaces() : [given]) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

function usualPlaces(): readonly string[] {
  const windows = process.platform === 'win32';
  const names = windows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)']].filter(
    (one) => one !== undefined,
  );
  const folders = windows
    ? programs.map((folder) => join(folder, 'LibreOffice', 'program'))
    : [
        '/Applications/LibreOffice.app/Contents/MacOS',
        '/usr/lib/libreoffice/program',
        '/opt/libreoffice/program',
      ];
  return [...onPath, ...folders].flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * Runs LibreOffice on a private profile in a folder only this user may read, which is removed afterwards. Macros and
 * links to elsewhere stay shut. Throws {@link ConversionFault}.
 */
export async function convertOffice(
  program: string,
  bytes: Uint8Array,
  kind: 'docx' | 'odt',
  timeLimitMs: number,
): Promise<{ readonly bytes: Uint8Array; readonly tool: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), shutSettings);
    const input = join(folder, `document.${kind}`);
    await writeFile(input, bytes);
    await run(program, timeLimitMs, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      exportFilter,
      '--outdir',
      folder,
      input,
    ]);
    const made = new Uint8Array(await readFile(join(folder, 'document.pdf')));
    if ((await tellKind(made)) !== 'pdf') throw new Error('LibreOffice made no PDF');
    return { bytes: made, tool: 'LibreOffice' };
  } catch (fault) {
    throw new ConversionFault('conversion-failed', fault);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const scripting = '/org.openoffice.Office.Common/Security/Scripting';
const setting = (name: string, value: string): string =>
  `<item oor:path="${scripting}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const shutSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${setting('DisableMacrosExecution', 'true')}${setting('MacroSecurityLevel', '3')}${setting('BlockUntrustedRefererLinks', 'true')}</oor:items>
`;

function run(program: string, timeLimitMs: number, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its own process group: `soffice` starts another process, and both have to be ended together.
    const own = process.platform !== 'win32';
    const child = spawn(program, words, { detached: own, stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => {
      endGroup(child.pid, own);
      reject(new Error(`LibreOffice did not finish in ${timeLimitMs} ms`));
    }, timeLimitMs);
    child.once('error', (fault) => {
      clearTimeout(timer);
      reject(fault);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`LibreOffice ended with ${code}`));
    });
  });
}

function endGroup(pid: number | undefined, own: boolean): void {
  if (pid === undefined) return;
  try {
    if (own) process.kill(-pid, 'SIGKILL');
    else spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  } catch {
    // The process had already ended.
  }
}
