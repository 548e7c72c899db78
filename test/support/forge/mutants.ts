import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { ChangeCode, ContentCode, SealCode } from '../../../domain/verdict.ts';
import { makeTimeStamp } from './cms.ts';
import { editContent, type Forge, originalOf, pageAt, posten } from './forge.ts';
import { issue, ocspResponse, revocationList, usages } from './pki.ts';
import { addDocumentStamp, addStore, lastHole, refill, update } from './seal.ts';

/** A signed file with one thing about it. Parts of the verdict that are not named hold. */
export type Mutant = {
  readonly kind: string;
  readonly name: string;
  readonly file: Uint8Array;
  readonly sealedBy?: SealCode;
  readonly unchanged?: ChangeCode;
  readonly isWhatWasSent?: ContentCode;
};
type Expected = Pick<Mutant, 'sealedBy' | 'unchanged' | 'isWhatWasSent'>;
type Made = readonly [name: string, file: Uint8Array | Promise<Uint8Array>, expected?: Expected];

/** Every kind of wrong and right signed file that Segl is held to. */
export async function makeMutants(forge: Forge): Promise<readonly Mutant[]> {
  const kinds: Readonly<Record<string, (forge: Forge) => readonly Made[]>> = {
    sealer: sealers,
    time: times,
    algorithm: algorithms,
    path: paths,
    revocation: revocations,
    bytes: changedBytes,
    evidence: evidences,
    update: updates,
    pages,
    cover: covers,
    content: contents,
    document: documents,
    'spare-certificate': spares,
    'kept-certificate': kept,
  };
  const mutants: Mutant[] = [];
  for (const [kind, make] of Object.entries(kinds))
    for (const [name, file, expected] of make(forge))
      mutants.push({ kind, name, file: await file, ...expected });
  return mutants;
}

const says = (sealedBy: SealCode): Expected => ({ sealedBy });

function sealers({ framed, seal, certificate, root }: Forge): readonly Made[] {
  const by = (wish: Parameters<typeof certificate>[0]) => seal(framed, { signer: certificate(wish) });
  const stranger = issue({ name: 'Fremmed rot', authority: {} });
  return [
    ['the right one', seal(framed)],
    [
      'a client certificate',
      by({ organisation: '310000019', keyUsage: ['digitalSignature'], extendedUsages: [usages.clientAuth] }),
      says('other-organisation'),
    ],
    [
      'the right organisation’s client certificate',
      by({ keyUsage: ['digitalSignature'], extendedUsages: [usages.clientAuth] }),
      says('not-for-sealing'),
    ],
    ['another organisation', by({ organisation: '310000019' }), says('other-organisation')],
    [
      'the service’s TLS certificate',
      by({ keyUsage: ['digitalSignature'], extendedUsages: [usages.serverAuth] }),
      says('not-for-sealing'),
    ],
    [
      'for key encipherment only',
      by({ keyUsage: ['keyEncipherment'], extendedUsages: [usages.documentSigning] }),
      says('not-for-sealing'),
    ],
    ['for code', by({ extendedUsages: [usages.codeSigning] }), says('not-for-sealing')],
    [
      'for documents and servers',
      by({ extendedUsages: [usages.documentSigning, usages.serverAuth] }),
      says('not-for-sealing'),
    ],
    ['without key usage', by({ keyUsage: 'none' }), says('not-for-sealing')],
    ['for login only', by({ keyUsage: ['digitalSignature'] }), says('not-for-sealing')],
    ['a person', by({ person: ['Kari', 'Prøve'] }), says('personal-certificate')],
    ['an authority', by({ authority: {} }), says('not-for-sealing')],
    [
      'an unknown authority',
      seal(framed, { signer: certificate({}, stranger), chain: [stranger] }),
      says('unknown-authority'),
    ],
    [
      'itself',
      seal(framed, {
        signer: issue({
          name: 'Posten forsegling',
          organisation: posten,
          extendedUsages: [usages.documentSigning],
        }),
        chain: [],
      }),
      says('unknown-authority'),
    ],
    ['the right one, named wrongly', seal(framed, { named: root }), says('seal-unreadable')],
  ];
}

function times({ framed, seal, certificate, stamper, root }: Forge): readonly Made[] {
  const expired = certificate({ notBefore: new Date('2024-01-01Z'), notAfter: new Date('2026-01-01Z') });
  const then = new Date('2025-06-01T12:00:00Z');
  const stranger = issue({ name: 'Fremmed tid', authority: {} });
  const foreign = certificate({ extendedUsages: [usages.timeStamping] }, stranger);
  const stampBy =
    (signer: typeof stamper, chain: readonly (typeof root)[], at = then) =>
    (signature: Buffer) =>
      makeTimeStamp(signature, at, signer, chain);
  return [
    [
      'expired, with an earlier time claimed',
      seal(framed, { signer: expired, signedAt: then }),
      says('certificate-not-valid'),
    ],
    [
      'expired, time-stamped before',
      seal(framed, { signer: expired, signedAt: then, stamp: stampBy(stamper, [root]) }),
    ],
    [
      'expired, time-stamped by a stranger',
      seal(framed, { signer: expired, signedAt: then, stamp: stampBy(foreign, [stranger]) }),
      says('certificate-not-valid'),
    ],
    [
      'expired, time-stamped by the sealer itself',
      seal(framed, { signer: expired, signedAt: then, stamp: stampBy(certificate({}), [root]) }),
      says('certificate-not-valid'),
    ],
    [
      'a time stamp over something else',
      seal(framed, { stamp: () => makeTimeStamp(Buffer.from('annet'), then, stamper, [root]) }),
      says('seal-altered'),
    ],
    [
      'not yet valid',
      seal(framed, { signer: certificate({ notBefore: new Date('2027-01-01Z') }) }),
      says('certificate-not-valid'),
    ],
    [
      'claimed before the certificate was',
      seal(framed, { signedAt: new Date('2019-01-01Z') }),
      says('certificate-not-valid'),
    ],
    ['claimed in 2035', seal(framed, { signedAt: new Date('2035-01-01Z') }), says('signing-time-in-future')],
    [
      'claimed after the time stamp',
      seal(framed, { stamp: stampBy(stamper, [root], new Date('2026-10-01Z')) }),
      says('signing-time-in-future'),
    ],
  ];
}

function algorithms({ framed, seal, certificate }: Forge): readonly Made[] {
  const by = (wish: Parameters<typeof certificate>[0]) => seal(framed, { signer: certificate(wish) });
  const weakAuthority = (forge: Parameters<typeof certificate>[0]) => {
    const issuer = certificate({
      name: 'Mellom',
      authority: {},
      extendedUsages: undefined as never,
      ...forge,
    });
    return seal(framed, { signer: certificate({}, issuer), chain: [issuer] });
  };
  return [
    [
      'SHA-1 digest',
      seal(framed, { hash: 'sha1' }),
      { sealedBy: 'weak-algorithm', unchanged: 'content-altered' },
    ],
    ['SHA-384 digest', seal(framed, { hash: 'sha384' })],
    ['certificate signed with SHA-1', by({ signedWith: 'sha1' }), says('weak-algorithm')],
    ['certificate signed with MD5', by({ signedWith: 'md5' }), says('weak-algorithm')],
    ['RSA 1024', by({ keyBits: 1024 }), says('weak-algorithm')],
    ['RSA with exponent 3', by({ keyExponent: 3 }), says('weak-algorithm')],
    ['authority signed with SHA-1', weakAuthority({ signedWith: 'sha1' }), says('weak-algorithm')],
    ['authority with RSA 1024', weakAuthority({ keyBits: 1024 }), says('weak-algorithm')],
  ];
}

function paths({ framed, seal, certificate, root }: Forge): readonly Made[] {
  const through = (...wishes: readonly Parameters<typeof certificate>[0][]) => {
    let issuer = root;
    const chain = wishes.map((wish, at) => {
      issuer = certificate({ name: `Mellom ${at}`, extendedUsages: undefined as never, ...wish }, issuer);
      return issuer;
    });
    return seal(framed, { signer: certificate({}, issuer), chain });
  };
  return [
    ['through an authority', through({ authority: {} })],
    ['through two', through({ authority: { pathLength: 1 } }, { authority: { pathLength: 0 } })],
    [
      'beyond a path length',
      through({ authority: { pathLength: 0 } }, { authority: {} }),
      says('unknown-authority'),
    ],
    ['through one that is no authority', through({ keyUsage: ['keyCertSign'] }), says('unknown-authority')],
    [
      'through one that may not issue',
      through({ authority: {}, keyUsage: ['digitalSignature'] }),
      says('unknown-authority'),
    ],
    [
      'through one that has expired',
      through({ authority: {}, notAfter: new Date('2026-01-01Z') }),
      says('certificate-not-valid'),
    ],
    [
      'through one with an unknown limit',
      through({ authority: {}, unknownCritical: true }),
      says('unknown-authority'),
    ],
  ];
}

function revocations({ framed, seal, certificate, root, sealed, sealer }: Forge): readonly Made[] {
  const signer = certificate({});
  const own = seal(framed, { signer });
  const list = (...revoked: readonly { readonly serial: bigint; readonly at: Date }[]) =>
    revocationList(root, revoked);
  const before = new Date('2026-05-01Z');
  const impostor = issue({ name: 'Prøverot', authority: {} });
  return [
    [
      'a list that does not name it',
      addStore(sealed, { crls: [list({ serial: 1n, at: before })] }),
      { unchanged: 'evidence-added' },
    ],
    [
      'a list that names it',
      own.then((file) => addStore(file, { crls: [list({ serial: signer.serial, at: before })] })),
      { sealedBy: 'certificate-revoked', unchanged: 'evidence-added' },
    ],
    [
      'a list by an impostor',
      own.then((file) =>
        addStore(file, { crls: [revocationList(impostor, [{ serial: signer.serial, at: before }])] }),
      ),
      { unchanged: 'evidence-added' },
    ],
    [
      'a response: good',
      addStore(sealed, { ocsps: [ocspResponse(root, sealer)] }),
      { unchanged: 'evidence-added' },
    ],
    [
      'a response: revoked',
      own.then((file) => addStore(file, { ocsps: [ocspResponse(root, signer, before)] })),
      { sealedBy: 'certificate-revoked', unchanged: 'evidence-added' },
    ],
  ];
}

function changedBytes({ sealed, sealer }: Forge): readonly Made[] {
  const hole = lastHole(sealed);
  const flip = (at: number) => {
    const changed = sealed.slice();
    // Among hexadecimal digits it must stay one.
    changed[at] =
      at > hole.start && at < hole.end ? (changed[at] === 0x30 ? 0x31 : 0x30) : (changed[at] ?? 0) ^ 1;
    return changed;
  };
  const find = (text: string) => Buffer.from(sealed).indexOf(text);
  const range = () => {
    const text = Buffer.from(sealed).toString('latin1');
    const [whole = '', before = '', last = ''] = /(\/ByteRange\s*\[0 \d+ +\d+ +)(\d+)/.exec(text) ?? [];
    const shorter = before + String(Number(last) - 9).padStart(last.length, '0');
    return new Uint8Array(Buffer.from(text.replace(whole, shorter), 'latin1'));
  };
  const altered = { unchanged: 'content-altered' } as const;
  return [
    ['one bit of the document', flip(find('/Producer') + 14), altered],
    ['one bit of the version', flip(7), altered],
    [
      'one bit of the signature',
      flip(hole.start + 600),
      { sealedBy: 'seal-unreadable', unchanged: 'content-altered' },
    ],
    ['a shorter range', range(), altered],
    [
      'a signature over something else',
      refill(sealed, () => Buffer.from('30030201ff', 'hex')),
      { sealedBy: 'seal-unreadable', ...altered },
    ],
    [
      'an empty signature',
      refill(sealed, () => Buffer.alloc(0)),
      { sealedBy: 'seal-unreadable', ...altered },
    ],
    [
      'something in the room that is left',
      (() => {
        const changed = Buffer.from(sealed);
        changed.write('ab', hole.end - 5, 'latin1');
        return new Uint8Array(changed);
      })(),
      { sealedBy: 'seal-unreadable', ...altered },
    ],
    [
      'another’s key',
      refill(sealed, () => Buffer.from(sealer.der)),
      { sealedBy: 'seal-unreadable', ...altered },
    ],
  ];
}

function evidences({ sealed, root, stamper, certificate }: Forge): readonly Made[] {
  const added = { unchanged: 'evidence-added' } as const;
  const altered = { unchanged: 'altered-after-seal' } as const;
  const store = addStore(sealed, { certificates: [root.der], crls: [revocationList(root, [])] });
  const at = new Date('2026-11-20T11:30:00Z');
  const stamp = (file: Uint8Array, rect?: number[]) => addDocumentStamp(file, at, stamper, [root], rect);
  return [
    ['a store', store, added],
    ['a time stamp', stamp(sealed), added],
    [
      'store, time stamp, and a larger store',
      store.then((file) => stamp(file)).then((file) => update(file, grow)),
      added,
    ],
    ['a store, and an empty one in its place', store.then((file) => addStore(file, {})), added],
    ['a store with something else in it', addStore(sealed, {}, { Annet: 'Navn' }), altered],
    ['a store of something else', addStore(sealed, { certificates: [Buffer.from('annet')] }), altered],
    ['a time stamp that takes room on the page', stamp(sealed, [100, 100, 300, 300]), altered],
    [
      'a time stamp by a certificate for sealing',
      addDocumentStamp(sealed, at, certificate({}), [root]),
      added,
    ],
    [
      'a store, and a word in the document’s own description',
      store.then((file) => update(file, (pdf) => pdf.setSubject('Annet'))),
      altered,
    ],
    [
      'a store, and another content of a page',
      store.then((file) => update(file, cover)),
      { ...altered, isWhatWasSent: 'page-covered' },
    ],
  ];
}

function grow(pdf: PDF): void {
  const resolve = pdf.getObject.bind(pdf);
  const store = pdf.getCatalog().getDict('DSS', resolve);
  const certificates = store?.getArray('Certs', resolve);
  if (!store || !certificates) throw new Error('no store');
  store.set(
    'Certs',
    new PdfArray([
      ...certificates.toArray(),
      pdf.createStream({}, new Uint8Array(issue({ name: 'Mer', authority: {} }).der)),
    ]),
  );
}

const cover = (pdf: PDF): void =>
  editContent(pdf, pageAt(pdf, 1), (content) => `${content}\n1 g 100 500 200 200 re f`);

function updates({ sealed, root, frame }: Forge): readonly Made[] {
  const altered = { unchanged: 'altered-after-seal' } as const;
  const numbers = (...values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)));
  const note = (pdf: PDF) =>
    pdf.register(
      PdfDict.of({
        Type: PdfName.of('Annot'),
        Subtype: PdfName.of('FreeText'),
        Rect: numbers(50, 50, 400, 400),
        Contents: PdfString.fromString('Annet'),
      }),
    );
  return [
    ['a word in the description', update(sealed, (pdf) => pdf.setSubject('Annet')), altered],
    ['a rectangle over a page', update(sealed, cover), { ...altered, isWhatWasSent: 'page-covered' }],
    [
      'a note on a page',
      update(sealed, (pdf) => pageAt(pdf, 1).dict.set('Annots', new PdfArray([note(pdf)]))),
      { ...altered, isWhatWasSent: 'page-covered' },
    ],
    ['a page more', update(sealed, (pdf) => void pdf.addPage()), { ...altered, isWhatWasSent: 'page-count' }],
    [
      'a script',
      update(sealed, (pdf) =>
        pdf
          .getCatalog()
          .set(
            'OpenAction',
            PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') }),
          ),
      ),
      { ...altered, isWhatWasSent: 'added-content' },
    ],
    [
      'an image that is another',
      update(sealed, (pdf) => otherImage(pdf)),
      { ...altered, isWhatWasSent: 'page-differs' },
    ],
    [
      'a field to fill in',
      update(sealed, (pdf) => addField(pdf)),
      { ...altered, isWhatWasSent: 'added-content' },
    ],
    [
      'bytes after the end',
      Buffer.concat([sealed, Buffer.from('% mer\n')]),
      { unchanged: 'structure-unclear' },
    ],
    [
      'a whole other document after it',
      frame(sealed).then((other) => new Uint8Array(Buffer.concat([sealed, other]))),
      { sealedBy: 'no-seal', unchanged: 'not-judged', isWhatWasSent: 'not-judged' },
    ],
    [
      'an update with a second table hidden in it',
      update(sealed, (pdf) => pdf.getCatalog().set('DSS', PdfDict.of({}))).then(
        (file) =>
          new Uint8Array(
            Buffer.from(
              Buffer.from(file)
                .toString('latin1')
                .replace(/trailer\s*<<(?![\s\S]*trailer)/, 'trailer\n<</XRefStm 17 '),
              'latin1',
            ),
          ),
      ),
      { unchanged: 'structure-unclear' },
    ],
    ['a catalog with two sets of pages', twoEntries(sealed, 'Pages'), { unchanged: 'structure-unclear' }],
    [
      'a catalog with two forms',
      twoEntries(sealed, 'AcroForm'),
      { sealedBy: 'no-seal', unchanged: 'not-judged' },
    ],
    [
      'another certificate in place of a page',
      addStore(sealed, { certificates: [root.der] }).then((file) =>
        update(file, (pdf) => pdf.getCatalog().set('Lang', PdfString.fromString('en'))),
      ),
      altered,
    ],
  ];
}

/** An update in which one entry of the catalog stands twice: readers differ about which of them counts. */
async function twoEntries(sealed: Uint8Array, key: string): Promise<Uint8Array> {
  const room = 'x'.repeat(60);
  const file = await update(sealed, (pdf) =>
    pdf.getCatalog().set('Extensions', PdfDict.of({ R: PdfName.of(room) })),
  );
  const text = Buffer.from(file).toString('latin1');
  const [extensions = ''] = /\/Extensions\s*<<\s*\/R\s*\/x+\s*>>/.exec(text.slice(sealed.length)) ?? [];
  if (!extensions) throw new Error('no room for a second entry');
  const twice = text.replace(extensions, `/${key} 1 0 R`.padEnd(extensions.length));
  return new Uint8Array(Buffer.from(twice, 'latin1'));
}

function addField(pdf: PDF): void {
  const resolve = pdf.getObject.bind(pdf);
  const form = pdf.getCatalog().getDict('AcroForm', resolve);
  const field = pdf.register(
    PdfDict.of({ FT: PdfName.of('Tx'), T: PdfString.fromString('Beløp'), V: PdfString.fromString('1') }),
  );
  form?.set('Fields', new PdfArray([...(form.getArray('Fields', resolve)?.toArray() ?? []), field]));
}

function otherImage(pdf: PDF): void {
  const resolve = pdf.getObject.bind(pdf);
  const images = originalOf(pdf, pageAt(pdf, 2)).getDict('Resources', resolve)?.getDict('XObject', resolve);
  const [name] = [...(images?.keys() ?? [])];
  if (!images || !name) throw new Error('no image');
  const pixels = Buffer.alloc(8 * 8 * 3, 0x7f);
  images.set(
    name,
    pdf.createStream(
      {
        Type: PdfName.of('XObject'),
        Subtype: PdfName.of('Image'),
        Width: PdfNumber.of(8),
        Height: PdfNumber.of(8),
        ColorSpace: PdfName.of('DeviceRGB'),
        BitsPerComponent: PdfNumber.of(8),
      },
      pixels,
    ),
  );
}

function pages({ frame, seal, sealChanged, sent }: Forge): readonly Made[] {
  const count = { isWhatWasSent: 'page-count' } as const;
  const differs = { isWhatWasSent: 'page-differs' } as const;
  return [
    [
      'another document',
      frame(sent).then(() =>
        sealChanged((pdf) => {
          for (const place of [1, 2, 3]) editContent(pdf, pageAt(pdf, place), () => 'q Q');
        }),
      ),
      differs,
    ],
    ['a page more at the end', sealChanged((pdf) => void pdf.addPage()), count],
    ['a page less', sealChanged((pdf) => void pdf.removePage(3)), count],
    ['no front page', sealChanged((pdf) => void pdf.removePage(0)), count],
    ['two pages in each other’s place', sealChanged((pdf) => pdf.movePage(1, 2)), differs],
    [
      'the same page twice',
      sealChanged((pdf) => {
        pageAt(pdf, 2).dict.set('Contents', pageAt(pdf, 1).dict.get('Contents') ?? PdfNumber.of(0));
        pageAt(pdf, 2).dict.set('Resources', pageAt(pdf, 1).dict.get('Resources') ?? PdfNumber.of(0));
      }),
      differs,
    ],
    ['a page in place of the front page’s', sealChanged((pdf) => pdf.movePage(0, 3)), differs],
    ['the document as it was sent, unframed', seal(sent), count],
  ];
}

function covers({ sealChanged }: Forge): readonly Made[] {
  const edit = (change: (content: string) => string) =>
    sealChanged((pdf) => editContent(pdf, pageAt(pdf, 1), change));
  const covered = { isWhatWasSent: 'page-covered' } as const;
  const hidden = { isWhatWasSent: 'hidden-content' } as const;
  const differs = { isWhatWasSent: 'page-differs' } as const;
  const place = /[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ cm \/Original Do/;
  const placed = (matrix: string) => edit((content) => content.replace(place, `${matrix} cm /Original Do`));
  return [
    ['a white rectangle over it', edit((content) => `${content}\n1 g 60 600 300 100 re f`), covered],
    [
      'a rectangle under it',
      edit((content) => `0.9 g 60 600 300 100 re f\n${content}`),
      { isWhatWasSent: 'hidden-content' },
    ],
    [
      'a rectangle under it, with its state put back',
      edit((content) => `q 0.9 g 60 600 300 100 re f Q\n${content}`),
      covered,
    ],
    [
      'a line of text over it',
      edit((content) => `${content}\nq BT /F0 12 Tf 1 0 0 1 100 500 Tm <0014> Tj ET Q`),
      covered,
    ],
    [
      'text far up from the footer',
      edit((content) => `${content}\nq BT /F0 600 Tf 1 0 0 1 24 20 Tm <0014> Tj ET Q`),
      covered,
    ],
    ['a thick line along the footer', edit((content) => `${content}\nq 400 w 0 10 m 500 10 l S Q`), covered],
    [
      'a clip around it',
      edit((content) => content.replace('/Original Do', '0 0 1 1 re W n /Original Do')),
      hidden,
    ],
    ['a white pen before it', edit((content) => `1 g\n${content}`), hidden],
    ['see-through', sealChanged((pdf) => seeThrough(pdf)), hidden],
    ['as small as a stamp', placed('0.1 0 0 0.1 20 46'), hidden],
    ['beside the page', placed('0.93 0 0 0.93 2000 46'), hidden],
    ['half of it beside the page', placed('0.93 0 0 0.93 300 46'), hidden],
    ['upside down', placed('-0.93 0 0 -0.93 575 830'), hidden],
    ['mirrored', placed('-0.93 0 0 0.93 575 46'), hidden],
    ['stretched', placed('0.93 0 0 0.2 20 46'), hidden],
    [
      'drawn twice',
      edit((content) => `${content}\nq 0.93111 0 0 0.93111 20.5 46 cm /Original Do Q`),
      differs,
    ],
    [
      'the page cropped',
      sealChanged((pdf) =>
        pageAt(pdf, 1).dict.set(
          'CropBox',
          new PdfArray([0, 0, 595, 300].map((value) => PdfNumber.of(value))),
        ),
      ),
      hidden,
    ],
    [
      'a stamp on it',
      sealChanged((pdf) => {
        const numbers = new PdfArray([50, 50, 400, 400].map((value) => PdfNumber.of(value)));
        pageAt(pdf, 1).dict.set(
          'Annots',
          new PdfArray([pdf.register(PdfDict.of({ Subtype: PdfName.of('Stamp'), Rect: numbers }))]),
        );
      }),
      covered,
    ],
    [
      'within a layer',
      edit((content) => content.replace('/Original Do', '/OC /Lag BDC /Original Do EMC')),
      differs,
    ],
    ['a shading over it', edit((content) => `${content}\n/S0 sh`), differs],
  ];
}

function seeThrough(pdf: PDF): void {
  const page = pageAt(pdf, 1);
  const resolve = pdf.getObject.bind(pdf);
  page.dict
    .getDict('Resources', resolve)
    ?.set('ExtGState', PdfDict.of({ G0: PdfDict.of({ ca: PdfNumber.of(0.01) }) }));
  editContent(pdf, page, (content) => content.replace('/Original Do', '/G0 gs /Original Do'));
}

function contents({ sealChanged }: Forge): readonly Made[] {
  const differs = { isWhatWasSent: 'page-differs' } as const;
  const original = (pdf: PDF, place: number) => originalOf(pdf, pageAt(pdf, place));
  const resourcesOf = (pdf: PDF, place: number) => {
    const found = original(pdf, place).getDict('Resources', pdf.getObject.bind(pdf));
    if (!found) throw new Error('no resources');
    return found;
  };
  return [
    [
      'one letter of the text',
      sealChanged((pdf) => {
        const form = original(pdf, 1);
        const text = Buffer.from(form.getDecodedData()).toString('latin1');
        form.setData(Buffer.from(text.replace(/<([0-9A-F]{2})/, '<5A'), 'latin1'));
      }),
      differs,
    ],
    [
      'another font by the same name',
      sealChanged((pdf) => {
        const fonts = resourcesOf(pdf, 1).getDict('Font', pdf.getObject.bind(pdf));
        for (const name of fonts?.keys() ?? [])
          fonts?.set(
            name,
            PdfDict.of({
              Type: PdfName.of('Font'),
              Subtype: PdfName.of('Type1'),
              BaseFont: PdfName.of('Symbol'),
            }),
          );
      }),
      differs,
    ],
    ['another image by the same name', sealChanged((pdf) => otherImage(pdf)), differs],
    [
      'an image that was not there',
      sealChanged((pdf) => {
        resourcesOf(pdf, 1).set('XObject', PdfDict.of({ Skjult: original(pdf, 2) }));
      }),
      differs,
    ],
    [
      'more see-through than it was',
      sealChanged((pdf) => {
        const states = resourcesOf(pdf, 2).getDict('ExtGState', pdf.getObject.bind(pdf));
        for (const name of states?.keys() ?? []) states?.set(name, PdfDict.of({ ca: PdfNumber.of(0) }));
      }),
      differs,
    ],
    [
      'another frame around the content',
      sealChanged((pdf) =>
        original(pdf, 1).set('BBox', new PdfArray([0, 0, 595, 300].map((value) => PdfNumber.of(value)))),
      ),
      differs,
    ],
    [
      'a form within a layer',
      sealChanged((pdf) =>
        original(pdf, 1).set(
          'OC',
          PdfDict.of({ Type: PdfName.of('OCG'), Name: PdfString.fromString('Lag') }),
        ),
      ),
      differs,
    ],
    [
      'a form that stands for another file',
      sealChanged((pdf) =>
        original(pdf, 1).set(
          'Ref',
          PdfDict.of({ F: PdfString.fromString('annen.pdf'), Page: PdfNumber.of(0) }),
        ),
      ),
      differs,
    ],
  ];
}

function documents({ sealChanged }: Forge): readonly Made[] {
  const added = { isWhatWasSent: 'added-content' } as const;
  const script = () => PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') });
  return [
    ['a script when it is opened', sealChanged((pdf) => pdf.getCatalog().set('OpenAction', script())), added],
    [
      'a script when it is printed',
      sealChanged((pdf) => pdf.getCatalog().set('AA', PdfDict.of({ WP: script() }))),
      added,
    ],
    [
      'a script on a page',
      sealChanged((pdf) => pageAt(pdf, 2).dict.set('AA', PdfDict.of({ O: script() }))),
      added,
    ],
    [
      'a form to fill in',
      sealChanged((pdf) =>
        pdf.getCatalog().set(
          'AcroForm',
          PdfDict.of({
            Fields: new PdfArray([
              pdf.register(PdfDict.of({ FT: PdfName.of('Tx'), T: PdfString.fromString('Beløp') })),
            ]),
          }),
        ),
      ),
      added,
    ],
    [
      'a portfolio in place of the pages',
      sealChanged((pdf) => pdf.getCatalog().set('Collection', PdfDict.of({ View: PdfName.of('T') }))),
      added,
    ],
    [
      'layers of its own',
      sealChanged((pdf) => {
        const group = pdf.register(
          PdfDict.of({ Type: PdfName.of('OCG'), Name: PdfString.fromString('Lag') }),
        );
        pdf
          .getCatalog()
          .set(
            'OCProperties',
            PdfDict.of({ OCGs: new PdfArray([group]), D: PdfDict.of({ OFF: new PdfArray([group]) }) }),
          );
      }),
      { isWhatWasSent: 'hidden-content' },
    ],
  ];
}

/** Certificates in the DSS and not in the seal itself. */
function kept({ framed, seal, root, certificate }: Forge): readonly Made[] {
  const authority = (name: string, wish: Parameters<typeof certificate>[0] = {}, issuer = root) =>
    certificate({ name, authority: {}, extendedUsages: undefined as never, ...wish }, issuer);
  const middle = authority('Mellom');
  const expired = authority('Utløpt', { notAfter: new Date('2026-01-01Z') });
  const stranger = issue({ name: 'Fremmed rot', authority: {} });
  const by = (issuer: typeof root, ...certificates: readonly Uint8Array[]) =>
    seal(framed, { signer: certificate({}, issuer), chain: [] }).then((file) =>
      addStore(file, { certificates }),
    );
  const added = { unchanged: 'evidence-added' } as const;
  return [
    ['an authority between', by(middle, middle.der, root.der), added],
    [
      'an authority between that has expired',
      by(expired, expired.der),
      { sealedBy: 'certificate-not-valid', ...added },
    ],
    ['none', by(middle), { sealedBy: 'unknown-authority', ...added }],
    [
      'a stranger’s authority, which is no anchor',
      by(stranger, stranger.der),
      { sealedBy: 'unknown-authority', ...added },
    ],
    [
      'one that is no certificate',
      by(middle, middle.der, Buffer.from([0x30, 0x03, 0x02, 0x01, 0x01])),
      { unchanged: 'altered-after-seal' },
    ],
  ];
}

function spares({ framed, seal, root, certificate }: Forge): readonly Made[] {
  const spare = certificate({ name: 'Reserve', authority: {}, extendedUsages: undefined as never });
  const flipped = (from: Uint8Array, at: number) => {
    const bytes = Buffer.from(from);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    return { der: bytes };
  };
  const places = [40, 80, 120, 200, 300, 420, 500, root.der.length - 100, root.der.length - 2];
  return [
    ['one that is not needed', seal(framed, { chain: [root, spare] })],
    ...places.map(
      (at): Made => [
        `the authority’s own copy, altered at ${at}`,
        seal(framed, { chain: [flipped(root.der, at)] }),
        { sealedBy: 'seal-altered' },
      ],
    ),
    [
      'a spare one, altered',
      seal(framed, { chain: [root, flipped(spare.der, spare.der.length - 20)] }),
      says('seal-altered'),
    ],
  ];
}
