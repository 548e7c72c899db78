import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Seats } from '../support/seats.ts';

type PortalJob = {
  readonly id: number;
  readonly title: string;
  readonly signers: readonly { readonly number: string; readonly name: string; readonly open: boolean }[];
};

type Opened = { readonly value: { readonly caseNumber: string } };

/** What is said on the desktop, where whoever passes by may read it. */
export function testNotices({ makeHome, trainedHome, start }: Seats): void {
  test('an answer that comes is told by the number of its case, without a word of any title, and a click leads to it', async () => {
    const home = await trainedHome();
    const shown = join(home, 'shown.json');
    const segl = start(home, { args: ['--portal-test-control'], env: { SEGL_SHOWN_FILE: shown } });
    await segl.see('spelling');
    // Written by Segl as this.
    const { control } = JSON.parse(readFileSync(shown, 'utf8')) as { control: string };
    const steer = async <Answer>(command: string, body: unknown): Promise<Answer> => {
      const headers = { 'content-type': 'application/json' };
      const url = `${control.replace(/\/$/, '')}/${command}`;
      const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(reply.status).toBe(200);
      return (await reply.json()) as Answer;
    };
    const jobs = await steer<readonly PortalJob[]>('jobs', {});
    const job = jobs.find(({ signers }) => signers.some(({ open }) => open));
    if (!job) throw new Error('the training archive has no job that waits for a signer');
    await segl.evaluate('void (globalThis.went = [], segl.onGo((address) => went.push(address)))');
    await segl.perform({ do: 'blur' });
    for (const { number, open } of job.signers)
      if (open) await steer('act', { job: job.id, signer: number, action: 'sign' });

    const notice = await segl.see('notice');
    const said = `${String(notice.title)} ${String(notice.body)}`;
    expect(said).toMatch(/^Et svar er signert og mottatt Sak \d{4}\/\d+\. Klikk for å åpne\.$/);
    const names = job.signers.map(({ name }) => name);
    const telling = [job.title, ...names].flatMap((words) => words.split(/\P{L}+/u));
    for (const word of telling.filter(({ length }) => length > 2))
      expect(said.toLowerCase()).not.toContain(word.toLowerCase());
    expect(await segl.see('flash')).toMatchObject({ flag: true });
    const seen = segl.sights.length;
    await segl.perform({ do: 'click-notice' });
    await segl.see('focused', (sight) => segl.sights.indexOf(sight) >= seen);
    await expect.poll(() => segl.evaluate('went')).toEqual([expect.stringMatching(/^#\/post\/.+/)]);
    const [address] = await segl.evaluate<readonly string[]>('went');
    const entryId = decodeURIComponent(String(address).replace('#/post/', ''));
    const opened = await segl.evaluate<Opened>(`segl.ask('entries.open', ${JSON.stringify({ entryId })})`);
    expect(said).toContain(opened.value.caseNumber);
  }, 180_000);

  test('a saved file is told of without its name, and shown in its folder when the notice is clicked', async () => {
    const segl = start(makeHome(), { args: ['--production'] });
    await segl.see('spelling');
    await segl.perform({ do: 'save-file', path: '/hjemme/Oppsigelse av Kari.pdf', state: 'completed' });
    const notice = await segl.see('notice');
    expect(notice).toMatchObject({ title: 'Filen er lagret' });
    expect(String(notice.body)).not.toContain('Kari');
    await segl.perform({ do: 'click-notice' });
    expect(await segl.see('shown-in-folder')).toMatchObject({ path: '/hjemme/Oppsigelse av Kari.pdf' });
    await segl.perform({ do: 'save-file', path: '/hjemme/vedtak.pdf', state: 'interrupted' });
    await segl.see('notice', ({ title }) => title === 'Filen ble ikke lagret');
  });
}
