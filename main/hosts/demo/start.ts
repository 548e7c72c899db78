import { demoUsage, parseDemoOptions } from './options.ts';
import { runDemo } from './run-demo.ts';

const options = readOptions();
if (options) process.exitCode = await runDemo(options, (line) => void process.stdout.write(`${line}\n`));

function readOptions() {
  try {
    return parseDemoOptions(process.argv.slice(2));
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n${demoUsage}\n`);
    process.exitCode = 1;
    return undefined;
  }
}
