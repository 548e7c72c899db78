import { type Job, signedCount } from '../flow/job.ts';
import type { Room } from '../room/room.ts';

/** The sealed PDF with the signatures so far. Made once per number of signatures and kept. */
export async function signedDocumentOf(room: Room, job: Job): Promise<Uint8Array> {
  const signatures = signedCount(job);
  const known = room.jobs.findSealed(job.id, signatures);
  if (known) return known;
  const xades = new Map(
    job.signers.flatMap((signer) => {
      const xml = room.jobs.findXades(job.id, signer.id);
      return xml ? [[signer.id, xml] as const] : [];
    }),
  );
  const bytes = await room.pdf.make({
    job,
    documents: room.jobs.documentsOf(job.id),
    xades,
    seal: room.certificates.seal,
    ca: room.certificates.ca,
    at: room.clock.now(),
  });
  room.jobs.saveSealed(job.id, signatures, bytes);
  return bytes;
}
