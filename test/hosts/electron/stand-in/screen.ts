import { EventEmitter } from 'node:events';
import { type Display, onlyAfterReady, setting } from './standing.ts';

type Area = Display['bounds'];
const full = ({ label, bounds }: Display, position: number) => ({
  id: position + 1,
  label,
  bounds,
  workArea: bounds,
  scaleFactor: 1,
  size: bounds,
});
const first: Display = { label: 'Skjerm 1', bounds: { x: 0, y: 0, width: 1920, height: 1080 } };

class Screen extends EventEmitter {
  #displays: readonly [Display, ...Display[]] = [first];
  constructor() {
    super();
    this.turnTo(setting.displays ?? [first]);
  }
  /** Other displays are connected from now on, the main one first. */
  turnTo([main = first, ...others]: readonly Display[]): void {
    this.#displays = [main, ...others];
  }
  getAllDisplays() {
    onlyAfterReady('screen-after-ready');
    return this.#displays.map(full);
  }
  getPrimaryDisplay() {
    onlyAfterReady('screen-after-ready');
    return full(this.#displays[0], 0);
  }
  /** The one that most of the area lies on. */
  getDisplayMatching(area: Area) {
    const [best = this.getPrimaryDisplay()] = this.getAllDisplays().toSorted(
      (one, other) => shared(other.bounds, area) - shared(one.bounds, area),
    );
    return best;
  }
}
const overlap = (from: number, length: number, otherFrom: number, otherLength: number) =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));
const shared = (one: Area, other: Area) =>
  overlap(one.x, one.width, other.x, other.width) * overlap(one.y, one.height, other.y, other.height);

export const screen = new Screen();
