import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import type { RunningPortal } from '../../portal/portal.ts';
import { crossCheck } from './cross-check.ts';
import { buildClient, NotHere, writePkcs12 } from './maven.ts';
import { judgeByPdfsig, judgeByPyHanko, judgeByVeraPdf, type Verdict } from './verifiers.ts';

/**
 * `npm run interop`: the local portal serves Posten's official Java client, and the document that client downloads is
 * judged by programs we did not write. Then
 * forged and genuine signed files are judged by Segl and by others. What a machine does not have is skipped with a
 * message. `--keep` leaves the working folder.
 */
async function runInterop(folder: string): Promise<number> {
  const classPath = buildClient(folder);
  const portal = await startPortal(join(folder, 'portal'));
  try {
    const { where } = portal;
    const keys = join(folder, 'enterprise.p12');
    writePkcs12(where.certificate, where.key, keys);
    const [anchors, pdfs, received] = ['anchors', 'pdfs', 'received'].map((name) => join(folder, name));
    if (!anchors || !pdfs || !received) throw new Error('three folders');
    for (const one of [anchors, pdfs, received]) mkdirSync(one);
    copyFileSync(where.ca, join(anchors, 'ca.pem'));
    await drawDocuments(pdfs);
    const words = [where.api, where.organisation, keys, anchors, where.control ?? '', pdfs, received];
    const client = spawn('java', ['-cp', classPath, 'segl.Interop', ...words], { stdio: 'inherit' });
    const [status] = await once(client, 'exit');
    if (status !== 0) return 1;
    const signed = join(received, 'signed.pdf');
    const verdicts = [
      report('pdfsig', () => judgeByPdfsig(signed, where.ca, folder)),
      report('pyHanko', () => judgeByPyHanko(signed, where.ca, folder)),
      report('veraPDF', () => judgeByVeraPdf(signed, folder)),
    ];
    const agreed = await crossCheck(folder);
    return verdicts.includes(false) || !agreed ? 1 : 0;
  } finally {
    await portal.end();
  }
}

/** Prints a verdict; undefined where the judge is not here. */
function report(judge: string, ask: () => Verdict): boolean | undefined {
  try {
    const { accepts, words } = ask();
    process.stdout.write(`${accepts ? 'ok' : 'not ok'} ${judge} accepts the signed document\n`);
    process.stdout.write(`${words.replace(/^/gm, '    ')}\n`);
    return accepts;
  } catch (fault) {
    if (!(fault instanceof NotHere)) throw fault;
    process.stdout.write(`skipped ${judge}: ${fault.message}\n`);
    return undefined;
  }
}

type Portal = { readonly where: Omit<RunningPortal, 'close'>; readonly end: () => Promise<void> };

async function startPortal(dir: string): Promise<Portal> {
  const program = fileURLToPath(new URL('../../portal/start.ts', import.meta.url));
  const words = [
    program,
    '--dir',
    dir,
    '--json',
    '--test-control',
    '--with-parent',
    '--poll-wait-seconds',
    '2',
  ];
  const child: ChildProcess = spawn(process.execPath, words, {
    stdio: ['pipe', 'pipe', openSync(join(dir, '..', 'portal.log'), 'a')],
  });
  const gone = once(child, 'exit');
  if (!child.stdout) throw new Error('the portal has no output');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const said = await Promise.race([line, gone.then(() => undefined)]);
  if (!said) throw new Error('the portal did not start');
  return {
    where: JSON.parse(String(said[0])) as Portal['where'],
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Letters as Segl draws them: PDF/A with running text. */
async function drawDocuments(folder: string): Promise<void> {
  const workshop = openPdfWorkshop({ startChild: startNodeChild });
  try {
    for (const name of ['letter', 'second', 'third']) {
      const bytes = await workshop.drawLetter({
        sender: 'Granvik kommune',
        title: `Avtale – ${name}`,
        meta: [{ label: 'Vår referanse', value: '26/1' }],
        body: Array.from({ length: 12 }, (_, at) => `Punkt ${at + 1}. Avtalen gjelder støttekontakt i året.`),
        signatureLines: [],
        footer: 'Granvik kommune',
        language: 'nb',
        createdAt: '2026-01-02T03:04:05Z',
      });
      writeFileSync(join(folder, `${name}.pdf`), bytes);
    }
  } finally {
    await workshop.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'segl-interop-'));
try {
  process.exitCode = await runInterop(folder);
} catch (fault) {
  if (!(fault instanceof NotHere)) throw fault;
  process.stdout.write(`interop: skipped, ${fault.message}\n`);
} finally {
  if (process.argv.includes('--keep')) process.stdout.write(`kept: ${folder}\n`);
  else rmSync(folder, { recursive: true, force: true });
}
