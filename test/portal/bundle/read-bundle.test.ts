import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { describe, expect, it } from 'vitest';
import { trainingOrganisation } from '../../../portal/portal.ts';
import { openTrainingCertificates } from '../../../portal/training/certificates.ts';
import { bundleOf, type SignatureWish } from '../support/bundle.ts';
import { olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { createSender, errorCode, errorMessage, type JobWish } from '../support/sender.ts';
import { refusedBy } from './refused-bundle.ts';

const under = portalForTests();
const refused = refusedBy(under);

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
