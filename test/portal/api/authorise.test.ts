import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { trainingOrganisation } from '../../../portal/portal.ts';
import { openTrainingCertificates } from '../../../portal/training/certificates.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { createSender, errorCode, errorMessage } from '../support/sender.ts';

const under = portalForTests();
type Pem = { readonly certificate: string; readonly key: string };
const identity = (pem: Pem) => ({ chain: pem.certificate, key: pem.key });
const issue = async (wish: object) => identity((await under().control('certificate', wish)) as Pem);

describe('the portal is reached over two-way TLS', () => {
  const shake = (options: object) =>
    new Promise<TLSSocket>((resolve, reject) => {
      const { portal } = under();
      const socket = connect({
        host: '127.0.0.1',
        port: Number(new URL(portal.api).port),
        ca: readFileSync(portal.ca),
        checkServerIdentity: () => undefined,
        ...options,
      });
      socket.on('secureConnect', () => resolve(socket)).on('error', reject);
    });
  const own = () => ({
    cert: readFileSync(under().portal.certificate),
    key: readFileSync(under().portal.key),
  });

  it('of version 1.2, with a server certificate that names the organisation and no host', async () => {
    const socket = await shake(own());
    expect(socket.getProtocol()).toBe('TLSv1.2');
    const certificate = socket.getPeerX509Certificate();
    expect(certificate?.toLegacyObject().subject).toMatchObject({
      organizationIdentifier: 'NTRNO-984661185',
    });
    expect(certificate?.subjectAltName).toBeUndefined();
    expect(certificate?.checkHost('127.0.0.1')).toBeUndefined();
    socket.destroy();
  });

  it('and not by who has no certificate, or one from elsewhere', async () => {
    await expect(shake({})).rejects.toThrow();
    const dir = mkdtempSync(join(tmpdir(), 'segl-other-ca-'));
    const other = await openTrainingCertificates(dir, trainingOrganisation);
    const foreign = await other.issueEnterprise(trainingOrganisation);
    rmSync(dir, { recursive: true });
    await expect(shake({ cert: foreign.chain, key: foreign.key })).rejects.toThrow();
  });

  it('with an enterprise certificate in the SEID2 form, its key readable by its owner only', () => {
    const { portal } = under();
    const certificate = new X509Certificate(readFileSync(portal.certificate));
    expect(certificate.toLegacyObject().subject).toMatchObject({
      organizationIdentifier: `NTRNO-${portal.organisation}`,
    });
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  });
});

describe('an organisation', () => {
  it('is told who it is', async () => {
    const { sender } = under();
    const reply = await sender.call('GET', sender.root);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(reply.body.toString()).toContain('310845205');
  });

  it('is refused when it has no access', async () => {
    const { portal } = under();
    const sender = createSender(portal, await issue({ organisation: '310000043' }), '310000043');
    const reply = await sender.poll();
    expect([reply.status, errorCode(reply)]).toEqual([403, 'NOT_AUTHORIZED']);
    expect(errorMessage(reply)).toContain('310000043');
  });

  it('is refused when its certificate is not for clients', async () => {
    const { portal } = under();
    const who = await issue({ organisation: portal.organisation, usage: 'serverAuth' });
    const outcome = await createSender(portal, who)
      .poll()
      .then(
        (reply) => reply.status,
        () => 'no handshake',
      );
    expect([403, 'no handshake']).toContain(outcome);
  });

  it('acts for another only when that one has authorised it', async () => {
    const { portal, control } = under();
    await control('sender', { organisation: '310000051' });
    const sender = createSender(portal, undefined, '310000051');
    const refused = await sender.poll();
    expect([refused.status, errorCode(refused)]).toEqual([403, 'BROKER_NOT_AUTHORIZED']);
    expect(errorMessage(refused)).toMatch(/310845205.*310000051/);
    await control('broker', { broker: '310845205', senders: ['310000051'] });
    expect((await sender.poll()).status).toBe(204);
    const probe = await sender.call('GET', sender.root);
    expect(probe.body.toString()).toMatch(/310845205[\s\S]*310000051/);
    expect((await sender.create()).status).toBe(200);
  });
});
