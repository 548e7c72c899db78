import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from '../../../domain/findings.ts';
import type { Preferences } from '../../../domain/preferences.ts';
import { demoTexts } from '../../../texts/demo.ts';
import { findingSentence } from '../../../texts/findings.ts';
import { startNodeChild } from '../../adapters/children/start-node-child.ts';
import { keyInMemory } from '../../adapters/vault/key-file-lock.ts';
import { type Application, createApplication } from '../../application/application.ts';
import type { SigningConnection } from '../../application/host-parts.ts';
import { actInPortal } from '../../training/act-in-portal.ts';
import { launchPortal } from '../launch-portal.ts';
import { programFile, version } from '../project-files.ts';
import { type Answered, expediteAndAnswer } from './expedite-and-answer.ts';
import type { DemoOptions } from './options.ts';
import { StoppedByRules } from './stopped-by-rules.ts';

const t = demoTexts.nb;

/**
 * The whole main job through the application that the screens use, in a training archive of its own with the local
 * portal beside it. Returns the exit code: 0 done, 1 fault, 2 stopped by the rules.
 */
export async function runDemo(options: DemoOptions, say: (line: string) => void): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'segl-demo-'));
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const portal = await launchPortal({
    program: programFile('portal/start'),
    startChild: startNodeChild,
    folder: join(work, 'portal'),
    log,
  });
  const app = await openDemoArchive(work, portal.connection, log);
  try {
    const act = actInPortal(portal.connection);
    const answered = await expediteAndAnswer(app, act, options, say);
    const out = resolve(options.out ?? mkdtempSync(join(tmpdir(), 'segl-resultat-')));
    mkdirSync(out, { recursive: true });
    await report(app, answered, options, out, say);
    return 0;
  } catch (fault) {
    if (fault instanceof StoppedByRules) {
      sayFindings(fault.findings, say);
      say(t.stopped);
      if (options.json)
        say(
          JSON.stringify({
            case: fault.caseNumber,
            outgoing: fault.recordNumber,
            incoming: null,
            job: null,
            merged: null,
            signed: null,
            findings: fault.findings.map(withSentence),
          }),
        );
      return 2;
    }
    process.stderr.write(
      `${logged.join('\n')}\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
    return 1;
  } finally {
    await app.close();
    await portal.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function openDemoArchive(
  folder: string,
  signing: SigningConnection,
  log: (line: string) => void,
): Promise<Application> {
  let preferences: Preferences = { language: 'nb', theme: 'auto' };
  return createApplication({
    startChild: startNodeChild,
    archiveFolder: folder,
    kind: 'training',
    withoutSampleCases: true,
    vaultLock: keyInMemory(),
    preferences: {
      read: () => preferences,
      write: (change) => {
        preferences = { ...preferences, ...change };
      },
    },
    signing,
    capabilities: { openExternal: false },
    version,
    checkAnswers: true,
    log,
  });
}

async function report(
  app: Application,
  answered: Answered,
  options: DemoOptions,
  out: string,
  say: (line: string) => void,
): Promise<void> {
  const keep = async (url: string | undefined, name: string): Promise<string | null> => {
    const file = url && (await app.serveFile(url));
    if (!file) return null;
    const path = join(out, name);
    writeFileSync(path, file.bytes);
    return path;
  };
  const merged = await keep(answered.mergedUrl, 'til-signering.pdf');
  const signed = await keep(answered.signedUrl, 'signert.pdf');
  const note = await keep(answered.noteUrl, 'svar.pdf');
  sayFindings(answered.findings, say);
  if (merged) say(t.sentFile(merged));
  if (signed) say(t.signedFile(signed));
  if (note) say(t.noteFile(note));
  if (!options.json) return;
  const { caseNumber, outgoing, incoming, job, outcome, findings } = answered;
  say(
    JSON.stringify({
      case: caseNumber,
      outgoing,
      incoming,
      job,
      outcome,
      merged,
      signed,
      note,
      findings: findings.map(withSentence),
    }),
  );
}

const withSentence = (finding: Finding) => ({ ...finding, sentence: findingSentence(finding, 'nb') });

function sayFindings(findings: readonly Finding[], say: (line: string) => void): void {
  for (const finding of findings) say(t[finding.severity](findingSentence(finding, 'nb')));
}
