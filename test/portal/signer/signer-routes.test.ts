import { describe, expect, it } from 'vitest';
import { amina, ingrid, olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { change } from '../support/sender.ts';

const under = portalForTests();

/** A browser's worth of behaviour: cookies, and the Origin header on forms. */
function visitor() {
  const base = under().portal.signer;
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const get = async (path: string) => (await send(path)).text();
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: new URL(base).origin, ...headers },
    });
  const key = async (path: string) => /name="nokkel" value="([^"]+)"/.exec(await get(path))?.[1] ?? '';
  const logIn = (number: string, til = '/') => post('/logg-inn', { nummer: number, til });
  return { send, get, post, key, logIn };
}

describe("the signer's pages", () => {
  it('lead from a link, by a login that says it is not BankID, to the job it named', async () => {
    const { sender } = under();
    const job = await sender.created({
      title: 'Avtale <b>&</b> mer',
      description: 'Les nøye',
      signers: [{ number: ingrid }, { number: olav }],
    });
    const web = visitor();
    const address = `/oppdrag/${job.id}`;
    const first = await web.get(`${address}?signer=${ingrid}`);
    expect(first).toContain('<html lang="nb">');
    expect(first).toContain('dette er ikke BankID');
    expect(first).toContain(`value="${ingrid}"`);
    const entered = await web.logIn(ingrid, address);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, address]);
    const page = await web.get(`${address}?signer=${ingrid}`);
    expect(page).toContain('Avtale &lt;b&gt;&amp;&lt;/b&gt; mer');
    expect(page).toContain('Granvik kommune');
    expect(page).toContain('Les nøye');
    expect(page).toContain('Les og signer innen');
    expect(page).toContain('Olav Granitt Fjellprøve: Venter');
    const pdf = await web.send(`${address}/dokument/1.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
  });

  it('take a signature once the document is said to be read, and give the signed document', async () => {
    const { sender } = under();
    const job = await sender.created({ queue: 'pages', signers: [{ number: ingrid }, { number: olav }] });
    const web = visitor();
    const address = `/oppdrag/${job.id}`;
    await web.logIn(ingrid, address);
    const nokkel = await web.key(address);
    const unread = await web.post(`${address}/signer`, { nokkel });
    expect(unread.status).toBe(400);
    expect(await unread.text()).toContain('Kryss av for at du har lest dokumentet');
    const done = await web.post(`${address}/signer`, { nokkel, lest: 'ja' });
    expect(done.headers.get('location')).toBe(`${address}/kvittering`);
    expect(await web.get(`${address}/kvittering`)).toContain('Du har signert');
    expect((await web.send(`${address}/signert.pdf`)).headers.get('content-disposition')).toContain(
      'attachment',
    );
    expect(await web.get('/')).toContain('Last ned signert dokument');
    expect(change(await sender.poll('pages')).signers).toEqual(['SIGNED', 'WAITING']);
  });

  it('ask before a rejection', async () => {
    const { sender } = under();
    const job = await sender.created({ queue: 'no', signers: [{ number: ingrid }] });
    const web = visitor();
    await web.logIn(ingrid);
    expect(await web.get(`/oppdrag/${job.id}/avvis`)).toContain('Bekreft avvisning');
    const nokkel = await web.key(`/oppdrag/${job.id}/avvis`);
    await web.post(`/oppdrag/${job.id}/avvis`, { nokkel });
    expect(await web.get(`/oppdrag/${job.id}`)).toContain('Du har avvist');
    expect(change(await sender.poll('no')).signers).toEqual(['REJECTED']);
  });

  it('show a job to its signers only, and only once their group is open', async () => {
    const { sender } = under();
    const job = await sender.created({
      title: 'Hemmelig',
      signers: [{ number: ingrid }, { number: olav, order: 2 }],
    });
    for (const number of [olav, amina]) {
      const web = visitor();
      await web.logIn(number);
      expect((await web.send(`/oppdrag/${job.id}`)).status).toBe(404);
      expect((await web.send(`/oppdrag/${job.id}/dokument/1.pdf`)).status).toBe(404);
      expect(await web.get('/')).not.toContain('Hemmelig');
    }
  });

  it('refuse forms from elsewhere, foreign hosts and wrong numbers', async () => {
    const { sender, portal } = under();
    const job = await sender.created({ queue: 'csrf' });
    const web = visitor();
    const wrong = await web.logIn('12345678901');
    expect([wrong.status, (await wrong.text()).includes('Fødselsnummeret er ikke gyldig')]).toEqual([
      400,
      true,
    ]);
    await web.logIn(ingrid);
    const nokkel = await web.key(`/oppdrag/${job.id}`);
    const path = `/oppdrag/${job.id}/signer`;
    expect((await web.post(path, { nokkel, lest: 'ja' }, { origin: 'https://example.com' })).status).toBe(
      403,
    );
    expect((await web.post(path, { lest: 'ja' })).status).toBe(403);
    expect(
      (await web.post('/logg-inn', { nummer: ingrid, til: '//example.com' })).headers.get('location'),
    ).toBe('/');
    expect((await sender.poll('csrf')).status).toBe(204);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(portal.signer, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });

  it('let someone addressed by e-mail in by code, and stop the job after three wrong ones', async () => {
    const { sender } = under();
    const job = await sender.created({
      queue: 'code',
      signers: [{ email: 'per@example.com' }],
      identifier: 'NAME',
    });
    const notices = await visitor().get('/varsler');
    const [, secret = '', address = ''] =
      /Sikkerhetskode: <strong>(\d{6})<\/strong>[\s\S]*?href="(\/lenke\/\d+)"/.exec(notices) ?? [];
    const web = visitor();
    expect(await web.get(address)).toContain('Sikkerhetskode');
    expect((await web.post(address, { kode: '000000' })).status).toBe(400);
    expect((await web.post(address, { kode: secret })).headers.get('location')).toBe(`/oppdrag/${job.id}`);
    const nokkel = await web.key(`/oppdrag/${job.id}`);
    await web.post(`/oppdrag/${job.id}/signer`, { nokkel, lest: 'ja' });
    expect(change(await sender.poll('code')).status).toBe('COMPLETED_SUCCESSFULLY');

    await sender.created({ queue: 'blocked', signers: [{ email: 'kari@example.com' }], identifier: 'NAME' });
    const again = /href="(\/lenke\/\d+)"/.exec(await visitor().get('/varsler'))?.[1] ?? '';
    const guesser = visitor();
    for (const expected of [400, 400, 403]) {
      expect((await guesser.post(again, { kode: '000000' })).status).toBe(expected);
    }
    expect(change(await sender.poll('blocked')).signers).toEqual(['BLOCKED']);
  });

  it('speak nynorsk and English when asked', async () => {
    const web = visitor();
    await web.send('/sprak?valg=nn&til=/');
    expect(await web.get('/')).toContain('<html lang="nn">');
    await web.send('/sprak?valg=en&til=/');
    expect(await web.get('/')).toContain('Log in to sign');
  });
});
