import type { WindowPlace, WindowPlaces } from '../../adapters/settings/window-places.ts';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** The part of a display used here. */
export type DisplayParts = {
  readonly label: string;
  readonly bounds: Area;
  readonly workArea: Area;
  readonly scaleFactor: number;
};
const usual = { width: 1280, height: 860 };

/** Names a display by its label, size, scale and place, since the system's numbers of displays change between starts. */
export const displayName = ({ label, bounds, scaleFactor }: DisplayParts): string =>
  `${label} ${bounds.width}x${bounds.height}@${scaleFactor} ${bounds.x},${bounds.y}`;

/** Where the window opens: as it stood on the display used last if that is there, else in the middle of the main one. */
export function startingPlace(
  places: Pick<WindowPlaces, 'last' | 'on'>,
  displays: readonly DisplayParts[],
  main: DisplayParts,
): WindowPlace {
  const last = places.last();
  const display = displays.find((one) => displayName(one) === last) ?? main;
  const kept = places.on(displayName(display));
  const { workArea } = display;
  if (kept) return { ...kept, ...fitInto(kept, workArea) };
  const [width, height] = [Math.min(usual.width, workArea.width), Math.min(usual.height, workArea.height)];
  const [x, y] = [workArea.x + (workArea.width - width) / 2, workArea.y + (workArea.height - height) / 2];
  return { x: Math.round(x), y: Math.round(y), width, height, maximized: false, zoom: 1 };
}

/** Moves and shrinks the window so that all of it lies within the display's work area. */
function fitInto(wanted: Area, area: Area): Area {
  const [width, height] = [Math.min(wanted.width, area.width), Math.min(wanted.height, area.height)];
  const within = (at: number, from: number, room: number) => Math.max(from, Math.min(at, from + room));
  return {
    x: within(wanted.x, area.x, area.width - width),
    y: within(wanted.y, area.y, area.height - height),
    width,
    height,
  };
}

/** The parts of a window used here. */
export interface PlacedWindow {
  on(event: 'move' | 'resize' | 'close', listener: () => void): unknown;
  isDestroyed(): boolean;
  isMaximized(): boolean;
  getNormalBounds(): Area;
  readonly webContents: { getZoomFactor(): number; setZoomFactor(factor: number): void };
}

/**
 * Remembers where the window stands and how large its content is shown, for each display. On a display where it has stood
 * before it takes the size of content that was chosen there. Returns a function that stores the present place.
 */
export function rememberPlace(
  window: PlacedWindow,
  places: WindowPlaces,
  displayOf: (area: Area) => DisplayParts,
): () => void {
  let display = displayName(displayOf(window.getNormalBounds()));
  const keep = () => {
    if (window.isDestroyed()) return;
    const { x, y, width, height } = window.getNormalBounds();
    const zoom = window.webContents.getZoomFactor();
    places.keep(display, { x, y, width, height, maximized: window.isMaximized(), zoom });
  };
  window.on('move', () => {
    const now = displayName(displayOf(window.getNormalBounds()));
    if (now === display) return;
    display = now;
    const kept = places.on(now);
    if (kept) window.webContents.setZoomFactor(kept.zoom);
  });
  window.on('close', keep);
  return keep;
}
