import type { TimeStampSettingsReader } from '../../ports/archive/time-stamp-settings.ts';
import type { Needs } from '../needs.ts';

export type TrustAnchors = {
  readonly anchors: readonly string[];
  readonly timeStampAnchors: readonly string[];
};

/** Who is trusted: the authorities of the signing service in use, and for time stamps those of the authority that is set. */
export async function trustAnchors(
  archive: TimeStampSettingsReader,
  { signing }: Pick<Needs, 'signing'>,
): Promise<TrustAnchors> {
  const { anchors, timeStampAnchors } = signing.sealPolicy();
  const settings = await archive.timeStampSettings();
  return { anchors, timeStampAnchors: [...timeStampAnchors, ...(settings?.anchors ?? [])] };
}
