import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { getCACertificates } from 'node:tls';
import type { FindProxy } from '../../ports/proxy.ts';

export type Question = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** For all of it, in milliseconds. */
  readonly limitMs: number;
  /** A longer answer is cut off and counts as none. */
  readonly maxBytes: number;
};
export type HttpReply = { readonly status: number; readonly type: string; readonly body: Uint8Array };

/** Authorities of time and of certificates are asked over HTTP or HTTPS: what they answer is signed. Follows no redirection. */
export async function askAddress(question: Question, findProxy: FindProxy): Promise<HttpReply> {
  const url = new URL(question.url);
  const isOpen = url.protocol === 'http:';
  const proxy = await findProxy(question.url);
  const agent = isOpen
    ? new HttpAgent({ ...(proxy !== undefined && { proxyEnv: { HTTP_PROXY: proxy } }) })
    : new HttpsAgent({
        ca: [...getCACertificates('default'), ...getCACertificates('system')],
        ...(proxy !== undefined && { proxyEnv: { HTTPS_PROXY: proxy } }),
      });
  try {
    return await exchange(question, url, agent);
  } finally {
    agent.destroy();
  }
}

const exchange = (question: Question, url: URL, agent: HttpAgent | HttpsAgent): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const ask = url.protocol === 'http:' ? requestHttp : requestHttps;
    const outgoing = ask(
      url,
      {
        method: question.method,
        agent,
        headers: {
          ...question.headers,
          ...(question.body && { 'Content-Length': question.body.byteLength }),
        },
        signal: AbortSignal.timeout(question.limitMs),
      },
      (incoming) => void readAll(incoming, question.maxBytes).then(resolve, reject),
    );
    outgoing.on('error', reject);
    outgoing.end(question.body);
  });

async function readAll(incoming: IncomingMessage, maxBytes: number): Promise<HttpReply> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Node does not say what a stream without an encoding gives.
  const bytes: AsyncIterable<Uint8Array> = incoming;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return {
    status: incoming.statusCode ?? 0,
    type: incoming.headers['content-type'] ?? '',
    body: new Uint8Array(Buffer.concat(chunks)),
  };
}
