import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile, changeLayout } from '../support/change-layout.ts';
import type { Layout } from '../support/lay-out-packed.ts';
import { setUp } from '../support/page-code.ts';
import type { Seats } from '../support/seats.ts';

const onMac = { args: ['--production'], dock: true } as const;
const openWindows = (segl: { readonly sights: readonly { readonly kind: string }[] }) =>
  segl.sights.filter(({ kind }) => kind === 'window').length -
  segl.sights.filter(({ kind }) => kind === 'closed').length;

/** There a program goes on when its window is closed, and is left from the menu. */
export function testMacWindow({ layout, makeHome, start }: Seats): void {
  let mac: Layout | undefined;
  const onMacLayout = () => {
    mac ??= changeLayout(layout(), takeForMac);
    return mac;
  };
  const startAndClose = async () => {
    const home = makeHome();
    const segl = start(home, { ...onMac, args: [...onMac.args, '--go=kurv/signed'] }, onMacLayout());
    await segl.see('spelling');
    await segl.evaluate(setUp);
    await segl.perform({ do: 'close-windows' });
    expect(openWindows(segl)).toBe(0);
    const seen = segl.sights.length;
    const again = (kind: string) => segl.see(kind, (sight) => segl.sights.indexOf(sight) >= seen);
    return { home, segl, again };
  };

  test('a click on the dock opens a new window on the same archive, at the desk, and once only', async () => {
    const { segl, again } = await startAndClose();
    await segl.perform({ do: 'activate' });
    await segl.perform({ do: 'activate' });
    expect(await again('shown')).toMatchObject({ url: 'archive://app/' });
    expect(openWindows(segl)).toBe(1);
    await again('spelling');
    expect(await segl.evaluate(`segl.ask('session.open', {})`)).toMatchObject({ ok: true });
    await segl.perform({ do: 'quit' });
    expect(await segl.ended).toMatchObject({ code: '0' });
  });

  test.each([
    ['the dock’s own menu', 'press-dock', 'Ny sak'],
    ['the menu', 'press-menu', 'Ny sak'],
  ] as const)('with the window closed %s opens one where it leads', async (_, how, label) => {
    const { segl, again } = await startAndClose();
    await segl.perform({ do: how, label });
    expect(await again('loaded')).toMatchObject({ url: 'archive://app/#/ny-sak' });
    await again('shown');
    expect(openWindows(segl)).toBe(1);
  });

  test('with the window closed a second start opens one, where it asks to go', async () => {
    const { home, segl, again } = await startAndClose();
    const second = start(home, { ...onMac, args: [...onMac.args, '--go=kurv/to-approve'] }, onMacLayout());
    expect(await second.ended).toMatchObject({ code: '0' });
    expect(await again('loaded')).toMatchObject({ url: 'archive://app/#/kurv/to-approve' });
    await segl.see('shown');
  });
}

/** Electron's part of the program takes the machine for a Mac; the libraries' own binaries stay those of this one. */
function takeForMac(appPath: string): void {
  for (const name of ['open-segl.js', 'desktop-comfort.js'])
    changeFile(join(appPath, 'out/main/hosts/electron', name), 'process.platform', "'darwin'");
}
