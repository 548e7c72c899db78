import { PartUnusable } from '../../ports/pdf-workshop.ts';
import { openParentLink } from '../children/open-parent-link.ts';
import { bindShrunk } from './bind-shrunk.ts';
import { bindCheckedVariant } from './check-variant.ts';
import { drawImage } from './draw-image.ts';
import { drawLetter } from './draw-letter.ts';
import { drawNote } from './draw-note.ts';
import { drawVariantPages } from './draw-variant-page.ts';
import { inspectFile } from './inspect-file.ts';
import { listOversampled, listUnlike } from './list-oversampled.ts';
import { lookForNumbers } from './look-for-numbers.ts';
import { mergeWhole } from './merge-whole.ts';
import { readWords } from './read-words.ts';
import { addEvidence, openStampPlace, wantedEvidence } from './renew-evidence.ts';
import { reportSignatures } from './report-signatures.ts';
import { shrinkImages } from './shrink-images.ts';
import { verifySigned } from './verify-signed.ts';
import { watchMemory } from './watch-memory.ts';
import { isJobOrder, type JobAnswer, type JobOrder, type Jobs, workerReady } from './worker-jobs.ts';

/** The worker's whole program: one order in, one answer out, in the order they come. Its argument: MB it may hold. */
const jobs: Jobs = {
  inspect: inspectFile,
  merge: mergeWhole,
  verify: verifySigned,
  reportSignatures,
  wantedEvidence,
  addEvidence,
  openStampPlace,
  lookForNumbers,
  drawNote,
  drawLetter,
  drawImage,
  readWords,
  drawVariantPages,
  bindVariant: bindCheckedVariant,
  listOversampled,
  shrinkImages,
  bindShrunk: async (bytes, images) => bindShrunk(bytes, images),
  listUnlike,
};

const [memoryMb] = process.argv.slice(2).map(Number);
if (memoryMb) watchMemory(memoryMb);
const parent = openParentLink();
parent.onMessage(async (message) => {
  if (isJobOrder(message)) parent.post(await carryOut(message));
});
parent.post(workerReady);

async function carryOut({ id, name, input }: JobOrder): Promise<JobAnswer> {
  try {
    // The line that sends orders ties each name to its own input; the compiler cannot follow that through a message.
    const job = jobs[name] as (...input: readonly unknown[]) => Promise<unknown>;
    return { id, value: await job(...input) };
  } catch (fault) {
    if (fault instanceof PartUnusable)
      return { id, partUnusable: { index: fault.index, fault: fault.fault, page: fault.page } };
    return { id, failed: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}
