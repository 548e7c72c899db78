import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeLayout } from '../support/change-layout.ts';
import { normalUser } from '../support/lay-out-packed.ts';
import { setUp } from '../support/page-code.ts';
import { endsWithBox, type Seats } from '../support/seats.ts';

const production = { args: ['--production'] };

/** Whatever goes wrong while Segl opens ends in a sentence, an exit code, and nothing lost. */
export function testFaultsOfStarting({ layout, makeHome, start }: Seats): void {
  test.each([
    ['a file of the entry', 'out/main/hosts/user-folders.js', 'ikke helt installert'],
    ['what the entry loads when it is ready', 'out/main/hosts/electron/open-segl.js', 'ikke helt installert'],
    ['a file of the application', 'out/main/api/views', 'ikke helt installert'],
    ['the window', 'out/renderer', 'ikke helt installert'],
    ['the bridge', 'out/preload/bridge.cjs', 'Segl kan ikke åpne arkivet'],
  ])('an installation that lacks %s ends in a sentence and 1', async (_, missing, sentence) => {
    const changed = changeLayout(layout(), (appPath) => rmSync(join(appPath, missing), { recursive: true }));
    const { said, code } = await endsWithBox(start(makeHome(), production, changed));
    expect(said).toContain(sentence);
    expect(code).toBe('1');
  });

  test('a file that is only half there ends in a sentence and 1', async () => {
    const changed = changeLayout(layout(), (appPath) =>
      writeFileSync(
        join(appPath, 'out/main/application/application.js'),
        'export const createApplication = (',
      ),
    );
    const { said, code } = await endsWithBox(start(makeHome(), production, changed));
    expect(said).toContain('Segl kan ikke åpne arkivet');
    expect(code).toBe('1');
  });

  test('a database that is something else ends in a sentence and 1, and is left as it is', async () => {
    const archive = makeArchiveFolder();
    const path = join(archive, 'archive.db');
    const text = 'dette er ingen database, men den ligger der en skulle være '.repeat(200);
    writeFileSync(path, text);
    chmodSync(path, 0o666);
    const { said, code } = await endsWithBox(
      start(makeHome(), { args: [...production.args, '--archive', archive] }),
    );
    expect(said).toContain('Segl kan ikke åpne arkivet');
    expect(code).toBe('1');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  if (normalUser)
    test.each(['archive', 'data folder'])('without write access to the %s it says where', async (which) => {
      const home = makeHome();
      const closed = join(home, which === 'archive' ? 'lukket' : 'config');
      mkdirSync(closed);
      chmodSync(closed, 0o555);
      const args =
        which === 'archive' ? [...production.args, '--archive', join(closed, 'arkiv')] : production.args;
      const { said, code } = await endsWithBox(start(home, { args }));
      expect(said).toContain(`Segl får ikke lese og skrive her: ${closed}`);
      expect(code).toBe('1');
    });

  test('an archive that another profile has open ends in a sentence, and the first goes on', async () => {
    const args = [...production.args, '--archive', makeArchiveFolder()];
    const first = start(makeHome(), { args });
    await first.see('shown');
    const { said, code } = await endsWithBox(start(makeHome(), { args }));
    expect(said).toContain('allerede åp');
    expect(code).toBe('1');
    expect(await first.evaluate(setUp)).toMatchObject({ ok: true });
  });

  test('two starts at once leave one window', async () => {
    const home = makeHome();
    const both = [start(home, production), start(home, production)];
    await Promise.any(both.map((one) => one.see('shown')));
    const ended = await Promise.any(both.map((one) => one.ended));
    expect(ended.code).toBe('0');
    expect(both.filter((one) => one.sights.some(({ kind }) => kind === 'window'))).toHaveLength(1);
  });

  test('a preferences file that is damaged is set aside, and Segl opens', async () => {
    const home = makeHome();
    const first = start(home, production);
    const { path } = await first.see('path');
    await first.see('shown');
    await first.perform({ do: 'quit' });
    await first.ended;
    const file = join(String(path), 'preferences-drift.json');
    writeFileSync(file, '{"language": "nn", ');
    const second = start(home, production);
    await second.see('shown');
    expect(readdirSync(String(path))).toContain('preferences-drift.json.damaged');
  });

  test('a rejection that nobody takes while the archive is opened ends in a sentence and 1', async () => {
    const segl = start(makeHome());
    await segl.see('ready');
    await segl.perform({ do: 'throw', as: 'rejection' });
    const { said, code } = await endsWithBox(segl);
    expect(said).toContain('Noe uventet skjedde under oppstarten: thrown by the test');
    expect(code).toBe('1');
  });

  test('once the window stands, a rejection is written down and the window stays', async () => {
    const segl = start(makeHome(), production);
    await segl.see('loaded');
    await segl.evaluate(setUp);
    await segl.perform({ do: 'throw', as: 'rejection' });
    expect(await segl.evaluate(`segl.ask('session.open', {})`)).toMatchObject({ ok: true });
    await segl.perform({ do: 'quit' });
    const { code, log } = await segl.ended;
    expect(code).toBe('0');
    expect(log).toContain('a rejection nobody took: Error: thrown by the test');
  });

  test('an exception that nobody takes closes the archive, says so and ends with 1', async () => {
    const segl = start(makeHome(), production);
    await segl.see('loaded');
    await segl.evaluate(setUp);
    await segl.perform({ do: 'throw', as: 'exception' });
    const { said, code } = await endsWithBox(segl);
    expect(said).toContain('Segl måtte avslutte');
    expect(code).toBe('1');
  });

  test('leaving while the archive is being built ends the program', async () => {
    const segl = start(makeHome());
    await segl.see('shown');
    await segl.perform({ do: 'close-windows' });
    expect(['0', '1']).toContain((await segl.ended).code);
  });

  function makeArchiveFolder(): string {
    const folder = join(makeHome(), 'arkiv');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    chmodSync(join(folder, '..'), 0o777);
    return folder;
  }
}
