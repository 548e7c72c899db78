import { EventEmitter } from 'node:events';
import { onlyAfterReady } from './standing.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, label: 'Skjerm 1', bounds: area, workArea: area, scaleFactor: 1, size: area };

class Screen extends EventEmitter {
  getAllDisplays() {
    onlyAfterReady('screen-after-ready');
    return [display];
  }
  getPrimaryDisplay() {
    onlyAfterReady('screen-after-ready');
    return display;
  }
  getDisplayMatching() {
    onlyAfterReady('screen-after-ready');
    return display;
  }
}
export const screen = new Screen();
