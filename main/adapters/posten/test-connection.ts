import type { ConnectionReport } from '../../ports/signing-service.ts';
import type { Attempt } from './attempt.ts';
import { ExchangeFault, type HttpAnswer } from './exchange.ts';
import { explainSessionRefusal } from './explain-session-refusal.ts';
import type { PostenSession, SessionRefusal } from './open-session.ts';
import { parseError } from './parse-answers.ts';
import type { PostenConfig } from './posten-config.ts';
import type { Credentials } from './read-credentials.ts';
import { isSuccess, withoutIdentityNumbers } from './to-port-faults.ts';

type Outcome = ConnectionReport['outcome'];
type Finding = Pick<ConnectionReport, 'outcome' | 'detail' | 'organisation'>;

/** A bundle's signing time may differ this much from the service's clock. */
const clockToleranceMs = 5_000;

/** What the certificate says of itself, then what the service says when asked who we are. Never throws. */
export async function testConnection(
  opened: Attempt<PostenSession, SessionRefusal>,
  config: PostenConfig,
): Promise<ConnectionReport> {
  if (!opened.ok) {
    const missing = opened.refusal.code === 'trust-anchors-missing';
    return {
      outcome: missing ? 'server-not-recognised' : 'certificate-missing',
      detail: explainSessionRefusal(opened.refusal),
    };
  }
  const { credentials } = opened.value;
  const finding = ownFinding(credentials, config) ?? (await askedFinding(opened.value, config));
  return { ...finding, certificateExpiresAt: credentials.notAfter };
}

function ownFinding(credentials: Credentials, { now, environment }: PostenConfig): Finding | undefined {
  const moment = now().toISOString();
  if (credentials.notAfter < moment)
    return { outcome: 'certificate-expired', detail: `valid until ${credentials.notAfter}` };
  if (credentials.notBefore > moment)
    return { outcome: 'certificate-expired', detail: `valid from ${credentials.notBefore}` };
  const usage = credentials.findings.filter((found) => found !== 'without-organisation');
  if (usage.length > 0) return { outcome: 'wrong-certificate-kind', detail: usage.join(', ') };
  const forTest = /\btest\d*\b/i.test(credentials.issuer);
  const knownIssuer = /buypass|commfides/i.test(credentials.issuer);
  if ((environment === 'production' && forTest) || (environment === 'difitest' && knownIssuer && !forTest))
    return { outcome: 'wrong-environment', detail: `issued by ${credentials.issuer}` };
  return undefined;
}

async function askedFinding(session: PostenSession, { now }: PostenConfig): Promise<Finding> {
  let answer: HttpAnswer;
  try {
    answer = await session.call({ method: 'GET', url: session.root, accept: 'text/plain, application/xml' });
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault);
    const code = fault instanceof ExchangeFault ? fault.code : 'unknown';
    return {
      outcome: fault instanceof ExchangeFault ? unansweredOutcome(fault) : 'service-fault',
      detail: withoutIdentityNumbers(`${code}: ${message}`),
    };
  }
  const error = parseError(answer.body);
  if (!isSuccess(answer)) {
    return {
      outcome: refusals[error?.code ?? `http-${answer.status}`] ?? 'service-fault',
      detail: withoutIdentityNumbers(`${error?.code ?? `http-${answer.status}`}: ${error?.message ?? ''}`),
    };
  }
  const words = withoutIdentityNumbers(new TextDecoder().decode(answer.body.subarray(0, 2_000)).trim());
  const theirs = Date.parse(answer.headers.date ?? '');
  const ahead = now().getTime() - theirs;
  // Their header has whole seconds only, cut off.
  if (ahead > clockToleranceMs + 1_000 || ahead < -clockToleranceMs)
    return { outcome: 'clock-off', detail: `${Math.round(ahead / 1_000)} s`, organisation: words };
  return { outcome: 'works', detail: words, organisation: words };
}

const refusals: Readonly<Record<string, Outcome>> = {
  NOT_AUTHORIZED: 'not-authorised',
  BROKER_NOT_AUTHORIZED: 'broker-not-authorised',
  'http-401': 'not-authorised',
  'http-403': 'not-authorised',
};

function unansweredOutcome({ code, certainlyUntaken }: ExchangeFault): Outcome {
  const alert = /ALERT_([A-Z_]+)$/.exec(code)?.[1];
  if (alert !== undefined) return alerts[alert] ?? 'tls-refused';
  if (/^token-http-40[013]$/.test(code)) return 'not-authorised';
  if (/^(token-|answer-|redirect)/.test(code)) return 'service-fault';
  if (code === 'proxy-unusable' || code === 'ERR_PROXY_TUNNEL') return 'proxy-refused';
  if (code === 'CERT_NOT_YET_VALID') return 'clock-off';
  if (code === 'server-not-recognised' || /CERT|VERIFY|INVALID_(CA|PURPOSE)/.test(code))
    return 'server-not-recognised';
  if (
    /^E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN)$|^connect-timeout$/.test(code)
  )
    return 'no-network';
  if (/^ERR_SSL|^EPROTO$/.test(code)) return 'tls-refused';
  // Many servers end a handshake that they do not like without a word, some only after it.
  if (['ECONNRESET', 'EPIPE'].includes(code)) return 'tls-refused';
  return certainlyUntaken ? 'no-network' : 'service-fault';
}

/** What the server says of our certificate in the handshake. One it cannot trace comes from the other environment. */
const alerts: Readonly<Record<string, Outcome>> = {
  UNKNOWN_CA: 'wrong-environment',
  CERTIFICATE_EXPIRED: 'certificate-expired',
  UNSUPPORTED_CERTIFICATE: 'wrong-certificate-kind',
};
