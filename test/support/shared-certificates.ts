import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTrainingCertificates, type TrainingCertificates } from '../../portal/training/certificates.ts';

/** Who sends in the tests. */
export const sender = { number: '310845205', name: 'Granvik kommune' };

let made: Promise<{ readonly folder: string; readonly certificates: TrainingCertificates }> | undefined;

/** The training authority and what it has issued, made once in this process: drawing keys takes longer than most tests. */
export const sharedCertificates = async (): Promise<TrainingCertificates> => (await make()).certificates;

/** The same as files in `folder`, for a portal that keeps them there. */
export const copyCertificates = async (folder: string): Promise<void> =>
  cp((await make()).folder, folder, { recursive: true });

const make = () => {
  made ??= makeCertificates();
  return made;
};

async function makeCertificates() {
  const folder = await mkdtemp(join(tmpdir(), 'segl-bevis-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { folder, certificates: await openTrainingCertificates(folder, sender) };
}
