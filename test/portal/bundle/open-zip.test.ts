import { describe, expect, it } from 'vitest';
import { bundleOf, signaturesXml, zipOf } from '../support/bundle.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { errorCode, errorMessage } from '../support/sender.ts';

const under = portalForTests();

describe('a zip is refused when it', () => {
  const post = async (bytes: Uint8Array) => {
    const { sender } = under();
    const reply = await sender.post({}, bytes);
    return [reply.status, errorCode(reply), errorMessage(reply)] as const;
  };

  const files = async () => under().sender.filesOf({});

  it('is no zip at all', async () => {
    expect(await post(Buffer.from('hello'))).toEqual([
      400,
      'ASICE_VALIDATION_FAILED',
      expect.stringMatching(/not a zip/),
    ]);
  });

  it('lacks the signature', async () => {
    expect((await post(await zipOf(await files())))[2]).toMatch(/signatures\.xml is missing/);
  });

  it('has META-INF/manifest.xml', async () => {
    const all = await files();
    const xml = Buffer.from(signaturesXml(all, under().sender.who));
    const zip = await zipOf([
      ...all,
      { name: 'META-INF/signatures.xml', bytes: xml },
      { name: 'META-INF/manifest.xml', bytes: xml },
    ]);
    expect((await post(zip))[2]).toMatch(/META-INF\/manifest\.xml must not/);
  });

  it('lacks the manifest', async () => {
    const [document] = await files();
    if (!document) throw new Error('no document');
    expect((await post(await bundleOf([document], under().sender.who)))[2]).toMatch(
      /manifest\.xml is missing/,
    );
  });

  it('holds a file twice', async () => {
    const [document] = await files();
    if (!document) throw new Error('no document');
    expect((await post(await zipOf([document, document])))[2]).toMatch(/twice/);
  });

  it('holds a path', async () => {
    const zip = await zipOf([{ name: 'up/escape.pdf', bytes: Buffer.from('x') }]);
    expect((await post(zip))[2]).toMatch(/not allowed/);
  });

  it('holds a path upwards', async () => {
    const zip = Buffer.from(
      (await zipOf([{ name: 'xx/escape.pdf', bytes: Buffer.from('x') }]))
        .toString('latin1')
        .replaceAll('xx/', '../'),
      'latin1',
    );
    expect((await post(zip))[1]).toBe('ASICE_VALIDATION_FAILED');
  });

  it('grows beyond the limit when unpacked', async () => {
    const zip = await zipOf([{ name: 'bomb.pdf', bytes: Buffer.alloc(60 * 1024 * 1024) }]);
    expect(zip.length).toBeLessThan(200_000);
    expect((await post(zip))[2]).toMatch(/larger than the service accepts/);
  });

  it('lies about its size', async () => {
    const zip = await zipOf([{ name: 'bomb.pdf', bytes: Buffer.alloc(60 * 1024 * 1024) }]);
    const claimed = Buffer.alloc(4);
    claimed.writeUInt32LE(60 * 1024 * 1024);
    const at = zip.lastIndexOf(claimed);
    zip.writeUInt32LE(100, at);
    expect((await post(zip))[1]).toBe('ASICE_VALIDATION_FAILED');
  });

  it('uses an unknown compression', async () => {
    const zip = await zipOf([{ name: 'a.pdf', bytes: Buffer.from('x'.repeat(200)) }]);
    const central = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    zip.writeUInt16LE(12, central + 10);
    expect((await post(zip))[2]).toMatch(/compression method 12/);
  });

  it('is cut in half', async () => {
    const whole = await bundleOf(await files(), under().sender.who);
    expect((await post(whole.subarray(0, whole.length / 2)))[1]).toBe('ASICE_VALIDATION_FAILED');
  });

  it('holds damaged compressed bytes', async () => {
    const whole = await bundleOf(await files(), under().sender.who);
    whole.fill(0x55, 60, 200);
    expect((await post(whole))[1]).toBe('ASICE_VALIDATION_FAILED');
  });
});
