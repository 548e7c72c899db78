import { PDF, PdfName } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Instant } from '../../../domain/basics.ts';
import type { ReportWord, SignatureFinding, SignatureReport } from '../../../domain/signature-report.ts';
import { reportSignatures } from '../../../main/adapters/pdf/report-signatures.ts';
import type { ControlOrder } from '../../../main/ports/pdf-workshop.ts';
import { makeTimeStamp } from '../../support/forge/cms.ts';
import { type Forge, openForge, posten } from '../../support/forge/forge.ts';
import { issue, pem, revocationList, usages } from '../../support/forge/pki.ts';
import { addDocumentStamp, addStore, lastHole, update } from '../../support/forge/seal.ts';
import { makePdf } from './make-pdf.ts';

let forge: Forge;
let order: ControlOrder;
const now: Instant = '2026-11-21T12:00:00.000Z';
beforeAll(async () => {
  forge = await openForge();
  order = { anchors: [pem(forge.root)], timeStampAnchors: [pem(forge.root)], at: now };
}, 60_000);

const report = async (bytes: Uint8Array, wish: Partial<ControlOrder> = {}): Promise<SignatureReport> => {
  const found = await reportSignatures(bytes, { ...order, ...wish });
  if ('fault' in found) throw new Error(found.fault);
  return found;
};
const first = ({ signatures }: SignatureReport): SignatureFinding => {
  const [one] = signatures;
  if (!one) throw new Error('no signature');
  return one;
};
/** Revocation evidence by the root, good for everything it has issued. */
const nobodyRevoked = () => revocationList(forge.root, []);
const stamp = (bytes: Uint8Array, at = '2026-11-20T12:00:00Z') =>
  addDocumentStamp(bytes, new Date(at), forge.stamper, [forge.root]);

describe('the level of a signature', () => {
  test('grows with what is kept around it', async () => {
    const stamped = await forge.seal(forge.framed, {
      stamp: (signature) =>
        makeTimeStamp(signature, new Date('2026-11-20T11:00:05Z'), forge.stamper, [forge.root]),
    });
    const kept = await addStore(stamped, { crls: [nobodyRevoked()] });
    const levels = [];
    for (const file of [forge.sealed, stamped, kept, await stamp(kept)])
      levels.push(first(await report(file)).level);
    expect(levels).toEqual(['B-B', 'B-T', 'B-LT', 'B-LTA']);
  });

  test('is not LTA where the time stamp stands inside the evidence', async () => {
    const file = await addStore(await stamp(forge.sealed), { crls: [nobodyRevoked()] });
    expect(first(await report(file)).level).toBe('B-LT');
  });

  test('is none of PAdES for an older kind of signature', async () => {
    const text = Buffer.from(forge.sealed).toString('latin1');
    const older = Buffer.from(text.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.detached'), 'latin1');
    expect(first(await report(new Uint8Array(older))).level).toBe('plain');
  });
});

describe('the time of a signature', () => {
  test('is the clock of now where nothing proves an earlier one', async () => {
    expect(first(await report(forge.sealed)).time).toEqual({ at: now, source: 'now' });
  });
  test('is that of receipt where the archive has had the file', async () => {
    const knownSince: Instant = '2026-11-20T12:00:00.000Z';
    expect(first(await report(forge.sealed, { knownSince })).time).toEqual({
      at: knownSince,
      source: 'receipt',
    });
  });
  test('is that of the document time stamp around it', async () => {
    expect(first(await report(await stamp(forge.sealed))).time).toEqual({
      at: '2026-11-20T12:00:00.000Z',
      source: 'document-time-stamp',
    });
  });
  test('holds an expired certificate up while a time stamp from before does', async () => {
    const signer = forge.certificate({ notAfter: new Date('2026-11-20T13:00:00Z') });
    const sealed = await forge.seal(forge.framed, { signer });
    const stamped = await addDocumentStamp(sealed, new Date('2026-11-20T12:00:00Z'), forge.stamper, [
      forge.root,
    ]);
    const later = { at: '2030-01-01T00:00:00.000Z' } as const;
    expect((await report(sealed, later)).word).toBe('out-of-date');
    expect((await report(stamped, { at: '2028-01-01T00:00:00.000Z' })).word).toBe('holds');
  });
  test('is not proved by a time stamp whose own certificate has expired', async () => {
    const stamper = forge.certificate({
      keyUsage: ['digitalSignature'],
      extendedUsages: [usages.timeStamping],
      notAfter: new Date('2027-01-01T00:00:00Z'),
    });
    const stamped = await addDocumentStamp(forge.sealed, new Date('2026-11-20T12:00:00Z'), stamper, [
      forge.root,
    ]);
    const after = await report(stamped, { at: '2027-06-01T00:00:00.000Z' });
    expect(first(after).time.source).toBe('now');
    expect(after.signatures.map(({ code }) => code)).toEqual(['holds', 'certificate-not-valid']);
  });
});

describe('renewal', () => {
  test('is due when the certificate of the last time stamp ends', async () => {
    const stamper = forge.certificate({
      keyUsage: ['digitalSignature'],
      extendedUsages: [usages.timeStamping],
      notAfter: new Date('2028-03-01T00:00:00Z'),
    });
    const { renewal } = await report(
      await addDocumentStamp(forge.sealed, new Date('2026-11-20T12:00:00Z'), stamper, [forge.root]),
    );
    expect(renewal).toEqual({ by: '2028-03-01T00:00:00.000Z', cause: 'time-stamp-ends' });
  });
  test('is due when the certificate ends, where there is no time stamp', async () => {
    const signer = forge.certificate({ notAfter: new Date('2027-05-01T00:00:00Z') });
    const { renewal } = await report(await forge.seal(forge.framed, { signer }));
    expect(renewal).toEqual({ by: '2027-05-01T00:00:00.000Z', cause: 'certificate-ends' });
  });
  test('is due when a short key is no longer relied on', async () => {
    expect((await report(forge.sealed)).renewal).toEqual({
      by: '2029-01-01T00:00:00.000Z',
      cause: 'algorithm-ages',
    });
  });
});

describe('what is wrong', () => {
  type Row = readonly [
    name: string,
    word: ReportWord,
    make: () => Promise<Uint8Array>,
    part?: Partial<SignatureFinding>,
  ];
  const flip = (bytes: Uint8Array, at: number): Uint8Array => {
    const altered = Uint8Array.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ 1;
    return altered;
  };
  const rows: readonly Row[] = [
    ['nothing', 'holds', async () => forge.sealed, { code: 'holds', later: 'nothing' }],
    [
      'evidence added after',
      'holds',
      () => addStore(forge.sealed, { crls: [nobodyRevoked()] }),
      { later: 'evidence' },
    ],
    ['one byte before the signature', 'broken', async () => flip(forge.sealed, 300), { code: 'broken' }],
    [
      'one byte of the signature',
      'broken',
      async () => {
        const { start } = lastHole(forge.sealed);
        const altered = Buffer.from(forge.sealed);
        altered.write('00', start + 800, 'latin1');
        return new Uint8Array(altered);
      },
    ],
    [
      'a page altered after',
      'changed-since',
      () =>
        update(forge.sealed, (pdf) => {
          pdf.getPages()[1]?.dict.set('Rotate', PdfName.of('Nonsense'));
        }),
      { later: 'altered' },
    ],
    [
      'something after the end',
      'changed-since',
      async () => Buffer.concat([forge.sealed, Buffer.from('\n%hei\n')]),
    ],
    [
      'a signature over a part only',
      'part-only',
      async () => {
        const text = Buffer.from(forge.sealed).toString('latin1');
        return new Uint8Array(Buffer.from(text.replace(/\/ByteRange\s*\[0 /, '/ByteRange [9 '), 'latin1'));
      },
    ],
    [
      'a stranger',
      'not-vouched',
      async () => {
        const stranger = issue({ name: 'Fremmed', extendedUsages: [usages.documentSigning] });
        return forge.seal(forge.framed, { signer: stranger, chain: [] });
      },
      { code: 'unknown-authority', by: 'Fremmed' },
    ],
    [
      'an expired certificate',
      'out-of-date',
      () =>
        forge.seal(forge.framed, {
          signer: forge.certificate({ notAfter: new Date('2026-11-20T11:30:00Z') }),
        }),
      { code: 'certificate-not-valid' },
    ],
    [
      'a revoked certificate',
      'revoked',
      () =>
        addStore(forge.sealed, {
          crls: [revocationList(forge.root, [{ serial: forge.sealer.serial, at: new Date('2026-01-01Z') }])],
        }),
      { code: 'certificate-revoked' },
    ],
    [
      'a weak digest',
      'out-of-date',
      () => forge.seal(forge.framed, { hash: 'sha1' }),
      { code: 'weak-algorithm' },
    ],
    [
      'a certificate for servers',
      'not-vouched',
      () =>
        forge.seal(forge.framed, {
          signer: forge.certificate({ keyUsage: ['digitalSignature'], extendedUsages: [usages.serverAuth] }),
        }),
      { code: 'not-for-signing' },
    ],
    [
      'a time that has not come',
      'not-vouched',
      () => forge.seal(forge.framed, { signedAt: new Date('2027-02-01Z') }),
      { code: 'signing-time-in-future' },
    ],
    [
      'a time stamp over something else',
      'broken',
      () =>
        forge.seal(forge.framed, {
          stamp: () =>
            makeTimeStamp(Buffer.from('annet'), new Date('2026-11-20T11:00:05Z'), forge.stamper, [
              forge.root,
            ]),
        }),
    ],
    ['no signature', 'unsigned', () => makePdf(['Brev'])],
  ];
  for (const [name, word, make, part = {}] of rows)
    test(name, async () => {
      const found = await report(await make());
      expect(found.word).toBe(word);
      if (Object.keys(part).length > 0) expect(first(found)).toMatchObject(part);
    });

  test('several signatures are each judged, and one upon another is no alteration', async () => {
    const other = forge.certificate({ name: 'Kommunen', organisation: '310000019' });
    const both = await forge.seal(forge.sealed, { signer: other });
    const found = await report(both);
    expect(found.word).toBe('holds');
    expect(found.signatures.map(({ by, organisation, later }) => [by, organisation, later])).toEqual([
      ['Posten forsegling', posten, 'signatures'],
      ['Kommunen', '310000019', 'nothing'],
    ]);
  });

  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['text', Buffer.from('Hei'), 'not-signed-kind'],
    ['XML that is no evidence', Buffer.from('<a/>'), 'other-xml'],
    ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj <<'), 'damaged'],
  ] as const)('%s is told apart', async (_, bytes, fault) => {
    expect(await reportSignatures(new Uint8Array(bytes), order)).toEqual({ fault });
  });

  test('a file with a password is told apart', async () => {
    const pdf = await PDF.load(await makePdf(['Brev']));
    pdf.setProtection({ userPassword: 'hemmelig', ownerPassword: 'eier' });
    expect(await reportSignatures(await pdf.save(), order)).toEqual({ fault: 'encrypted' });
  });
});
