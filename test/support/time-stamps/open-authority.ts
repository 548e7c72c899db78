import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BaseBlock, fromBER, Integer, OctetString } from 'asn1js';
import { makeToken } from '../forge/cms.ts';
import { integer, sequence, text } from '../forge/der.ts';
import { type Holder, issue, ocspResponse, pem, revocationList, usages } from '../forge/pki.ts';

/** What the authority does instead of answering as it should. */
export type AuthorityFault =
  | 'silent'
  | 'http-500'
  | 'not-granted'
  | 'other-nonce'
  | 'no-nonce'
  | 'other-imprint'
  | 'broken-signature'
  | 'stranger'
  | 'tomorrow'
  | 'garbage'
  | 'html';

export type AuthorityOptions = {
  readonly now: () => Date;
  readonly access?: { readonly user: string; readonly secret: string };
  /** When the certificate of the one who stamps ends. */
  readonly stamperEnds?: Date;
};

/**
 * A time-stamp authority (RFC 3161 over HTTP) with a root of its own, a list of what it has revoked and a responder.
 * It shares no code with what it is asked by.
 */
export async function openAuthority({ now, access, stamperEnds }: AuthorityOptions) {
  const revoked: { readonly serial: bigint; readonly at: Date }[] = [];
  const asked: string[] = [];
  let fault: AuthorityFault | undefined;
  let listIsGone = false;
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    void answer(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = issue({ name: 'Prøvetidens rot', authority: {} });
  const stamper = issue(
    {
      name: 'Prøvetiden',
      keyUsage: ['digitalSignature'],
      extendedUsages: [usages.timeStamping],
      crlAt: `${base}/crl`,
      ...(stamperEnds && { notAfter: stamperEnds }),
    },
    root,
  );
  const stranger = issue({
    name: 'Fremmed',
    keyUsage: ['digitalSignature'],
    extendedUsages: [usages.timeStamping],
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    if (incoming.url === '/crl') {
      outgoing.writeHead(listIsGone ? 404 : 200).end(listIsGone ? '' : revocationList(root, revoked));
      return;
    }
    if (incoming.url === '/ocsp') {
      outgoing.writeHead(200).end(ocspResponse(root, stamper));
      return;
    }
    const wanted = access && `Basic ${Buffer.from(`${access.user}:${access.secret}`).toString('base64')}`;
    if (wanted !== undefined && incoming.headers.authorization !== wanted) {
      outgoing.writeHead(401).end();
      return;
    }
    if (fault === 'silent') return;
    if (fault === 'http-500') {
      outgoing.writeHead(500).end('feil');
      return;
    }
    if (fault === 'garbage') {
      outgoing.writeHead(200).end(Buffer.from([0x30, 0x82, 0xff, 0xff, 1, 2]));
      return;
    }
    if (fault === 'html') {
      outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Logg inn</html>');
      return;
    }
    outgoing.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(reply(body));
  }

  function reply(body: Buffer): Buffer {
    if (fault === 'not-granted') return sequence(sequence(integer(2), sequence(text('Kvoten er brukt opp'))));
    const { imprint, nonce } = readRequest(body);
    const token = makeToken({
      imprint: fault === 'other-imprint' ? Buffer.alloc(32, 7) : imprint,
      at: fault === 'tomorrow' ? new Date(now().getTime() + 86_400_000) : now(),
      signer: fault === 'stranger' ? stranger : stamper,
      chain: fault === 'stranger' ? [] : [root],
      nonce: fault === 'no-nonce' ? undefined : fault === 'other-nonce' ? integer(7) : nonce,
    });
    if (fault === 'broken-signature') token[token.length - 5] = (token[token.length - 5] ?? 0) ^ 1;
    return sequence(sequence(integer(0)), token);
  }

  return {
    url: `${base}/tsr`,
    crlUrl: `${base}/crl`,
    ocspUrl: `${base}/ocsp`,
    root,
    stamper,
    anchor: pem(root),
    asked,
    doInstead: (next: AuthorityFault | undefined) => {
      fault = next;
    },
    revoke: (one: Holder, at: Date) => void revoked.push({ serial: one.serial, at }),
    hideList: (hidden: boolean) => {
      listIsGone = hidden;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
export type TestAuthority = Awaited<ReturnType<typeof openAuthority>>;

/** TimeStampReq, RFC 3161, 2.4.1. */
function readRequest(der: Buffer): { readonly imprint: Uint8Array; readonly nonce?: Uint8Array } {
  const [, imprint, ...rest] = children(fromBER(new Uint8Array(der)).result);
  const hashed = children(imprint).find((part) => part instanceof OctetString);
  const nonce = rest.find((part) => part instanceof Integer);
  if (!(hashed instanceof OctetString)) throw new Error('no imprint');
  return {
    imprint: new Uint8Array(hashed.getValue()),
    ...(nonce && { nonce: new Uint8Array(nonce.valueBeforeDecodeView) }),
  };
}

function children(block: BaseBlock | undefined): readonly BaseBlock[] {
  const value: unknown = block && 'value' in block.valueBlock ? block.valueBlock.value : undefined;
  return Array.isArray(value) ? value.filter((item) => item instanceof BaseBlock) : [];
}
