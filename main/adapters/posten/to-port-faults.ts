import type { Instant } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import { AnswerLost, ServiceRefusal, ServiceUnreachable } from '../../ports/signing-service.ts';
import { ExchangeFault, type HttpAnswer } from './exchange.ts';
import { blockMs, RateLimited } from './open-session.ts';
import { parseError } from './parse-answers.ts';

/** The service's own words may quote what we sent; identity numbers never leave this folder that way. */
export const withoutIdentityNumbers = (text: string): string =>
  text.replace(/\d{11}/g, '●●●●●●●●●●●').slice(0, 1_000);

/** A call that came to nothing. Repeating a call that is safe to repeat settles everything, so nothing is «lost» there. */
export function unansweredFault(fault: unknown, repeatable: boolean): Error {
  if (fault instanceof RateLimited)
    return new ServiceUnreachable('rate-limited', fault.message, toInstant(fault.retryAt), fault);
  if (!(fault instanceof ExchangeFault)) return fault instanceof Error ? fault : new Error(String(fault));
  const detail = withoutIdentityNumbers(fault.message);
  return repeatable || fault.certainlyUntaken
    ? new ServiceUnreachable(fault.code, detail, undefined, fault)
    : new AnswerLost(`${fault.code}: ${detail}`, fault);
}

/**
 * An answer other than 2xx. A 4xx is the service's no; 408, 425 and 429 say that it did not listen. After a 5xx to a
 * call that is not safe to repeat nobody knows what became of it, whatever its body says.
 */
export function answeredFault(answer: HttpAnswer, now: Date, repeatable: boolean): Error {
  const error = parseError(answer.body);
  const code = error?.code ?? `http-${answer.status}`;
  const detail = withoutIdentityNumbers(error?.message || `the service answered ${answer.status}`);
  if (answer.status === 429)
    return new ServiceUnreachable('rate-limited', detail, retryAt(answer, now, blockMs));
  if ([408, 425].includes(answer.status)) return new ServiceUnreachable(code, detail, retryAt(answer, now));
  if (answer.status >= 500)
    return repeatable
      ? new ServiceUnreachable(code, detail, retryAt(answer, now))
      : new AnswerLost(`${code}: ${detail}`);
  return new ServiceRefusal(code, detail, answer.status);
}

export const isSuccess = (answer: HttpAnswer): boolean => answer.status >= 200 && answer.status <= 299;

/** `Retry-After` in seconds or as a date; where it is absent, `otherwiseMs` from now. */
function retryAt(answer: HttpAnswer, now: Date, otherwiseMs?: number): Instant | undefined {
  const header = answer.headers['retry-after'];
  const named =
    header === undefined
      ? Number.NaN
      : /^\d{1,6}$/.test(header)
        ? now.getTime() + Number(header) * 1_000
        : Date.parse(header);
  if (!Number.isNaN(named)) return toInstant(named);
  return otherwiseMs === undefined ? undefined : toInstant(now.getTime() + otherwiseMs);
}
