import { startingTexts } from '../../../texts/starting.ts';
import { readMachinePolicy } from '../../adapters/policy/read-machine-policy.ts';
import { createApplication } from '../../application/application.ts';
import { archiveFolderFiles } from '../archive-folder.ts';
import { settleFolders } from '../carry-over.ts';
import { explainStartFault, inUseSentence } from '../explain-start-fault.ts';
import { openLog } from '../open-log.ts';
import { refuseNetwork } from '../refuse-network.ts';
import { realFolder, userFolders } from '../user-folders.ts';
import { openBrowser } from './open-browser.ts';
import { type NodeOptions, nodeUsage, parseNodeOptions, UnfitArgument } from './options.ts';
import { AlreadyRunning, type NodeHost, runNodeHost } from './run-node-host.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const start = decideStart();
if (start) await serve(start);

/** The options of this start and its archive folder; `undefined` once it has been told why there can be no start. */
function decideStart() {
  try {
    const policy = readMachinePolicy();
    const options = parseNodeOptions(process.argv.slice(2), userFolders(), policy);
    // Before anything is written: a log file in the new folder would keep the old one from being moved there.
    const folders = settleFolders((line) => void process.stderr.write(`${line}\n`));
    refuseNetwork(options.archive);
    // A person at a terminal is shown what to do; what goes on is in the file.
    const logFile = options.json
      ? undefined
      : archiveFolderFiles(realFolder(options.archive), options.kind, folders).log;
    return { options, folders, policy, logFile, log: openLog(logFile) };
  } catch (fault) {
    const misspelt =
      fault instanceof Error && 'code' in fault && String(fault.code).startsWith('ERR_PARSE_ARGS');
    const said =
      misspelt || fault instanceof UnfitArgument ? `${fault.message}\n${nodeUsage}` : explain(fault);
    process.stderr.write(`${said}\n`);
    process.exitCode = misspelt || fault instanceof UnfitArgument ? 2 : 1;
    return undefined;
  }
}

// Nothing is known of the clerk's language until the archive's preferences are read.
function explain(fault: unknown): string {
  return explainStartFault(fault, startingTexts.nb);
}

function explainRunning({ archive, url, holder }: AlreadyRunning, shown: boolean): string {
  const t = startingTexts.nb;
  if (url === undefined) return inUseSentence(holder, t);
  return shown ? t.alreadyOpen(archive) : `${t.alreadyOpen(archive)} ${t.openItHere(url)}`;
}

async function serve({ options, folders, policy, logFile, log }: NonNullable<typeof start>): Promise<void> {
  const onBuilding = (percent: number) => say(startingTexts.nb.building(percent));
  const starting = runNodeHost({
    createApplication,
    options,
    folders,
    policy,
    log,
    ...(logFile && { onBuilding }),
  });
  endCleanly(starting, log);
  try {
    const { url, port, archive, portal, control, language } = await starting;
    const t = startingTexts[language];
    if (options.json) say(JSON.stringify({ url, port, archive, portal: portal ?? null, control }));
    if (options.open && (await openBrowser(url))) {
      if (!options.json) say(t.openedInBrowser);
      return;
    }
    if (options.json) return;
    say(t.openHere(url));
    if (portal) say(t.signHere(portal));
    say(`${t.endHere} ${t.seeLog(logFile ?? '')}`);
  } catch (fault) {
    await giveUp(fault, options, log);
  }
}

async function giveUp(fault: unknown, options: NodeOptions, log: (line: string) => void): Promise<never> {
  if (fault instanceof AlreadyRunning) {
    const shown = fault.url !== undefined && options.open && (await openBrowser(fault.url));
    process.stderr.write(`${explainRunning(fault, shown)}\n`);
    return process.exit(shown ? 0 : 3);
  }
  log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  process.stderr.write(`${explain(fault)}\n`);
  return process.exit(1);
}

/** A start that does not come to an end is not waited for longer than this. */
const START_GRACE_MS = 10_000;
/** One Ctrl+C may arrive more than once, from the terminal and from npm; later than this it is another. */
const SAME_SIGNAL_MS = 1500;

/** A signal during the start waits a while for the start, so that nothing is left half done; asking again does not. */
function endCleanly(starting: Promise<NodeHost>, log: (line: string) => void): void {
  let started = false;
  let endingSince: number | undefined;
  starting.then(
    () => {
      started = true;
    },
    () => undefined,
  );
  const end = () => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    endingSince = performance.now();
    if (!started) setTimeout(() => started || process.exit(1), START_GRACE_MS).unref();
    starting
      .then((host) => host.close())
      .then(
        () => process.exit(0),
        (fault: unknown) => {
          log(`did not close cleanly: ${fault instanceof Error ? fault.message : String(fault)}`);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}
