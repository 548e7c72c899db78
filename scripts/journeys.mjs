// npm run journeys [-- ARGUMENT…]: only the journeys, with Playwright's own arguments.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './find-chromium.mjs';
import { follow } from './run-here.mjs';
import { programs, projectNode, root } from './setup.mjs';

process.exitCode = await follow(
  spawn(projectNode, [join(root, programs.playwright), 'test', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: ensureChromium() },
  }),
);
