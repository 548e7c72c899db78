import type { Actor } from '../../../domain/access/actor.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import type { SignatureControl } from '../../../domain/signature-control.ts';
import type { ControlFault } from '../../../domain/signature-report.ts';
import type { TimeStampSettingsReader } from '../../ports/archive/time-stamp-settings.ts';
import { NotJudged } from '../../ports/pdf-workshop.ts';
import type { Needs } from '../needs.ts';
import { trustAnchors } from './trust-anchors.ts';

/** Who says in a control which program made it. */
export type Program = { readonly about: { readonly version: string } };

type Controlling = Pick<Needs, 'pdf' | 'signing' | 'clock' | 'ids' | 'digest'> &
  Program & { readonly archive: { readonly read: TimeStampSettingsReader } };
export type ControlRefusal = `control-${ControlFault}` | 'control-not-done';

/** Tells what can be found out about the signatures of a file that a person has given. Nothing of it is kept. */
export const controlFile =
  (needs: Controlling) =>
  async (
    actor: Pick<Actor, 'name'>,
    bytes: Uint8Array,
    fileName: string,
  ): Promise<Result<SignatureControl, ControlRefusal>> => {
    const at = needs.clock.now();
    const report = await tryReport(needs, bytes, {
      ...(await trustAnchors(needs.archive.read, needs)),
      at,
    });
    if (!report) return refuse('control-not-done', { file: fileName });
    if ('fault' in report) return refuse(`control-${report.fault}`, { file: fileName });
    return ok({
      id: needs.ids.newId(),
      fileName,
      sha256: await needs.digest.sha256(bytes),
      size: bytes.byteLength,
      at,
      by: actor.name,
      seglVersion: needs.about.version,
      report,
    });
  };

/** Nothing where our own worker failed: that says nothing about the file. */
export async function tryReport(
  { pdf }: Pick<Needs, 'pdf'>,
  ...order: Parameters<Needs['pdf']['reportSignatures']>
): Promise<Awaited<ReturnType<Needs['pdf']['reportSignatures']>> | undefined> {
  try {
    return await pdf.reportSignatures(...order);
  } catch (fault) {
    if (fault instanceof NotJudged) return undefined;
    throw fault;
  }
}
