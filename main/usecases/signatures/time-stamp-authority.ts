import type { TimeStampSettingsReader } from '../../ports/archive/time-stamp-settings.ts';
import type { TimeStampAuthority } from '../../ports/time-stamps.ts';
import type { Needs } from '../needs.ts';

/** Whom the archive asks for time stamps, with its secret opened. */
export async function authorityInUse({
  archive,
  vault,
}: Pick<Needs, 'vault'> & { readonly archive: { readonly read: TimeStampSettingsReader } }): Promise<
  TimeStampAuthority | undefined
> {
  const settings = await archive.read.timeStampSettings();
  if (!settings) return undefined;
  const { url, anchors, access } = settings;
  return {
    url,
    anchors,
    ...(access && { access: { user: access.user, secret: await vault.open(access.sealedSecret) } }),
  };
}
