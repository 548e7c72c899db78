import { app, dialog, protocol } from 'electron';
import { SCHEME } from './own-pages.ts';
import { tellShown } from './tell-shown.ts';
import { endVisibly } from './watch-faults.ts';

// Electron is not ready before this file has been evaluated to its end: whatever waits for that may not be awaited here,
// and what must be said before that is said here. All else is loaded by `open-segl.ts` afterwards. Imported statically is
// only what it takes to tell that something is missing.
const shown = tellShown(process.env.SEGL_SHOWN_FILE);
const faults = endVisibly(process, dialog, app, () => shown({}));
try {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  app.enableSandbox();
  const { placeProfile } = await import('./place-profile.ts');
  const start = placeProfile(app, process.argv, faults.log);
  if (app.requestSingleInstanceLock()) {
    app
      .whenReady()
      .then(() => import('./open-segl.ts'))
      .then(({ openSegl }) => openSegl(faults, start, shown))
      .catch(faults.fail);
  } else app.quit();
} catch (fault) {
  faults.fail(fault);
}
