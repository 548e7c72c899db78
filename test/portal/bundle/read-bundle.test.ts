import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { describe, expect, it } from 'vitest';
import { trainingOrganisation } from '../../../portal/portal.ts';
import { openTrainingCertificates } from '../../../portal/training/certificates.ts';
import { bundleOf, type SignatureWish, signaturesXml, zipOf } from '../support/bundle.ts';
import { ingrid, type ManifestWish, olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { createSender, errorCode, errorMessage, type JobWish, text } from '../support/sender.ts';

const under = portalForTests();

/** Nothing may be stored for a create that is refused. */
async function refused(wish: JobWish, status: number, code: string, message: RegExp) {
  const { sender } = under();
  const reply = await sender.create(wish);
  expect([reply.status, errorCode(reply)]).toEqual([status, code]);
  expect(errorMessage(reply)).toMatch(message);
  expect(text(reply.body, '/s:error/s:error-type')).toBe('CLIENT');
}

describe('a bundle is refused when its signature', () => {
  const cases: readonly (readonly [string, SignatureWish, RegExp])[] = [
    ['was made a minute ago', { signingTime: new Date(Date.now() - 60_000).toISOString() }, /SigningTime/],
    [
      'was made a minute from now',
      { signingTime: new Date(Date.now() + 60_000).toISOString() },
      /SigningTime/,
    ],
    ['has a signing time without offset', { signingTime: '2026-01-01T12:00:00' }, /SigningTime/],
    [
      'uses SHA-256 for the certificate',
      { certDigestMethod: 'http://www.w3.org/2001/04/xmlenc#sha256' },
      /SHA-1/,
    ],
    [
      'uses exclusive canonicalisation',
      { c14n: 'http://www.w3.org/2001/10/xml-exc-c14n#' },
      /canonicalisation/,
    ],
    ['uses RSA-SHA1', { signatureMethod: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }, /signature method/],
    ['does not cover the manifest', { uncovered: ['manifest.xml'] }, /not covered.*manifest\.xml/],
    ['does not cover a document', { uncovered: ['0000_avtale.pdf'] }, /not covered.*avtale/],
    ['refers to a file that is not there', { uri: (name) => `x${name}` }, /which is not there/],
    [
      'has another value',
      { tamper: (xml) => xml.replace(/<SignatureValue>..../, '<SignatureValue>AAAA') },
      /signature value/,
    ],
    [
      'has another digest of a file',
      { tamper: (xml) => xml.replace(/(URI="0000_avtale.pdf">.*?<DigestValue>)..../, '$1AAAA') },
      /digest of 0000_avtale\.pdf/,
    ],
    [
      'has changed signed properties',
      { tamper: (xml) => xml.replace('<MimeType>application/pdf', '<MimeType>application/pdg') },
      /digest of SignedProperties/,
    ],
    [
      'repeats an Id',
      {
        tamper: (xml) =>
          xml.replace('<Object>', '<Object><x xmlns="urn:x" Id="SignedProperties"/></Object><Object>'),
      },
      /Id/,
    ],
    ['has a DOCTYPE', { tamper: (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>') }, /DOCTYPE/],
    ['is not XML', { tamper: () => '<broken' }, /not well-formed/],
    ['is another document', { tamper: () => '<x/>' }, /not valid/],
    [
      'is written twice',
      { tamper: (xml) => xml.replace(/(<Signature .*<\/Signature>)/s, '$1$1') },
      /(exactly one signature|unique|Id)/,
    ],
  ];
  it.each(cases)('%s', async (_title, signature, message) => {
    await refused({ signature }, 400, 'ASICE_VALIDATION_FAILED', message);
  });

  it('comes from a certificate of another CA', async () => {
    const { sender } = under();
    const dir = mkdtempSync(join(tmpdir(), 'segl-other-ca-'));
    const other = await openTrainingCertificates(dir, trainingOrganisation);
    const foreign = await other.issueEnterprise(trainingOrganisation);
    rmSync(dir, { recursive: true });
    const reply = await sender.post({}, await bundleOf(await sender.filesOf({}), foreign));
    expect([reply.status, errorCode(reply)]).toEqual([400, 'ASICE_VALIDATION_FAILED']);
    expect(errorMessage(reply)).toMatch(/not issued by a CA/);
  });

  it('comes from an organisation that is neither the sender nor the caller', async () => {
    const { sender, control } = under();
    const issued = (await control('certificate', { organisation: '310000027' })) as {
      certificate: string;
      key: string;
    };
    const who = { chain: issued.certificate, key: issued.key };
    const reply = await sender.post({}, await bundleOf(await sender.filesOf({}), who));
    expect(errorMessage(reply)).toMatch(/neither the sender's nor the broker's/);
  });
});

describe('a bundle is accepted when', () => {
  it.each([
    ['namespaces are declared on the root with prefixes', { style: 'prefixed' }],
    [
      'file names are form-URL-encoded in the signature',
      { uri: (name: string) => encodeURIComponent(name).replaceAll('%20', '+') },
    ],
  ] as const)('%s', async (_title, signature) => {
    const { sender } = under();
    const documents = [{ href: 'avtale (2) æ.pdf', title: 'Avtale' }];
    const reply = await sender.create({ documents, signature });
    expect(`${reply.status} ${reply.body}`).toMatch(/^200 /);
  });
});

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

describe('a job is refused when', () => {
  const person = (number: string) => ({ number });
  const cases: readonly (readonly [string, ManifestWish, string, RegExp])[] = [
    ['the sender is another', { organisation: '310000027' }, 'INVALID_SIGNATURE_JOB', /sender/],
    [
      'an identity number has a wrong digit',
      { signers: [person('14838511092')] },
      'INVALID_SIGNATURE_JOB',
      /identification number/,
    ],
    [
      'an identity number has no day',
      { signers: [person('00000000000')] },
      'INVALID_SIGNATURE_JOB',
      /identification number/,
    ],
    [
      'a signer is listed twice',
      { signers: [person(ingrid), person(ingrid)] },
      'INVALID_SIGNATURE_JOB',
      /more than once/,
    ],
    [
      'lookup is asked on behalf of another',
      { signers: [{ number: ingrid, onBehalfOf: 'OTHER' }] },
      'INVALID_SIGNATURE_JOB',
      /another/,
    ],
    [
      'own contact data are given on behalf of oneself',
      { signers: [{ number: ingrid, email: 'a@example.com', onBehalfOf: 'SELF' }] },
      'INVALID_SIGNATURE_JOB',
      /themselves/,
    ],
    ['lookup is asked without a number', { signers: [{ lookup: true }] }, 'INVALID_SIGNATURE_JOB', /lookup/],
    [
      'an e-mail address is empty',
      { signers: [{ number: ingrid, email: '' }] },
      'INVALID_SIGNATURE_JOB',
      /e-mail/,
    ],
    [
      'a mobile number is letters',
      { signers: [{ number: ingrid, mobile: 'ring meg' }] },
      'INVALID_SIGNATURE_JOB',
      /mobile/,
    ],
    [
      'it is available for more than 90 days',
      { availableSeconds: 7_776_001 },
      'INVALID_SIGNATURE_JOB',
      /available-seconds/,
    ],
    [
      'advanced signatures are to show names only',
      { signers: [{ number: ingrid, type: 'ADVANCED_ELECTRONIC_SIGNATURE' }], identifier: 'NAME' },
      'INVALID_SIGNATURE_JOB',
      /NAME/,
    ],
    [
      'someone without a number is to be shown by it',
      { signers: [{ email: 'a@example.com' }], identifier: 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME' },
      'INVALID_SIGNATURE_JOB',
      /contact information/,
    ],
    [
      'a document is not a PDF by its type',
      { documents: [{ href: '0000_avtale.pdf', title: 'A', mime: 'text/plain' }] },
      'INVALID_SIGNATURE_JOB',
      /text\/plain/,
    ],
    ['the title has 81 characters', { title: 'x'.repeat(81) }, 'ASICE_VALIDATION_FAILED', /title/],
    [
      'the message has 221 characters',
      { description: 'x'.repeat(221) },
      'ASICE_VALIDATION_FAILED',
      /description/,
    ],
    [
      'there are eleven signers',
      { signers: Array.from({ length: 11 }, () => person(ingrid)) },
      'ASICE_VALIDATION_FAILED',
      /signer/,
    ],
    ['the order is 10', { signers: [{ number: ingrid, order: 10 }] }, 'ASICE_VALIDATION_FAILED', /order/],
    [
      'there are 21 documents',
      {
        documents: Array.from({ length: 21 }, (_, i) => ({ href: `${i}.pdf`.padStart(8, '0'), title: 'A' })),
      },
      'ASICE_VALIDATION_FAILED',
      /document/,
    ],
  ];
  it.each(cases)('%s', async (_title, wish, code, message) => refused(wish, 400, code, message));

  it('public advanced signatures have two documents', async () => {
    const documents = [
      { href: '0000_a.pdf', title: 'A' },
      { href: '0001_b.pdf', title: 'B' },
    ];
    const signers = [{ number: ingrid, type: 'ADVANCED_ELECTRONIC_SIGNATURE' }];
    await refused({ documents, signers }, 400, 'INVALID_SIGNATURE_JOB', /one document/);
  });

  it('a private sender asks for what it does not have', async () => {
    const { portal, control } = under();
    const organisation = '010000016';
    await control('sender', { organisation });
    const issued = (await control('certificate', { organisation })) as { certificate: string; key: string };
    const sender = createSender(portal, { chain: issued.certificate, key: issued.key }, organisation);
    const own = { number: ingrid, email: 'a@example.com' };
    expect(errorCode(await sender.create({ signers: [{ number: ingrid }] }))).toBe('FEATURE_NOT_AVAILABLE');
    expect(errorCode(await sender.create({ signers: [own], identifier: 'NAME' }))).toBe(
      'FEATURE_NOT_AVAILABLE',
    );
    expect(errorCode(await sender.create({ signers: [own], level: '3' }))).toBe('FEATURE_NOT_AVAILABLE');
    expect((await sender.create({ signers: [own] })).status).toBe(200);
  });
});

describe('a document is refused when it', () => {
  const wish = (bytes: Uint8Array): JobWish => ({ pdfs: [bytes] });
  it('is no PDF', () => refused(wish(Buffer.from('plain text')), 400, 'INVALID_SIGNATURE_JOB', /not a PDF/));
  it('is PDF 2.0', async () => {
    const pdf = Buffer.from(await samplePdf());
    pdf.write('%PDF-2.0', 0, 'latin1');
    await refused(wish(pdf), 400, 'INVALID_SIGNATURE_JOB', /PDF 2\.0/);
  });
  it('is cut in half', async () => {
    const pdf = await samplePdf();
    await refused(
      wish(pdf.subarray(0, pdf.length / 2)),
      400,
      'INVALID_SIGNATURE_JOB',
      /incomplete|read|pages/,
    );
  });
  it('has a password', async () => {
    const pdf = await PDF.load(await samplePdf());
    pdf.setProtection({ userPassword: 'hemmelig', ownerPassword: 'eier' });
    await refused(wish(await pdf.save()), 400, 'INVALID_SIGNATURE_JOB', /encrypted|read/);
  });
  it('may be opened but is restricted', async () => {
    const pdf = await PDF.load(await samplePdf());
    pdf.setProtection({ ownerPassword: 'eier', permissions: { copy: false } });
    await refused(wish(await pdf.save()), 400, 'INVALID_SIGNATURE_JOB', /encrypted/);
  });
  it('is larger than the service takes', async () => {
    const pdf = Buffer.concat([await samplePdf(), Buffer.alloc(10_485_760, '%')]);
    await refused(wish(pdf), 400, 'INVALID_SIGNATURE_JOB', /maximum is 10485760/);
  });
});

describe('a request is refused when', () => {
  it.each([
    ['is not XML', '<x', /not well-formed/],
    [
      'has a reference of 51 characters',
      `<portal-signature-job-request xmlns="http://signering.posten.no/schema/v1"><reference>${'x'.repeat(51)}</reference></portal-signature-job-request>`,
      /maxLength/,
    ],
    ['expands entities', '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>', /DOCTYPE/],
    [
      'has another root',
      '<error xmlns="http://signering.posten.no/schema/v1"><error-code/><error-message/><error-type/></error>',
      /not a portal-signature-job-request/,
    ],
    ['is Latin-1', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', /encoding/],
  ])('its XML %s', async (_title, xml, message) => {
    const { sender } = under();
    const { body, type } = sender.multipart([
      { type: 'application/xml', body: Buffer.from(xml) },
      { type: 'application/octet-stream', body: Buffer.from('x') },
    ]);
    const reply = await sender.call('POST', `${sender.root}/portal/signature-jobs`, body, {
      'Content-Type': type,
    });
    expect([reply.status, errorCode(reply)]).toEqual([400, 'SCHEMA_VALIDATION_ERROR']);
    expect(errorMessage(reply)).toMatch(message);
  });

  it.each([
    ['its type is form-data', 'multipart/form-data; boundary=b', '--b--\r\n'],
    ['its type is absent', '', 'x'],
    ['it has no boundary', 'multipart/mixed', '--b--\r\n'],
    ['it never closes', 'multipart/mixed; boundary=b', '--b\r\nContent-Type: application/xml\r\n\r\n<a/>'],
    ['it has no parts', 'multipart/mixed; boundary=b', '--b--\r\n'],
    [
      'it has five parts',
      'multipart/mixed; boundary=b',
      `${'--b\r\nContent-Type: a/b\r\n\r\nx\r\n'.repeat(5)}--b--\r\n`,
    ],
    ['its part has no headers', 'multipart/mixed; boundary=b', '--b\r\nnothing--b--\r\n'],
    [
      'its part is base64',
      'multipart/mixed; boundary=b',
      '--b\r\nContent-Type: application/xml\r\nContent-Transfer-Encoding: base64\r\n\r\neA==\r\n--b--\r\n',
    ],
  ])('%s', async (_title, type, body) => {
    const { sender } = under();
    const headers = type === '' ? {} : { 'Content-Type': type };
    const reply = await sender.call(
      'POST',
      `${sender.root}/portal/signature-jobs`,
      Buffer.from(body),
      headers as Record<string, string>,
    );
    expect([reply.status, errorCode(reply)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('it is larger than any bundle can be', async () => {
    const { sender } = under();
    const reply = await sender
      .call('POST', `${sender.root}/portal/signature-jobs`, Buffer.alloc(13 * 1024 * 1024), {
        'Content-Type': 'multipart/mixed; boundary=b',
      })
      .catch((fault: Error) => fault);
    // The portal answers and hangs up while the client is still writing; which of the two the client sees is a race.
    if (!(reply instanceof Error))
      expect([reply.status, errorCode(reply)]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  it('the parts come in the other order and with more headers, it is accepted', async () => {
    const { sender } = under();
    const bundle = await bundleOf(await sender.filesOf({}), sender.who);
    const { body, type } = sender.multipart([
      {
        type: 'application/octet-stream',
        body: bundle,
        extra: 'Content-Disposition: attachment\r\nX-More: a\r\n b\r\n',
      },
      { type: 'Application/XML; charset=UTF-8', body: sender.requestXml({ reference: 'r' }) },
    ]);
    const reply = await sender.call('POST', `${sender.root}/portal/signature-jobs`, body, {
      'Content-Type': `${type}; charset=UTF-8`,
    });
    expect(reply.status).toBe(200);
  });
});

it('refuses what is nowhere, by another method, or of another organisation', async () => {
  const { sender, portal, control } = under();
  const job = await sender.created({ signers: [{ number: olav }] });
  const codes = async (method: string, path: string) => {
    const reply = await sender.call(method, `${sender.root}${path}`);
    return [reply.status, errorCode(reply)];
  };
  expect(await codes('GET', '/portal/nothing')).toEqual([404, 'NOT_FOUND']);
  expect(await codes('PUT', '/portal/signature-jobs')).toEqual([405, 'METHOD_NOT_ALLOWED']);
  expect(await codes('GET', `/portal/signature-jobs/${job.id}/pades`)).toEqual([404, 'NOT_FOUND']);
  expect(await codes('GET', `/portal/signature-jobs/${job.id}/xades/1`)).toEqual([404, 'NOT_FOUND']);
  expect(await codes('POST', '/portal/signature-jobs/1/cancel')).toEqual([404, 'NOT_FOUND']);
  expect(await codes('GET', '/archive/documents/abc/pades')).toEqual([404, 'ARCHIVED_DOCUMENT_NOT_FOUND']);
  expect(await codes('DELETE', `/portal/signature-jobs/${job.id}/delete-documents`)).toEqual([
    409,
    'DOCUMENTS_NOT_DELETABLE',
  ]);
  await control('sender', { organisation: '310000035' });
  const issued = (await control('certificate', { organisation: '310000035' })) as {
    certificate: string;
    key: string;
  };
  const other = createSender(portal, { chain: issued.certificate, key: issued.key }, '310000035');
  const stolen = await other.call('POST', `${other.root}/portal/signature-jobs/${job.id}/cancel`);
  expect(stolen.status).toBe(404);
});
