// npm test: every check there is, each shown as a step with its time; ends with «N passed, N failed».
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from './build.mjs';
import { ensureChromium } from './find-chromium.mjs';
import { ensurePackages, ensureRenderer, programs, projectNode, root } from './setup.mjs';

const total = { passed: 0, failed: 0 };
const reports = join(root, 'out', 'test');
const say = (line) => void process.stdout.write(`${line}\n`);

/** `count` reads how many tests the step held; a step without counts as one. */
function step(name, run, count) {
  const since = performance.now();
  say(`\n── ${name}`);
  let works = false;
  try {
    works = run();
  } catch (fault) {
    say(fault.message);
  }
  const tests = works || count ? (count?.() ?? { passed: 1, failed: 0 }) : { passed: 0, failed: 1 };
  // A run that failed although no test did, e.g. a file that could not be loaded.
  const failed = works ? tests.failed : Math.max(1, tests.failed);
  total.passed += tests.passed;
  total.failed += failed;
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  say(`── ${name}: ${tests.passed} passed, ${failed} failed (${seconds} s)`);
  return works;
}

const runs =
  (file, args, env = {}) =>
  () =>
    spawnSync(projectNode, [join(root, file), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0', ...env },
    }).status === 0;
const does = (work) => () => {
  work();
  return true;
};

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
}
const countUnit = () => {
  const report = readReport('unit.json');
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 1 };
};
const countJourneys = () => {
  const stats = readReport('journeys.json')?.stats;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 1 };
};

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
if (step('packages', does(ensurePackages))) {
  step('types', runs('scripts/types.mjs', []));
  step('lint', runs(programs.biome, ['check', '.']));
  step('dead code', runs(programs.knip, []));
  // Tests of the emitted program start and pack what lies in out/.
  const window = step('window', does(ensureRenderer));
  step('program', does(buildProgram));
  const unitReporters = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'unit.json')}`,
  ];
  step(
    'unit, architecture, conformance, faults',
    runs(programs.vitest, ['run', ...unitReporters]),
    countUnit,
  );
  if (window) {
    let chromium;
    const found = step('browser', () => {
      chromium = ensureChromium();
      return true;
    });
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'journeys.json') };
    if (found)
      step(
        'journeys',
        runs(programs.playwright, ['test', '--reporter=list,json'], { ...env, CHROMIUM: chromium }),
        countJourneys,
      );
  }
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
