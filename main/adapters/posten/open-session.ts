import { ok } from '../../../domain/basics.ts';
import { type Attempt, problem } from './attempt.ts';
import { byCertificate, byToken } from './authentication.ts';
import { limitCalls } from './call-limiter.ts';
import { type ResolvedEnvironment, resolveEnvironment } from './environments.ts';
import { type Call, ExchangeFault, type HttpAnswer, openExchange } from './exchange.ts';
import { type PostenConfig, usualTimeouts } from './posten-config.ts';
import { type CredentialRefusal, type Credentials, readCredentials } from './read-credentials.ts';

export type SessionCall = Pick<Call, 'method' | 'url' | 'body' | 'alone'> & {
  readonly accept?: string;
  readonly contentType?: string;
  /** A signed document: more time, more bytes. */
  readonly download?: boolean;
};

/** Everything a call needs: who we are, where the service is, the connections. */
export type PostenSession = {
  readonly credentials: Credentials;
  /** The API root with our organisation number. */
  readonly root: string;
  /** Any status is an answer, also a 429. Throws {@link ExchangeFault} or {@link RateLimited}. */
  readonly call: (call: SessionCall) => Promise<HttpAnswer>;
  readonly close: () => void;
};

/** Nothing was sent: the service has asked the whole organisation to be quiet until `retryAt`. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  readonly retryAt: Date;
  constructor(retryAt: Date) {
    super('the service has been asked too often');
    this.retryAt = retryAt;
  }
}

export type SessionRefusal = CredentialRefusal | 'trust-anchors-missing';

const userAgent = `segl-posten-client/1.0 (node/${process.versions.node})`;
const kilobyte = 1_024;
const maxXml = 1_024 * kilobyte;
const maxDownload = 40 * maxXml;
/** How long the service blocks an organisation that calls too often. */
export const blockMs = 30_000;

export async function openPostenSession(
  config: PostenConfig,
): Promise<Attempt<PostenSession, SessionRefusal>> {
  const environment = resolveEnvironment(config.environment, config.trustFolder, config.furtherAnchors);
  const read = await readCredentials(config.credentials);
  if (!read.ok) return read;
  if (environment.anchors.length === 0)
    return problem('trust-anchors-missing', { environment: environment.name });
  return ok(sessionWith(config, environment, read.value));
}

function sessionWith(
  config: PostenConfig,
  environment: ResolvedEnvironment,
  credentials: Credentials,
): PostenSession {
  const timeouts = { ...usualTimeouts, ...config.timeouts };
  const apiOrigin = new URL(environment.apiRoot).origin;
  const authentication = config.token
    ? byToken(
        credentials,
        {
          ...config.token,
          url: config.token.url ?? environment.tokenUrl ?? '',
          resource: apiOrigin,
          now: config.now,
          timeouts,
        },
        (tls) => openExchange(tls, config.findProxy),
      )
    : byCertificate(credentials);
  const exchange = openExchange(
    {
      anchors: environment.anchors,
      recognise: { organisation: environment.serverOrganisation },
      ...authentication.tls,
    },
    config.findProxy,
  );
  const limiter = limitCalls(config.callsPerSecond ?? 9);
  let quietUntil = 0;

  const once = async (call: SessionCall): Promise<HttpAnswer> => {
    const authorisation = await authentication.headers();
    return await limiter.run(() =>
      exchange.send({
        method: call.method,
        url: call.url,
        ...(call.body ? { body: call.body } : {}),
        ...(call.alone ? { alone: true } : {}),
        headers: {
          Accept: call.accept ?? 'application/xml',
          'User-Agent': userAgent,
          ...(call.contentType ? { 'Content-Type': call.contentType } : {}),
          ...authorisation,
        },
        connectMs: timeouts.connectMs,
        responseMs: call.download ? timeouts.downloadMs : timeouts.responseMs,
        maxBytes: call.download ? maxDownload : maxXml,
      }),
    );
  };

  const call = async (wish: SessionCall): Promise<HttpAnswer> => {
    const now = config.now().getTime();
    // A clock that was set back must not keep us quiet for longer than the service would.
    if (quietUntil > now && quietUntil - now <= blockMs) throw new RateLimited(new Date(quietUntil));
    // Addresses in answers are opaque. The certificate check guards every host, but a token would be given away.
    if (authentication.secretInHeaders && URL.parse(wish.url)?.origin !== apiOrigin)
      throw new ExchangeFault('address-elsewhere', 'the address lies outside the service', true);
    const log = logger(config, wish);
    try {
      let answer = await once(wish);
      if (answer.status === 401 && authentication.renew()) answer = await once(wish);
      if (answer.status === 429 && answer.headers[nextPollHeader] === undefined)
        quietUntil = config.now().getTime() + blockMs;
      // «Nothing new» comes every few minutes for as long as a job runs, and would drown the rest.
      if (answer.status !== 204 || wish.method !== 'GET')
        log(`${answer.status}, ${answer.body.byteLength} bytes`);
      return answer;
    } catch (fault) {
      log(fault instanceof ExchangeFault ? fault.code : String(fault));
      throw fault;
    }
  };

  return {
    credentials,
    root: `${environment.apiRoot}/${config.organisation}`,
    call,
    close: () => {
      exchange.close();
      authentication.close();
    },
  };
}

/** Header names come in lower case from Node. */
export const nextPollHeader = 'x-next-permitted-poll-time';

// Paths hold the organisation number and job ids, nothing about persons.
const logger = (config: PostenConfig, call: SessionCall) => {
  const started = performance.now();
  return (outcome: string): void =>
    config.log?.(
      `posten ${call.method} ${URL.parse(call.url)?.pathname ?? '?'}: ${outcome}, ${Math.round(performance.now() - started)} ms`,
    );
};
