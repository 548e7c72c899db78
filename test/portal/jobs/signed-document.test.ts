import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF, PdfArray, PdfNumber, PdfStream } from '@libpdf/core';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { amina, ingrid, olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { change, type JobWish } from '../support/sender.ts';

const under = portalForTests();

async function signed(wish: JobWish, signers: readonly string[]) {
  const { sender, control } = under();
  const queue = `q${Math.trunc(performance.now() * 1000)}`;
  const job = await sender.created({ ...wish, queue });
  let message = change(
    await sender.poll(queue).then(async () => {
      for (const signer of signers) await control('act', { job: job.id, signer, action: 'sign' });
      return sender.poll(queue);
    }),
  );
  for (let next = await sender.poll(queue); next.status === 200; next = await sender.poll(queue))
    message = change(next);
  const pdf = await sender.call('GET', message.padesUrl ?? '');
  return { message, pdf: pdf.body };
}

/** Text of each page; pdf.js also reads what lies in forms placed on a page. */
async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const items = content.items.map((item) => ('str' in item ? item.str : ''));
    pages.push(items.join(' ').replace(/\s+/g, ' '));
  }
  await task.destroy();
  return pages;
}

async function metadataOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDF.load(bytes);
  const stream = pdf.getCatalog().get('Metadata', pdf.getObject.bind(pdf));
  return stream instanceof PdfStream ? Buffer.from(stream.getDecodedData()).toString('utf8') : '';
}

describe('the signed document', () => {
  it('has a front page with the signers and every page of every document above a footer', async () => {
    const documents = [
      { href: '0000_a.pdf', title: 'Avtale' },
      { href: '0001_b.pdf', title: 'Vedlegg' },
    ];
    const pdfs = [await samplePdf('Avtale', 3), await samplePdf('Vedlegg', 1)];
    const wish = {
      title: 'Leieavtale æøå',
      documents,
      pdfs,
      signers: [{ number: ingrid }, { number: olav }],
    };
    const { pdf } = await signed(wish, [ingrid, olav]);
    const pages = await textOf(pdf);
    expect(pages).toHaveLength(5);
    expect(pages[0]).toContain('Leieavtale æøå');
    expect(pages[0]).toContain(`Ingrid Solberg Testvik (${ingrid})`);
    expect(pages[0]).toContain(`Olav Granitt Fjellprøve (${olav})`);
    expect(pages[1]).toContain('Avtale, side 1 av 3');
    expect(pages[4]).toContain('Vedlegg, side 1 av 1');
    for (const page of pages.slice(1)) expect(page).toContain(`Ingrid Solberg Testvik (${ingrid})`);
    expect(pages.join()).not.toContain('Granvik');
    for (const page of (await PDF.load(pdf)).getPages())
      expect([page.width, page.height]).toEqual([595.28, 841.89]);
  });

  it.each([
    [0, [1, 0, 0, 1]],
    [90, [0, -1, 1, 0]],
    [180, [-1, 0, 0, -1]],
    [270, [0, 1, -1, 0]],
  ])('shows what a page turned %d degrees showed, upright and inside the paper', async (rotation, turn) => {
    const source = PDF.create();
    const page = source.addPage({ width: 500, height: 700, rotate: rotation });
    page.dict.set('CropBox', new PdfArray([40, 90, 460, 650].map((value) => PdfNumber.of(value))));
    page.drawText('nede', { x: 40, y: 90, size: 10 });
    page.drawText('oppe', { x: 460, y: 650, size: 10 });
    const { pdf } = await signed({ pdfs: [await source.save()] }, [ingrid]);
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
    const shown = await (await (await task.promise).getPage(2)).getTextContent();
    const places = ['nede', 'oppe'].map((word) => {
      const item = shown.items.find((one) => 'str' in one && one.str === word);
      if (!item || !('transform' in item)) throw new Error(`${word} is not on the page`);
      return item.transform.map(Number);
    });
    await task.destroy();
    const [low = [], high = []] = places;
    const across = rotation === 90 || rotation === 270 ? [560, 420] : [420, 560];
    expect(low.slice(0, 4).map((value) => Math.round(value / 10) + 0)).toEqual(
      turn.map((value) => value + 0),
    );
    expect(Math.abs((high[4] ?? 0) - (low[4] ?? 0))).toBeCloseTo(across[0] ?? 0, 0);
    expect(Math.abs((high[5] ?? 0) - (low[5] ?? 0))).toBeCloseTo(across[1] ?? 0, 0);
    expect(((high[4] ?? 0) + (low[4] ?? 0)) / 2).toBeCloseTo(595.28 / 2, 0);
  });

  it('holds the signatures so far, and their XML', async () => {
    const { sender, control } = under();
    const job = await sender.created({ queue: 'sofar', signers: [{ number: ingrid }, { number: olav }] });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    const first = change(await sender.poll('sofar'));
    const early = await sender.call('GET', first.padesUrl ?? '');
    expect((await textOf(early.body))[0]).not.toContain('Olav');
    await control('act', { job: job.id, signer: olav, action: 'sign' });
    const last = change(await sender.poll('sofar'));
    const late = await sender.call('GET', last.padesUrl ?? '');
    expect((await textOf(late.body))[0]).toContain('Olav');
    const attachments = (await PDF.load(late.body)).getAttachments();
    expect([...attachments.keys()].sort()).toEqual(
      last.xadesUrls.map((url) => `signatur-${url.split('/').pop()}.xml`).sort(),
    );
  });

  it('says of what kind its attachments are, as PDF/A-3 asks', async () => {
    const { pdf } = await signed({ signers: [{ number: ingrid }] }, [ingrid]);
    const qualified = (await PDF.load(pdf)).getAttachments();
    expect([...qualified.values()].map((one) => one.mimeType)).toEqual(['application/xml']);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Subtype\s*\/application#2Fxml\b/);
  });

  it.each([
    ['DATE_OF_BIRTH_AND_NAME', /Amina Tåke Øvesen \(23\.06\.1992\)/],
    ['NAME', /Amina Tåke Øvesen Signert/],
  ])('shows signers by %s when asked', async (identifier, expected) => {
    const { pdf } = await signed({ identifier, signers: [{ number: amina }] }, [amina]);
    const [front = ''] = await textOf(pdf);
    expect(front).toMatch(expected);
    expect(front).not.toContain(amina);
  });

  it('is sealed as a whole by a signature that pdfsig finds valid', async ({ skip }) => {
    if (spawnSync('pdfsig', ['-v']).error) skip('pdfsig (poppler-utils) is not installed');
    const { pdf } = await signed({ signers: [{ number: ingrid }] }, [ingrid]);
    const dir = mkdtempSync(join(tmpdir(), 'segl-pdf-'));
    const path = join(dir, 'signed.pdf');
    writeFileSync(path, pdf);
    const report = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature is Valid');
    writeFileSync(path, Buffer.from(pdf).fill(0x20, 5000, 5001));
    expect(execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })).not.toContain(
      'Signature is Valid',
    );
    rmSync(dir, { recursive: true });
  });

  it('keeps PDF/A as PDF/A-3b, and is PDF 1.7 otherwise', async ({ skip }) => {
    const fixture = new URL('../../../../shared/fixtures/pdf/PDF-A-testdokument.pdf', import.meta.url);
    const source = await Promise.resolve()
      .then(() => readFileSync(fixture))
      .catch(() => undefined);
    if (!source) return skip('../shared/fixtures/pdf/PDF-A-testdokument.pdf is missing');
    const { pdf } = await signed({ pdfs: [source] }, [ingrid]);
    expect(await metadataOf(pdf)).toContain('<pdfaid:part>3</pdfaid:part>');
    const plain = await signed({}, [ingrid]);
    expect(Buffer.from(plain.pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7');
    expect(await metadataOf(plain.pdf)).not.toContain('pdfaid');
  });
});

it("each signer's XML carries a valid enveloped signature over the digests of the documents", async () => {
  const { sender } = under();
  const original = await samplePdf('Avtale');
  const { message } = await signed({ pdfs: [original] }, [ingrid]);
  const { body } = await sender.call('GET', message.xadesUrls[0] ?? '');
  const document = XmlDocument.fromBuffer(body);
  const names = {
    l: 'https://id.signicat.com/definitions/xsd/LtvSdo-1.0',
    d: 'http://www.w3.org/2000/09/xmldsig#',
  };
  const at = (path: string) => {
    const found = document.get(path, names);
    if (!(found instanceof XmlElement)) throw new Error(`${path} is missing`);
    return found;
  };
  expect(at('//l:DocumentDigest').content).toBe(createHash('sha256').update(original).digest('base64'));
  expect(at('//l:SignerNationalId').content).toBe(ingrid);
  const info = at('/l:LtvSdo/d:Signature/d:SignedInfo').canonicalizeToString();
  const value = Buffer.from(at('//d:SignatureValue').content, 'base64');
  const digest = at('//d:SignedInfo/d:Reference/d:DigestValue').content;
  const certificate = new X509Certificate(Buffer.from(at('//d:X509Certificate').content, 'base64'));
  at('/l:LtvSdo/d:Signature').remove();
  expect(createHash('sha256').update(document.root.canonicalizeToString()).digest('base64')).toBe(digest);
  document.dispose();
  expect(verify('RSA-SHA256', Buffer.from(info), certificate.publicKey, value)).toBe(true);
});
