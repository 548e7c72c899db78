import { type Job, signedCount } from '../domain/job.ts';
import type { PortalContext } from './portal-context.ts';

/** The sealed PDF with the signatures so far. Made once per number of signatures and kept. */
export async function signedDocumentOf(context: PortalContext, job: Job): Promise<Uint8Array> {
  const signatures = signedCount(job);
  const known = context.jobs.findSealed(job.id, signatures);
  if (known) return known;
  const xades = new Map(
    job.signers.flatMap((signer) => {
      const xml = context.jobs.findXades(job.id, signer.id);
      return xml ? [[signer.id, xml] as const] : [];
    }),
  );
  const bytes = await context.pdf.make({
    job,
    documents: context.jobs.documentsOf(job.id),
    xades,
    seal: context.certificates.seal,
    ca: context.certificates.ca,
    at: context.clock.now(),
  });
  context.jobs.saveSealed(job.id, signatures, bytes);
  return bytes;
}
