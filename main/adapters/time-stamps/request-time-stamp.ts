import { createHash, randomBytes } from 'node:crypto';
import { BaseBlock, fromBER, Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import type { Instant } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import type { FindProxy } from '../../ports/proxy.ts';
import { type TimeStampAuthority, type TimeStamped, TimeStampFailed } from '../../ports/time-stamps.ts';
import { checkNesting } from '../signatures/check-nesting.ts';
import { readAnchors } from '../signatures/read-certificate.ts';
import { plainHex, readTimeStamp, type TimeStamp } from '../signatures/read-time-stamp.ts';
import { askAddress, type HttpReply } from './ask-address.ts';

export type Road = { readonly findProxy: FindProxy; readonly limitMs: number };

const sha256 = '2.16.840.1.101.3.4.2.1';
const largest = 256 * 1024;
/** The clocks of two machines differ. */
const clockSkewMs = 10 * 60_000;

/** Asks for a time stamp over HTTP (RFC 3161, 3.4), and takes it only where it is the answer to what was asked. */
export const requestTimeStamp =
  (road: Road) =>
  async (authority: TimeStampAuthority, over: Uint8Array, now: Instant): Promise<TimeStamped> => {
    const nonce = randomBytes(16);
    // A positive number without a zero before it, so that there is one way to write it.
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
    const answer = await ask(road, authority, requestOf(over, nonce));
    const token = tokenOf(answer.body);
    const stamp = tryRead(token, over, authority);
    if (!stamp.isOver) throw new TimeStampFailed('other-imprint', 'the imprint is not ours');
    if (stamp.nonce !== plainHex(nonce)) throw new TimeStampFailed('other-nonce', 'the nonce is not ours');
    if (!stamp.isIntact) throw new TimeStampFailed('unreadable', 'its own signature does not hold');
    if (!stamp.isTrusted) throw new TimeStampFailed('not-trusted', stamp.cms.signer.name);
    const at = toInstant(stamp.at);
    if (Math.abs(stamp.at.getTime() - Date.parse(now)) > clockSkewMs)
      throw new TimeStampFailed('wrong-time', at);
    return { token, at, by: stamp.cms.signer.name };
  };

function requestOf(over: Uint8Array, nonce: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(over).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask(
  { findProxy, limitMs }: Road,
  { url, access }: TimeStampAuthority,
  body: Uint8Array,
): Promise<HttpReply> {
  const secret = access && Buffer.from(`${access.user}:${access.secret}`).toString('base64');
  const headers = {
    'Content-Type': 'application/timestamp-query',
    Accept: 'application/timestamp-reply',
    ...(secret !== undefined && { Authorization: `Basic ${secret}` }),
  };
  let answer: HttpReply;
  try {
    answer = await askAddress({ url, method: 'POST', headers, body, limitMs, maxBytes: largest }, findProxy);
  } catch (fault) {
    const { name, message } = fault instanceof Error ? fault : new Error(String(fault));
    throw new TimeStampFailed(
      name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'unreachable',
      message,
      fault,
    );
  }
  if (answer.status === 401 || answer.status === 403)
    throw new TimeStampFailed('access-denied', `HTTP ${answer.status}`);
  if (answer.status !== 200) throw new TimeStampFailed('http-error', `HTTP ${answer.status}`);
  return answer;
}

/** The token as it came, where the answer says that it was granted (RFC 3161, 2.4.2). */
function tokenOf(body: Uint8Array): Uint8Array {
  let status: number;
  let reason: string;
  let token: Uint8Array | undefined;
  try {
    checkNesting(body);
    const parsed = fromBER(new Uint8Array(body)).result;
    const response = new TimeStampResp({ schema: parsed });
    status = response.status.status;
    reason = (response.status.statusStrings ?? []).map(({ valueBlock }) => valueBlock.value).join(' ');
    const parts: unknown = 'value' in parsed.valueBlock ? parsed.valueBlock.value : undefined;
    const [, second] = Array.isArray(parts) ? parts : [];
    token = second instanceof BaseBlock ? new Uint8Array(second.valueBeforeDecodeView) : undefined;
  } catch (fault) {
    throw new TimeStampFailed('unreadable', 'not a time-stamp response', fault);
  }
  if (status !== 0 && status !== 1) throw new TimeStampFailed('not-granted', reason || `status ${status}`);
  if (!token) throw new TimeStampFailed('unreadable', 'granted, and no token');
  return token;
}

function tryRead(token: Uint8Array, over: Uint8Array, { anchors }: TimeStampAuthority): TimeStamp {
  try {
    return readTimeStamp(token, over, readAnchors(anchors));
  } catch (fault) {
    throw new TimeStampFailed('unreadable', 'a token that cannot be read', fault);
  }
}
