import { expect, test } from 'vitest';
import { findProxyBy } from '../../../main/adapters/system/find-proxy.ts';
import { ProxyUnusable } from '../../../main/ports/proxy.ts';

const service = 'https://api.signering.posten.no/api';
const env = { HTTPS_PROXY: 'http://env:3128' };
const system = async () => 'PROXY system:8080; DIRECT';

test('policy goes before the environment, and that before the operating system', async () => {
  expect(await findProxyBy({ policy: { proxy: 'http://policy:1' }, env, system })(service)).toBe(
    'http://policy:1',
  );
  expect(await findProxyBy({ policy: {}, env, system })(service)).toBe('http://env:3128');
  expect(await findProxyBy({ policy: {}, env: {}, system })(service)).toBe('http://system:8080');
  expect(await findProxyBy({ policy: { proxy: 'system' }, env, system })(service)).toBe('http://system:8080');
  expect(await findProxyBy({ policy: { proxy: 'none' }, env, system })(service)).toBeUndefined();
  expect(await findProxyBy({ policy: {}, env: {} })(service)).toBeUndefined();
});
test.each(['https://127.0.0.1:8443/api', 'https://localhost/', 'https://[::1]:1/'])(
  '%s is never asked for through one',
  async (url) =>
    expect(await findProxyBy({ policy: { proxy: 'http://policy:1' }, env })(url)).toBeUndefined(),
);
test.each([
  ['posten.no', true],
  ['.posten.no', true],
  ['*.posten.no', true],
  ['api.signering.posten.no', true],
  ['kommune.no, posten.no', true],
  ['*', true],
  ['osten.no', false],
  ['', false],
])('NO_PROXY=%s excepts the service: %s', async (list, excepted) =>
  expect((await findProxyBy({ policy: {}, env: { ...env, NO_PROXY: list } })(service)) === undefined).toBe(
    excepted,
  ),
);
test.each([
  ['DIRECT', undefined],
  ['', undefined],
  ['PROXY a:1; PROXY b:2', 'http://a:1'],
])('the operating system says %s', async (answer, proxy) =>
  expect(await findProxyBy({ policy: {}, env: {}, system: async () => answer })(service)).toBe(proxy),
);
test('a kind of proxy that is not spoken with is said, and never gone round', async () => {
  for (const answer of ['SOCKS5 a:1', 'HTTPS a:1'])
    await expect(findProxyBy({ policy: {}, env: {}, system: async () => answer })(service)).rejects.toThrow(
      ProxyUnusable,
    );
  const odd = findProxyBy({ policy: {}, env: { HTTPS_PROXY: 'socks5://kari:hemmelig@a:1' } })(service);
  await expect(odd).rejects.toThrow(/socks5:\/\/a:1$/);
});
