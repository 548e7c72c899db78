import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile, changeLayout } from '../support/change-layout.ts';
import type { Seats } from '../support/seats.ts';

const production = { args: ['--production'] };

/** What one expects of a program that lies on the desktop. */
export function testComfort({ layout, makeHome, start }: Seats): void {
  test('the window opens again where it stood', async () => {
    const home = makeHome();
    const first = start(home, production);
    await first.see('shown');
    await first.see('spelling');
    await first.perform({ do: 'set-bounds', bounds: { x: 300, y: 200, width: 1000, height: 700 } });
    await first.perform({ do: 'quit' });
    expect(await first.ended).toMatchObject({ code: '0' });
    const second = start(home, production);
    const { options } = await second.see('window');
    expect(options).toMatchObject({ x: 300, y: 200, width: 1000, height: 700 });
  });

  test('a second start with a place to go to shows it in the window there is; an unknown place is no place', async () => {
    const home = makeHome();
    const segl = start(home, production);
    await segl.see('spelling');
    await segl.evaluate('void (window.went = [], segl.onGo((address) => went.push(address)))');
    for (const place of ['../../elsewhere', 'kurv/to-approve']) {
      const next = start(home, { args: [...production.args, `--go=${place}`] });
      expect(await next.ended).toMatchObject({ code: '0' });
    }
    await expect.poll(() => segl.evaluate('went')).toEqual(['#/kurv/to-approve']);
  });

  test('a start with a place to go to begins there', async () => {
    const segl = start(makeHome(), { args: [...production.args, '--go=ny-sak'] });
    expect(await segl.see('loaded')).toMatchObject({ url: 'archive://app/#/ny-sak' });
  });

  test('spelling is checked in Norwegian, and no dictionary is fetched from outside', async () => {
    const segl = start(makeHome(), production);
    expect(await segl.see('spelling')).toMatchObject({ languages: ['nb'] });
    expect(await segl.see('dictionaries')).toMatchObject({ url: 'archive://app/dictionaries/' });
  });

  test('a misspelt word is offered better ones where it is clicked, and the chosen one takes its place', async () => {
    const segl = start(makeHome(), production);
    await segl.see('spelling');
    const plain = { isEditable: true, selectionText: '', misspelledWord: '', dictionarySuggestions: [] };
    const place = { ...plain, misspelledWord: 'vetak', dictionarySuggestions: ['vedtak', 'vekta'] };
    await segl.perform({ do: 'click-text', place });
    expect(await segl.see('context-menu')).toMatchObject({
      labels: ['vedtak', 'vekta', 'separator', 'Lim inn'],
    });
    await segl.perform({ do: 'press-context', label: 'vedtak' });
    expect(await segl.see('replaced')).toMatchObject({ word: 'vedtak' });
  });

  test('on a platform without Norwegian spelling is not checked', async () => {
    const segl = start(makeHome(), { ...production, spelling: ['en-GB', 'de'] });
    expect(await segl.see('spelling-enabled')).toMatchObject({ enabled: false });
    expect(segl.sights.map(({ kind }) => kind)).not.toContain('spelling');
  });

  test('the task bar of Windows leads to a new case and to baskets, of the archive that is open', async () => {
    const changed = changeLayout(layout(), (appPath) =>
      changeFile(join(appPath, 'out/main/hosts/electron/desktop-comfort.js'), 'process.platform', "'win32'"),
    );
    const segl = start(makeHome(), production, changed);
    const { tasks } = await segl.see('user-tasks');
    expect(tasks).toContainEqual(
      expect.objectContaining({ title: 'Ny sak', arguments: '"--production" "--go=ny-sak"' }),
    );
    expect(tasks).toContainEqual(expect.objectContaining({ arguments: '"--production" "--go=kurv/signed"' }));
  });

  test('the menu prints, and shows the archive in its folder', async () => {
    const segl = start(makeHome(), production);
    await segl.see('spelling');
    await segl.perform({ do: 'press-menu', label: 'Skriv ut …' });
    await segl.see('printed');
    await segl.perform({ do: 'press-menu', label: 'Vis arkivet i mappen' });
    expect(String((await segl.see('shown-in-folder')).path)).toMatch(/archive\.db$/);
  });

  test('a page that is gone is loaded again', async () => {
    const segl = start(makeHome(), production);
    await segl.see('shown');
    const seen = segl.sights.length;
    await segl.perform({ do: 'lose-page' });
    await segl.see('loaded', (sight) => segl.sights.indexOf(sight) >= seen);
  });

  test('links lead to the signers’ page or nowhere', async () => {
    const segl = start(makeHome(), production);
    await segl.see('shown');
    for (const url of ['https://elsewhere.example/', 'file:///etc/passwd'])
      expect(await segl.perform({ do: 'follow-link', url, newWindow: true })).toBe('deny');
    expect(
      await segl.perform({ do: 'follow-link', url: 'https://elsewhere.example/', newWindow: false }),
    ).toBe(false);
    expect(segl.sights.map(({ kind }) => kind)).not.toContain('opened-outside');
  });
}
