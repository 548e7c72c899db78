import { expect, test } from 'vitest';
import { createStartingWindow } from '../../../main/hosts/electron/starting-window.ts';

function fakeWindows() {
  const said: string[] = [];
  const openWindow = () => {
    said.push('open');
    return {
      loadURL: (url: string) => {
        said.push(decodeURIComponent(url).replace(/^.*<p role="status">(.*?)<\/p>.*$/u, '$1'));
        return Promise.reject(new Error('replaced'));
      },
      setTitle: () => {},
      setProgressBar: (fraction: number) => void said.push(`bar ${fraction}`),
      destroy: () => void said.push('gone'),
    };
  };
  return { said, openWindow };
}

test('one window tells how far the first start has come, and goes', () => {
  const { said, openWindow } = fakeWindows();
  const starting = createStartingWindow({ openWindow, shown: () => {} }, (percent) => `Bygger ${percent} %`);
  starting.show(0);
  starting.show(50);
  starting.close();
  expect(said).toEqual(['open', 'bar 0', 'Bygger 0 %', 'bar 0.5', 'Bygger 50 %', 'gone']);
});

test('a start with nothing to build opens no window', () => {
  const { said, openWindow } = fakeWindows();
  createStartingWindow({ openWindow, shown: () => {} }, String).close();
  expect(said).toEqual([]);
});
