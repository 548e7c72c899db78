import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type FetchedFile, fetchByRange, openCaseAndListen, setUp } from '../support/page-code.ts';
import { refusals, type Seats } from '../support/seats.ts';

const production = { args: ['--production'] };

/** What a user sees of the packed program when it is started, used a little, and left. */
export function testOpening({ makeHome, start }: Seats): void {
  describe.each([
    ['installed', true],
    ['from the repository', false],
  ])('%s', (_, packaged) => {
    test('the window’s page is loaded through the scheme, in a sandbox, and shown', async () => {
      const segl = start(makeHome(), { ...production, packaged });
      const { url } = await segl.see('shown');
      expect(url).toBe('archive://app/');
      expect(await segl.see('window')).toMatchObject({ sandboxed: true });
      const { headers } = await segl.see('answered');
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'"),
      });
      const { parts } = await segl.see('loaded');
      expect(parts).toEqual(
        expect.arrayContaining([expect.stringMatching(/^archive:\/\/app\/assets\/.+\.js$/)]),
      );
      expect(refusals(segl)).toEqual([]);
    });
  });

  test('questions pass the preload and the door, both ways as copies', async () => {
    const segl = start(makeHome(), production);
    await segl.see('shown');
    const asked = await segl.evaluate<unknown>(`segl.ask('session.open', {})`);
    expect(asked).toMatchObject({ ok: false, refusal: { code: 'archive-not-set-up' } });
    expect(await segl.evaluate(setUp)).toMatchObject({ ok: true });
    const opened = await segl.evaluate<unknown>(`segl.ask('session.open', {})`);
    expect(opened).toMatchObject({ ok: true, value: { archive: { kind: 'production' } } });
    expect(await segl.evaluate(`segl.ask('no.such', {})`)).toMatchObject({ ok: false });
    expect(await segl.evaluate(`segl.stage(new Uint8Array(9))`)).toMatchObject({ ok: true });
    expect(await segl.evaluate(`segl.stage('not bytes')`)).toMatchObject({ ok: false });
    await expect(segl.evaluate(`segl.ask('session.open', () => 1)`)).rejects.toThrow('could not be cloned');
    expect(await segl.evaluate(`Object.isFrozen(segl)`)).toBe(true);
  });

  test('a first start builds the training archive in sight, starts its portal as a child, and serves files by range', async () => {
    const segl = start(makeHome());
    expect(String((await segl.see('shown')).url)).toMatch(/^data:text\/html/);
    await segl.see('shown', ({ url }) => url === 'archive://app/');
    const children = segl.sights
      .filter(({ kind }) => kind === 'utility')
      .map((sight) => String(sight.module));
    expect(children.some((path) => path.endsWith(join('out', 'portal', 'start.js')))).toBe(true);
    const opened = await segl.evaluate<{ value: { signerPortal?: string } }>(`segl.ask('session.open', {})`);
    expect((await fetch(opened.value.signerPortal ?? '')).status).toBe(200);
    expect(refusals(segl)).toEqual([]);

    const file = await segl.evaluate<FetchedFile>(fetchByRange);
    expect(file).toMatchObject({ status: 206, start: '%PDF-', range: `bytes 0-99/${file.size}`, bytes: 100 });

    const told = await segl.evaluate<{ kind: string; caseIds: string[]; caseId: string }>(openCaseAndListen);
    expect(told).toMatchObject({ kind: 'archive.changed', caseIds: [told.caseId] });
  }, 180_000);
  test('a second start focuses the window of the first, and ends', async () => {
    const home = makeHome();
    const first = start(home, production);
    await first.see('shown');
    await first.perform({ do: 'minimize' });
    const seen = first.sights.length;
    const second = start(home, production);
    expect(await second.ended).toMatchObject({ code: '0' });
    expect(second.sights.map(({ kind }) => kind)).not.toContain('window');
    await first.see('focused', (sight) => first.sights.indexOf(sight) >= seen && sight.minimized === false);
  });

  test.each(['quit', 'close-windows'] as const)(
    '%s closes the archive before the program ends',
    async (how) => {
      const archive = join(makeHome(), 'arkiv');
      const segl = start(makeHome(), { args: ['--production', '--archive', archive] });
      await segl.see('shown');
      await segl.perform({ do: how });
      expect(await segl.ended).toMatchObject({ code: '0' });
      // A database that was left open has its last changes beside it.
      expect(existsSync(join(archive, 'archive.db-wal'))).toBe(false);
      const db = new Database(join(archive, 'archive.db'));
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    },
  );

  if (process.getuid?.() === 0)
    test('as root it says no, as Chromium does', async () => {
      const segl = start(makeHome(), { ...production, asRoot: true });
      expect(await segl.see('refused')).toMatchObject({ rule: 'not-as-root' });
      expect(await segl.ended).toMatchObject({ code: '1' });
    });
}
