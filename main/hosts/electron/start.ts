import { app, dialog, protocol } from 'electron';
import { SCHEME } from './own-pages.ts';
import { placeProfile } from './place-profile.ts';
import { endVisibly } from './watch-faults.ts';

// Electron is not ready before this file has been evaluated to its end: nothing here may be awaited, and what must be
// said before that is said here. All else is loaded by `open-segl.ts` afterwards.
const faults = endVisibly(process, dialog, app);
try {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  app.enableSandbox();
  const start = placeProfile(app, process.argv, faults.log);
  if (app.requestSingleInstanceLock()) {
    app
      .whenReady()
      .then(() => import('./open-segl.ts'))
      .then(({ openSegl }) => openSegl(faults, start))
      .catch(faults.fail);
  } else app.quit();
} catch (fault) {
  faults.fail(fault);
}
