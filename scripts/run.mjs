// node scripts/run.mjs PROGRAM [--window] [ARGUMENT]…: sets up what is missing, then runs one of our programs.
import { runHere } from './run-here.mjs';
import { ensurePackages, ensureRenderer, note } from './setup.mjs';

const [program, ...given] = process.argv.slice(2);
const needsWindow = given[0] === '--window';
try {
  ensurePackages();
  if (needsWindow) ensureRenderer();
} catch (fault) {
  note(fault.message);
  process.exit(1);
}
await runHere(program, needsWindow ? given.slice(1) : given);
