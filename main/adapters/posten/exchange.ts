import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { Socket } from 'node:net';
import {
  checkServerIdentity,
  createSecureContext,
  getCACertificates,
  type PeerCertificate,
  TLSSocket,
} from 'node:tls';
import type { FindProxy } from '../../ports/proxy.ts';
import { certificateOrganisation } from '../signatures/certificate-organisation.ts';

export type Call = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A function is called when the connection stands: what must be fresh is not made before. */
  readonly body?: Uint8Array | (() => Uint8Array);
  readonly connectMs: number;
  readonly responseMs: number;
  /** A longer answer is cut off and counts as a fault. */
  readonly maxBytes: number;
  /** On a connection of its own, so that nothing is written before the server has been recognised on it. */
  readonly alone?: boolean;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
};

/**
 * No whole answer came. `certainlyUntaken`: not one byte of the request was written, or the server refused our
 * certificate in the TLS handshake. `code` is Node's or OpenSSL's, or one of `connect-timeout`, `answer-timeout`,
 * `answer-too-large`, `answer-cut`, `redirect-elsewhere`, `redirects-too-many`, `server-not-recognised`, `address-not-https`, `proxy-unusable`.
 */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault';
  readonly code: string;
  readonly certainlyUntaken: boolean;
  constructor(code: string, detail: string, certainlyUntaken: boolean, cause?: unknown) {
    super(detail, { cause });
    this.code = code;
    this.certainlyUntaken = certainlyUntaken;
  }
}

export type Exchange = {
  /** Any status is an answer. Throws {@link ExchangeFault} only. */
  readonly send: (call: Call) => Promise<HttpAnswer>;
  readonly close: () => void;
};

export type Recognition =
  /** The server's certificate names no host; it must carry this organisation number. */
  | { readonly organisation: string }
  /** An ordinary certificate for the host's name. */
  | 'host-name';

export type TlsMaterial = {
  /** PEM; undefined takes the authorities that Node and the operating system know. */
  readonly anchors?: readonly string[];
  readonly recognise: Recognition;
  readonly certificateChain?: string;
  readonly key?: string;
};

/** HTTPS towards one service: its trust, our certificate, kept-alive connections. */
export function openExchange(tls: TlsMaterial, findProxy: FindProxy = async () => undefined): Exchange {
  const options = {
    // Read once: parsing certificates and key anew for every connection takes longer than the rest of a call.
    secureContext: createSecureContext({
      // Each anchor is trusted by itself, as Posten's own clients do: theirs are roots and intermediates side by side.
      ...(tls.anchors
        ? { ca: [...tls.anchors], allowPartialTrustChain: true }
        : { ca: [...getCACertificates('default'), ...getCACertificates('system')] }),
      ...(tls.certificateChain ? { cert: tls.certificateChain } : {}),
      ...(tls.key ? { key: tls.key } : {}),
      minVersion: 'TLSv1.2',
    }),
    rejectUnauthorized: true,
    checkServerIdentity: (host: string, certificate: PeerCertificate): Error | undefined =>
      tls.recognise === 'host-name'
        ? checkServerIdentity(host, certificate)
        : refuseOthers(tls.recognise.organisation, certificate),
  } as const;
  const agentsThrough = (proxy: string | undefined) => {
    const road = { ...options, ...(proxy !== undefined && { proxyEnv: { HTTPS_PROXY: proxy } }) };
    return {
      shared: new Agent({ ...road, keepAlive: true, maxFreeSockets: 4 }),
      single: new Agent({ ...road, keepAlive: false }),
    };
  };
  // A laptop goes from one network to another: the road may change from call to call.
  const roads = new Map<string | undefined, ReturnType<typeof agentsThrough>>();
  const send = async (call: Call): Promise<HttpAnswer> => {
    const proxy = await findProxy(call.url).catch((cause: unknown) => {
      throw new ExchangeFault('proxy-unusable', cause instanceof Error ? cause.message : String(cause), true);
    });
    const road = roads.get(proxy) ?? agentsThrough(proxy);
    roads.set(proxy, road);
    const { shared, single } = road;
    try {
      return await follow(call, call.alone ? single : shared);
    } catch (fault) {
      // An idle connection that the server closed in the same moment; the call may simply be made again.
      if (fault instanceof StaleConnection && !call.alone) return await follow(call, single);
      throw fault;
    }
  };
  return {
    send,
    close: () => {
      for (const { shared, single } of roads.values()) {
        shared.destroy();
        single.destroy();
      }
    },
  };
}

class StaleConnection extends ExchangeFault {}

function refuseOthers(organisation: string, certificate: PeerCertificate): Error | undefined {
  const found = certificateOrganisation({ ...certificate.subject });
  if (found === organisation) return undefined;
  const fault = new Error(
    `the server's certificate belongs to ${found ?? 'no organisation'}, not to ${organisation}`,
  );
  return Object.assign(fault, { code: 'server-not-recognised' });
}

async function follow(call: Call, agent: Agent): Promise<HttpAnswer> {
  let { url, method } = call;
  for (let hops = 0; hops < 4; hops += 1) {
    const answer = await exchangeOnce({ ...call, url, method }, agent);
    const target = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
    // After 303 and friends a client asks again with GET, which no POST of ours wants.
    if (target === undefined || (method !== 'GET' && ![307, 308].includes(answer.status))) return answer;
    const next = URL.parse(target, url);
    if (next?.origin !== new URL(url).origin)
      throw new ExchangeFault('redirect-elsewhere', `redirected to ${next?.origin ?? 'nowhere'}`, true);
    url = next.href;
  }
  throw new ExchangeFault('redirects-too-many', 'more than three redirects', true);
}

async function exchangeOnce(call: Call, agent: Agent): Promise<HttpAnswer> {
  const url = URL.parse(call.url);
  if (url?.protocol !== 'https:') throw new ExchangeFault('address-not-https', 'not an https address', true);
  const outgoing = request(url, { method: call.method, agent, headers: { ...call.headers } });
  let stage: 'connecting' | 'asking' | 'answering' = 'connecting';
  const deadline = startDeadline(() =>
    outgoing.destroy(
      Object.assign(new Error(`no ${stage === 'connecting' ? 'connection' : 'answer'} in time`), {
        code: stage === 'connecting' ? 'connect-timeout' : 'answer-timeout',
      }),
    ),
  );
  deadline.set(call.connectMs);
  // A request can fail again after it has been given up; then nobody else listens.
  outgoing.on('error', () => undefined);
  const failed = once(outgoing, 'error').then(([fault]) => Promise.reject(fault));
  const answered = new Promise<IncomingMessage>((resolve) => outgoing.once('response', resolve));
  // Where it loses the race below it may reject later, with nobody listening.
  failed.catch(() => undefined);
  try {
    await Promise.race([connected(outgoing), failed]);
    const body = typeof call.body === 'function' ? call.body() : call.body;
    if (call.method === 'POST') outgoing.setHeader('Content-Length', body?.byteLength ?? 0);
    stage = 'asking';
    deadline.set(call.responseMs);
    await Promise.race([write(outgoing, body, () => deadline.set(call.responseMs)), failed, answered]);
    const incoming = await Promise.race([answered, failed]);
    stage = 'answering';
    const received = await readBody(incoming, call.maxBytes);
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: received };
  } catch (fault) {
    outgoing.destroy();
    throw toExchangeFault(fault, stage, outgoing.reusedSocket);
  } finally {
    deadline.clear();
  }
}

type Outgoing = ReturnType<typeof request>;

/** Resolves when a TLS connection to the recognised server stands. */
async function connected(outgoing: Outgoing): Promise<void> {
  const socket = await new Promise<Socket>((resolve) => outgoing.once('socket', resolve));
  if (socket instanceof TLSSocket && !socket.authorized) await once(socket, 'secureConnect');
}

async function write(
  outgoing: Outgoing,
  body: Uint8Array | undefined,
  onProgress: () => void,
): Promise<void> {
  const step = 262_144;
  for (let offset = 0; body && offset < body.byteLength; offset += step) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(body.subarray(offset, offset + step))) await once(outgoing, 'drain');
    onProgress();
  }
  outgoing.end();
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Node does not say what a stream without an encoding gives.
  const bytes: AsyncIterable<Uint8Array> = incoming;
  for await (const chunk of bytes) {
    length += chunk.byteLength;
    if (length > maxBytes)
      throw Object.assign(new Error(`the answer is larger than ${maxBytes} bytes`), {
        code: 'answer-too-large',
      });
    chunks.push(chunk);
  }
  if (!incoming.complete) throw Object.assign(new Error('the answer broke off'), { code: 'answer-cut' });
  return Buffer.concat(chunks);
}

// What a server says about our certificate it says in the handshake, also where TLS 1.3 lets it come late.
const refusedInHandshake =
  /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(REVOKED|EXPIRED|UNKNOWN|REQUIRED)|UNKNOWN_CA|ACCESS_DENIED)$/;

function toExchangeFault(fault: unknown, stage: string, reused: boolean): ExchangeFault {
  if (fault instanceof ExchangeFault) return fault;
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const untaken = stage === 'connecting' || (stage === 'asking' && refusedInHandshake.test(code));
  const Kind =
    reused && stage === 'asking' && ['ECONNRESET', 'EPIPE'].includes(code) ? StaleConnection : ExchangeFault;
  return new Kind(code, error.message || code, untaken, error);
}

function startDeadline(onPassed: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  return {
    set: (ms: number): void => {
      clearTimeout(timer);
      // An upload may still be running after its answer has come.
      if (!over) timer = setTimeout(onPassed, ms);
    },
    clear: (): void => {
      over = true;
      clearTimeout(timer);
    },
  };
}
