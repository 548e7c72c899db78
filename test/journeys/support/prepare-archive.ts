import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startHost } from './start-host.ts';

/** The training archive that every journey gets a copy of. */
export const preparedArchive = fileURLToPath(new URL('../../../out/test/training', import.meta.url));

/** Before all journeys: the first start builds the training archive, as a newcomer's does. */
// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default async function prepareArchive(): Promise<void> {
  rmSync(preparedArchive, { recursive: true, force: true });
  const host = await startHost(preparedArchive);
  await host.stop();
}
