import { expect, test, vi } from 'vitest';
import { windowPlacesIn } from '../../../main/adapters/settings/window-places.ts';
import { displayName, rememberPlace, startingPlace } from '../../../main/hosts/electron/window-place.ts';

const display = (label: string, x: number, width = 1920, height = 1080) => ({
  label,
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 40, width, height: height - 40 },
  scaleFactor: 1,
});
const [desk, wall] = [display('pult', 0), display('vegg', 1920, 1280, 720)];
const kept = { x: 2000, y: 100, width: 1000, height: 600, maximized: false, zoom: 1.5 };

function places() {
  const settings = { store: {} as Record<string, unknown> };
  return { settings, places: windowPlacesIn(settings) };
}

test('the first window stands in the middle of the main display', () => {
  expect(startingPlace(places().places, [desk, wall], desk)).toEqual({
    x: 320,
    y: 130,
    width: 1280,
    height: 860,
    maximized: false,
    zoom: 1,
  });
});
test('the next one stands where the last one stood, on the same display', () => {
  const { places: known } = places();
  known.keep(displayName(wall), kept);
  expect(startingPlace(known, [desk, wall], desk)).toEqual(kept);
});
test('when that display is gone, it stands where it can be seen', () => {
  const { places: known } = places();
  known.keep(displayName(wall), kept);
  expect(startingPlace(known, [desk], desk)).toMatchObject({ x: 320, zoom: 1 });
});
test('what was kept for a larger display is made to fit', () => {
  const { places: known } = places();
  known.keep(displayName(wall), { ...kept, x: -500, width: 4000 });
  expect(startingPlace(known, [wall], wall)).toMatchObject({ x: 1920, width: 1280 });
});
test('a damaged file counts as never kept', () => {
  const { settings, places: known } = places();
  settings.store = { places: { [displayName(desk)]: { x: 'nei' } }, last: 4 };
  expect(known.last()).toBeUndefined();
  expect(known.on(displayName(desk))).toBeUndefined();
});
test('each display has its size of content', () => {
  const { places: known } = places();
  known.keep(displayName(wall), kept);
  let bounds = { x: 100, y: 100, width: 900, height: 600 };
  const listeners = new Map<string, () => void>();
  const setZoomFactor = vi.fn();
  const keep = rememberPlace(
    {
      on: (event, listener) => listeners.set(event, listener),
      isDestroyed: () => false,
      isMaximized: () => false,
      getNormalBounds: () => bounds,
      webContents: { getZoomFactor: () => 1, setZoomFactor },
    },
    known,
    ({ x }) => (x < 1920 ? desk : wall),
  );
  keep();
  bounds = { ...bounds, x: 2000 };
  listeners.get('move')?.();
  expect(setZoomFactor).toHaveBeenCalledExactlyOnceWith(1.5);
  expect(known.on(displayName(desk))).toMatchObject({ x: 100, zoom: 1 });
});
