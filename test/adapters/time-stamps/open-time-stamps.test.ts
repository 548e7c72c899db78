import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../../domain/calendar.ts';
import { openTimeStamps } from '../../../main/adapters/time-stamps/open-time-stamps.ts';
import { RevocationUnreachable, TimeStampFailed } from '../../../main/ports/time-stamps.ts';
import { issue } from '../../support/forge/pki.ts';
import {
  type AuthorityFault,
  openAuthority,
  type TestAuthority,
} from '../../support/time-stamps/open-authority.ts';

const now = new Date('2026-11-21T12:00:00Z');
const bytes = new Uint8Array([1, 2, 3]);
let authority: TestAuthority;
let guarded: TestAuthority;
beforeAll(async () => {
  authority = await openAuthority({ now: () => now });
  guarded = await openAuthority({ now: () => now, access: { user: 'kommune', secret: 'hemmelig' } });
});
beforeEach(() => {
  authority.doInstead(undefined);
  authority.hideList(false);
});
afterAll(async () => {
  await authority.close();
  await guarded.close();
});
const client = openTimeStamps(async () => undefined, 2_000);
const whom = (of: TestAuthority) => ({ url: of.url, anchors: [of.anchor] });
const faultOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return 'none';
  } catch (fault) {
    if (fault instanceof TimeStampFailed) return fault.fault;
    throw fault;
  }
};

describe('a time stamp', () => {
  test('is taken where it answers what was asked', async () => {
    const { at, by, token } = await client.stamp(whom(authority), bytes, toInstant(now));
    expect([at, by, token[0]]).toEqual(['2026-11-21T12:00:00.000Z', 'Prøvetiden', 0x30]);
  });

  const wrong: readonly (readonly [AuthorityFault, string])[] = [
    ['silent', 'timeout'],
    ['http-500', 'http-error'],
    ['not-granted', 'not-granted'],
    ['other-nonce', 'other-nonce'],
    ['no-nonce', 'other-nonce'],
    ['other-imprint', 'other-imprint'],
    ['broken-signature', 'unreadable'],
    ['stranger', 'not-trusted'],
    ['tomorrow', 'wrong-time'],
    ['garbage', 'unreadable'],
    ['html', 'unreadable'],
  ];
  test.each(wrong)('is not taken from an authority that is wrong: %s', async (fault, expected) => {
    authority.doInstead(fault);
    expect(await faultOf(client.stamp(whom(authority), bytes, toInstant(now)))).toBe(expected);
  });

  test('is not taken where nobody of the anchors vouches for it', async () => {
    const stranger = { url: authority.url, anchors: [guarded.anchor] };
    expect(await faultOf(client.stamp(stranger, bytes, toInstant(now)))).toBe('not-trusted');
  });

  test('is not had from nowhere', async () => {
    const nowhere = { url: 'http://127.0.0.1:1/tsr', anchors: [authority.anchor] };
    expect(await faultOf(client.stamp(nowhere, bytes, toInstant(now)))).toBe('unreachable');
  });

  test('is asked for by name where the authority wants that', async () => {
    expect(await faultOf(client.stamp(whom(guarded), bytes, toInstant(now)))).toBe('access-denied');
    const access = { user: 'kommune', secret: 'hemmelig' };
    expect(await faultOf(client.stamp({ ...whom(guarded), access }, bytes, toInstant(now)))).toBe('none');
  });

  test('asks with nothing but the digest', async () => {
    const before = authority.asked.length;
    await client.stamp(whom(authority), bytes, toInstant(now));
    expect(authority.asked.slice(before)).toEqual(['POST /tsr']);
  });
});

describe('revocation', () => {
  const wanted = (more: { readonly lists?: readonly string[]; readonly responders?: readonly string[] }) => ({
    certificate: new Uint8Array(authority.stamper.der),
    issuer: new Uint8Array(authority.root.der),
    lists: more.lists ?? [],
    responders: more.responders ?? [],
  });
  test('comes as a list, once for all that name it', async () => {
    const before = authority.asked.length;
    const one = wanted({ lists: [authority.crlUrl] });
    const { crls, ocsps } = await client.fetchRevocation([one, one]);
    expect([crls.length, ocsps.length, authority.asked.length - before]).toEqual([1, 0, 1]);
  });
  test('comes from a responder where there is no list', async () => {
    authority.hideList(true);
    const { crls, ocsps } = await client.fetchRevocation([
      wanted({ lists: [authority.crlUrl], responders: [authority.ocspUrl] }),
    ]);
    expect([crls.length, ocsps.length]).toEqual([0, 1]);
  });
  test('is missed where an address gives nothing, and not asked for where there is none', async () => {
    authority.hideList(true);
    await expect(client.fetchRevocation([wanted({ lists: [authority.crlUrl] })])).rejects.toThrow(
      RevocationUnreachable,
    );
    expect(
      await client.fetchRevocation([wanted({ lists: ['file:///etc/passwd'] })]).catch((fault) => fault.name),
    ).toBe('RevocationUnreachable');
    const lone = issue({ name: 'Uten adresse' });
    expect(await client.fetchRevocation([{ ...wanted({}), certificate: new Uint8Array(lone.der) }])).toEqual({
      crls: [],
      ocsps: [],
    });
  });
});
