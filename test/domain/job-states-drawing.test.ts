import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobEventKinds, jobTransitions } from '../../domain/job-transitions.ts';
import { endedStates, type JobState, jobStates } from '../../domain/signing-job.ts';

const leading = (from: JobState, to: JobState): string =>
  jobEventKinds.filter((kind) => jobTransitions[from][kind] === to).join(', ');

/** The mermaid state diagram of the transition table; events that leave the state as it is are listed below it. */
const drawing = [
  '```mermaid',
  'stateDiagram-v2',
  '  [*] --> queued',
  ...jobStates.flatMap((from) =>
    jobStates.flatMap((to) =>
      from === to || leading(from, to) === '' ? [] : [`  ${from} --> ${to}: ${leading(from, to)}`],
    ),
  ),
  ...endedStates.map((state) => `  ${state} --> [*]`),
  '```',
  '',
  '| State | Events that leave it as it is |',
  '|---|---|',
  ...jobStates.map((state) => `| ${state} | ${leading(state, state) || '–'} |`),
].join('\n');

test('the drawing in the documentation is that of the code', () => {
  const page = readFileSync(new URL('../../docs/signing-job.md', import.meta.url), 'utf8');
  const [, drawn] = page.split(/<!-- drawn from [^>]*-->\n|\n<!-- end of drawing -->/);
  expect(drawn).toBe(drawing);
});
