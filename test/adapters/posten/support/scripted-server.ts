import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether the client showed a certificate, and on which TLS version. */
  readonly certified: boolean;
};

/** `silence` never answers; `hang-up` ends the connection; `half` announces more than it sends and ends. */
export type Reply =
  | 'silence'
  | 'hang-up'
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Uint8Array;
    }
  | { readonly half: string };

export type ScriptedServer = {
  readonly origin: string;
  /** What has been asked, oldest first. */
  readonly seen: Seen[];
  /** Answers each request from now on. */
  answer: (reply: (seen: Seen) => Reply) => void;
  readonly close: () => Promise<void>;
};

/** An HTTPS server on loopback that says what a test tells it to. */
export async function startScriptedServer(tls: {
  readonly certificate: string;
  readonly key: string;
  readonly ca: string;
  /** Default `asked`: the certificate is requested and one from elsewhere is refused by an alert. */
  readonly clients?: 'asked' | 'nobody-asks';
  readonly maxVersion?: 'TLSv1.2' | 'TLSv1.3';
}): Promise<ScriptedServer> {
  let reply: (seen: Seen) => Reply = () => ({ status: 500 });
  const seen: Seen[] = [];
  const server = createServer(
    {
      cert: tls.certificate,
      key: tls.key,
      ca: tls.ca,
      requestCert: tls.clients !== 'nobody-asks',
      rejectUnauthorized: tls.clients !== 'nobody-asks',
      maxVersion: tls.maxVersion ?? 'TLSv1.2',
    },
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const socket = request.socket as import('node:tls').TLSSocket;
      const entry = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
        certified: Object.keys(socket.getPeerCertificate()).length > 0,
      };
      seen.push(entry);
      const said = reply(entry);
      if (said === 'silence') return;
      if (said === 'hang-up') return void socket.destroy();
      if ('half' in said) {
        response.writeHead(200, { 'Content-Length': said.half.length + 100 });
        response.write(said.half, () => socket.destroy());
        return;
      }
      response.writeHead(said.status, said.headers);
      response.end(said.body);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://127.0.0.1:${port}`,
    seen,
    answer: (next) => {
      reply = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
