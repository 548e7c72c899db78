import { expect, test } from 'vitest';
import type { Seats } from '../support/seats.ts';

const production = { args: ['--production'] };
const small = { label: 'Bærbar', bounds: { x: 0, y: 0, width: 1280, height: 720 } };
const large = { label: 'Stor', bounds: { x: 1280, y: 0, width: 2560, height: 1440 } };

/** A window that goes between a laptop's own display and a large one at the desk. */
export function testDisplays({ makeHome, start }: Seats): void {
  test('place and zoom are remembered for each display, and a display that is gone leaves no window behind', async () => {
    const home = makeHome();
    const first = start(home, production);
    await first.see('spelling');
    await first.perform({ do: 'displays', displays: [small, large] });
    await first.perform({ do: 'set-bounds', bounds: { x: 1500, y: 100, width: 1600, height: 1100 } });
    await first.perform({ do: 'zoom', factor: 1.5 });
    await first.perform({ do: 'quit' });
    await first.ended;

    const second = start(home, { ...production, displays: [small, large] });
    const { options } = await second.see('window');
    expect(options).toMatchObject({ x: 1500, y: 100, width: 1600, height: 1100 });
    await second.see('zoom', ({ factor }) => factor === 1.5);
    await second.see('spelling');
    // Moved to a display where it has not stood, the content stays as large as it was.
    await second.perform({ do: 'set-bounds', bounds: { x: 40, y: 20, width: 1000, height: 600 } });
    await second.perform({ do: 'zoom', factor: 1.25 });
    await second.perform({ do: 'quit' });
    await second.ended;

    const third = start(home, { ...production, displays: [small, large] });
    expect((await third.see('window')).options).toMatchObject({ x: 40, y: 20, width: 1000, height: 600 });
    await third.see('zoom', ({ factor }) => factor === 1.25);
    await third.see('spelling');
    const seen = third.sights.length;
    await third.perform({ do: 'set-bounds', bounds: { x: 1500, y: 100, width: 1600, height: 1100 } });
    await third.see('zoom', (sight) => third.sights.indexOf(sight) >= seen && sight.factor === 1.5);
    await third.perform({ do: 'quit' });
    await third.ended;

    const undocked = start(home, { ...production, displays: [small] });
    expect((await undocked.see('window')).options).toMatchObject({ x: 40, y: 20 });
    await undocked.see('zoom', ({ factor }) => factor === 1.25);
  });
}
