import type { CaseId, JobId } from '../../../domain/basics.ts';
import { readPages } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, ingrid, odd } from '../../support/desk.ts';
import { present } from '../../support/present.ts';

/** A dispatch to one person who has answered; nothing is received yet. */
export async function answered(desk: Desk, action: Parameters<Desk['act']>[2] = 'sign') {
  const entryId = await desk.ready();
  const job = await desk.sent(entryId);
  await desk.act(job.id, ingrid, action);
  return { entryId, jobId: job.id, caseId: job.caseId };
}

/** Closes a case as if its job had ended: only the store lets a running job through. */
export const closeUnder = (desk: Desk, caseId: CaseId) =>
  desk.archive.change((tx) =>
    tx.changeCase(caseId, { status: 'A', closedAt: desk.needs.clock.now(), closedBy: odd.name }),
  );

export const noteOf = async (desk: Desk, jobId: JobId): Promise<string> => {
  const { documents } = await desk.filed(jobId);
  const bytes = await desk.read.readFile(present(documents[0]?.objects[0]?.sha256));
  return (await readPages(bytes ?? new Uint8Array())).join('\n');
};
