import type { FindProxy } from '../../ports/proxy.ts';
import type { TimeStamps } from '../../ports/time-stamps.ts';
import { fetchRevocation } from './fetch-revocation.ts';
import { requestTimeStamp } from './request-time-stamp.ts';

/** `limitMs`: how long one question may take in all. */
export const openTimeStamps = (
  findProxy: FindProxy = async () => undefined,
  limitMs = 20_000,
): TimeStamps => ({
  stamp: requestTimeStamp({ findProxy, limitMs }),
  fetchRevocation: fetchRevocation({ findProxy, limitMs }),
});
