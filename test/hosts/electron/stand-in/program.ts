import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerCommands } from './commands.ts';
import { channel, endProcess, report, setting } from './standing.ts';

// What Electron's executable does: sets the stage, evaluates the program's entry, and is ready after that.
if (process.getuid?.() === 0) {
  report('refused', { rule: 'not-as-root', detail: '' });
  endProcess(1);
} else begin();

function begin(): void {
  const standIn = new URL('./electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
  const given = process.argv.slice(2);
  process.argv = [setting.execPath, ...(setting.packaged ? [] : [setting.appPath]), ...given];
  Object.defineProperty(process, 'type', { value: 'browser' });
  Object.defineProperty(process.versions, 'electron', { value: '45.0.0', enumerable: true });
  Object.defineProperty(process, 'resourcesPath', { value: join(setting.appPath, '..') });
  process.execPath = setting.execPath;
  process.on('uncaughtException', showUncaught);

  // The program's own file; Electron reads it the same way.
  const { main } = JSON.parse(readFileSync(join(setting.appPath, 'package.json'), 'utf8')) as {
    main: string;
  };
  let evaluated = false;
  // Nothing else is going on, and the entry still waits: it waits for itself.
  process.on('beforeExit', () => {
    if (evaluated) return;
    report('hangs');
    channel?.ref();
    setInterval(() => undefined, 1000);
  });
  channel?.unref();
  void import(pathToFileURL(join(setting.appPath, main)).href)
    .catch((fault: unknown) => void process.emit('uncaughtException', toError(fault)))
    .then(async () => {
      evaluated = true;
      report('evaluated');
      channel?.ref();
      const { app } = await import('./app.ts');
      process.exit = ((code?: number) => app.exit(code ?? 0)) as typeof process.exit;
      answerCommands();
      app.begin();
    });
}

/** Electron goes on after an exception that nobody took, and says so unless the program listens itself. */
function showUncaught(fault: Error): void {
  if (process.listenerCount('uncaughtException') > 1) return;
  report('error-box', { title: 'A JavaScript error occurred in the main process', content: fault.stack });
}
const toError = (fault: unknown) => (fault instanceof Error ? fault : new Error(String(fault)));
