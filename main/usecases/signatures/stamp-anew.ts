import type { TimeStampSettingsReader } from '../../ports/archive/time-stamp-settings.ts';
import type { ControlOrder } from '../../ports/pdf-workshop.ts';
import type { TimeStampAuthority, TimeStamps } from '../../ports/time-stamps.ts';
import type { Needs } from '../needs.ts';
import type { OpenSigned } from './open-signed.ts';
import { trustAnchors } from './trust-anchors.ts';

type Stamping = Pick<Needs, 'pdf' | 'signing' | 'clock'> & {
  readonly archive: { readonly read: TimeStampSettingsReader };
  readonly timeStamps: TimeStamps;
};
/** The file with its new evidence, and who gave the time. */
export type Renewed = { readonly bytes: Uint8Array; readonly by: string };

/**
 * Evidence for all that is signed, a time stamp over the whole, then the evidence for the stamp itself: each an update
 * after the end of the file (ETSI EN 319 142-1, 5.5).
 */
export async function stampAnew(
  needs: Stamping,
  authority: TimeStampAuthority,
  { document, object }: OpenSigned,
  bytes: Uint8Array,
): Promise<Renewed> {
  const { pdf, timeStamps, clock } = needs;
  const [oldest] = document.objects.toSorted((one, other) => one.version - other.version);
  const order: ControlOrder = {
    ...(await trustAnchors(needs.archive.read, needs)),
    at: clock.now(),
    knownSince: oldest?.createdAt ?? object.createdAt,
  };
  const withEvidence = await addWanted(needs, bytes, order);
  const place = await pdf.openStampPlace(withEvidence);
  const { token, by } = await timeStamps.stamp(authority, around(place), clock.now());
  const stamped = fill(place, token);
  return { bytes: await addWanted(needs, stamped, { ...order, at: clock.now() }), by };
}

async function addWanted(
  { pdf, timeStamps }: Stamping,
  bytes: Uint8Array,
  order: ControlOrder,
): Promise<Uint8Array> {
  const { certificates, wanted } = await pdf.wantedEvidence(bytes, order);
  return pdf.addEvidence(bytes, { certificates, ...(await timeStamps.fetchRevocation(wanted)) });
}

type Place = { readonly bytes: Uint8Array; readonly start: number; readonly end: number };

function around({ bytes, start, end }: Place): Uint8Array {
  const both = new Uint8Array(bytes.length - (end - start));
  both.set(bytes.subarray(0, start));
  both.set(bytes.subarray(end), start);
  return both;
}

/** In hexadecimal between the brackets; what is left of the place stays zeros. */
function fill({ bytes, start, end }: Place, token: Uint8Array): Uint8Array {
  const hex = [...token].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const room = end - start - 2;
  if (hex.length > room) throw new Error(`the time stamp takes ${hex.length} places, and has ${room}`);
  const filled = Uint8Array.from(bytes);
  filled.set(
    Uint8Array.from(hex.padEnd(room, '0'), (digit) => digit.charCodeAt(0)),
    start + 1,
  );
  return filled;
}
