import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile, changeLayout } from '../support/change-layout.ts';
import { normalUser } from '../support/lay-out-packed.ts';
import { setUp } from '../support/page-code.ts';
import { endsWithBox, type Seats } from '../support/seats.ts';

/** Only an administrator of a Linux machine makes a disk of its own. */
const canMount = process.platform === 'linux' && normalUser !== undefined && tryMount();
function tryMount(): boolean {
  const disk = mkdtempSync(join(tmpdir(), 'segl-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk], { stdio: 'ignore' });
    execFileSync('umount', ['-l', disk]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}
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

  test.each([
    ['is only half there', 'main/application/application.js', 'export const createApplication = ('],
    ['is of another edition', 'main/hosts/renderer-files.js', 'export const openFiles = () => {};'],
    [
      'is only half there and the entry needs it',
      'main/hosts/user-folders.js',
      'export function userFolders(',
    ],
  ])(
    'started while an update is laid out, when a file %s, it says so and ends with 1',
    async (_, name, half) => {
      const changed = changeLayout(layout(), (appPath) => writeFileSync(join(appPath, 'out', name), half));
      const { said, code } = await endsWithBox(start(makeHome(), production, changed));
      expect(said).toMatch(
        /^Segl kan ikke åpne arkivet: Segl er ikke helt installert, eller holder på å bli oppdatert\./,
      );
      expect(code).toBe('1');
    },
  );

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

  if (process.platform === 'linux')
    test('an archive on a drive that is not connected is not looked for elsewhere', async () => {
      // Where nothing can be made, as below a drive letter that Windows has not given.
      const archive = '/proc/frakoblet/arkiv';
      const segl = start(makeHome(), { args: [...production.args, '--archive', archive] });
      const { said, code } = await endsWithBox(segl);
      expect(said).toContain(`Segl finner ikke disken som arkivet skal ligge på: ${archive}. Koble den til`);
      expect(code).toBe('1');
    });

  if (process.platform === 'linux')
    test('an archive on a network drive is refused, with the folder and what it lies on, and nothing is made there', async () => {
      const home = makeHome();
      const [share, mounts] = [join(home, 'felles'), join(home, 'mountinfo')];
      mkdirSync(share);
      chmodSync(share, 0o777);
      writeFileSync(mounts, `36 35 98:0 / ${share} rw,noatime - cifs //server/arkiv rw\n`);
      const changed = changeLayout(layout(), (appPath) =>
        changeFile(
          join(appPath, 'out/main/adapters/system/network-folder.js'),
          "'/proc/self/mountinfo'",
          JSON.stringify(mounts),
        ),
      );
      const args = [...production.args, '--archive', join(share, 'arkiv')];
      const { said, code } = await endsWithBox(start(home, { args }, changed));
      expect(said).toContain(`Arkivmappen ${join(share, 'arkiv')} ligger på nettverket (cifs)`);
      expect(code).toBe('1');
      expect(readdirSync(share)).toEqual([]);
    });

  test('a disk that fills while the first archive is made ends in a sentence; with room it is made whole', async () => {
    const home = makeHome();
    const full = changeLayout(layout(), (appPath) =>
      changeFile(
        join(appPath, 'out/main/adapters/store/connection.js'),
        "sqlite.pragma('foreign_keys = ON');",
        "sqlite.pragma('foreign_keys = ON'); sqlite.pragma('max_page_count = 100');",
      ),
    );
    const { said, code } = await endsWithBox(start(home, {}, full));
    expect(said).toContain('Disken er full. Frigjør plass og start Segl igjen. Ingenting er gått tapt.');
    expect(code).toBe('1');
    const second = start(home);
    await second.see('shown', ({ url }) => url === 'archive://app/');
    expect(await second.evaluate(`segl.ask('session.open', {})`)).toMatchObject({ ok: true });
  }, 180_000);

  if (canMount)
    test('on a disk with no room an archive is not founded by half; with room it is, in the same window', async () => {
      const disk = join(makeHome(), 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=777', 'tmpfs', disk]);
      try {
        const order = { args: [...production.args, '--archive', join(disk, 'arkiv')] };
        const segl = start(makeHome(), order);
        await segl.see('spelling');
        expect(await segl.evaluate(setUp)).toMatchObject({ ok: false, refusal: { code: 'disk-full' } });
        expect(existsSync(join(disk, 'arkiv', 'archive.db'))).toBe(false);
        execFileSync('mount', ['-o', 'remount,size=16m', disk]);
        expect(await segl.evaluate(setUp)).toMatchObject({ ok: true });
        expect(await segl.evaluate(`segl.ask('session.open', {})`)).toMatchObject({ ok: true });
        await segl.perform({ do: 'quit' });
        await segl.ended;
      } finally {
        execFileSync('umount', ['-l', disk]);
      }
    });

  test('an archive that another profile has open ends in a sentence, and the first goes on', async () => {
    const args = [...production.args, '--archive', makeArchiveFolder()];
    const first = start(makeHome(), { args });
    await first.see('shown');
    const { said, code } = await endsWithBox(start(makeHome(), { args }));
    // By whom, and where.
    expect(said).toMatch(/allerede åpent: \S+ har det åpent på \S+ \(prosess \d+\)/);
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
