import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Seats } from '../support/seats.ts';

/** Training and production are programs of their own, beside each other. */
export function testOtherArchive({ trainedHome, start }: Seats): void {
  test('going to production from the menu opens it beside training, whose window keeps what is typed in it', async () => {
    const home = await trainedHome();
    const shown = join(home, 'shown.json');
    const training = start(home, { env: { SEGL_SHOWN_FILE: shown } });
    await training.see('spelling');
    const first = readFileSync(shown, 'utf8');
    await training.evaluate(`void (globalThis.typed = 'Et vedtak som ikke er lagret')`);
    await training.perform({ do: 'press-menu', label: 'Gå til driftsarkivet' });
    await expect.poll(() => readFileSync(shown, 'utf8'), { timeout: 20_000 }).not.toBe(first);
    const { pid } = JSON.parse(readFileSync(shown, 'utf8')) as { pid: number };
    try {
      expect(existsSync(join(home, 'share', 'segl', 'drift'))).toBe(true);
      expect(training.sights.map(({ kind }) => kind)).not.toContain('closed');
      expect(await training.evaluate('typed')).toBe('Et vedtak som ikke er lagret');
      expect(await training.evaluate(`segl.ask('session.open', {})`)).toMatchObject({
        ok: true,
        value: { archive: { kind: 'training' } },
      });
      // From here the first is shown again by a start for training, and the second by one for production.
      const again = start(home, { args: ['--production'] });
      expect(await again.ended).toMatchObject({ code: '0' });
      expect(again.sights.map(({ kind }) => kind)).not.toContain('window');
    } finally {
      process.kill(pid);
    }
  });
}
