// npm run faults [-- ROUNDS]: the long form of the fault suite: every kill and fault, and each fuzz suite with so many
// rounds (20 000 when none are named).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { follow } from './run-here.mjs';
import { programs, projectNode, root } from './setup.mjs';

const [rounds = '20000'] = process.argv.slice(2);
process.exitCode = await follow(
  spawn(projectNode, [join(root, programs.vitest), 'run', 'test/faults', 'test/fuzz'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEGL_FUZZ: rounds },
  }),
);
