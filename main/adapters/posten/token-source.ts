import { z } from 'zod';
import { type Exchange, ExchangeFault } from './exchange.ts';
import type { Timeouts } from './posten-config.ts';

export type TokenSettings = {
  readonly url: string;
  readonly clientId: string;
  readonly brokerId: string;
  /** Scheme and host of the API. */
  readonly resource: string;
  readonly anchors?: readonly string[];
  readonly now: () => Date;
  readonly timeouts: Timeouts;
};

export type TokenSource = {
  /** Throws {@link ExchangeFault}; without a token no call is made, so nothing was taken. */
  readonly token: () => Promise<string>;
  readonly drop: () => void;
  readonly close: () => void;
};

const answerShape = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const renewMs = 30_000;

/** Client-credentials grant over mutual TLS. One token at a time, renewed 30 s before its end. */
export function openTokenSource(settings: TokenSettings, exchange: Exchange): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async (): Promise<string> => {
    const asked = settings.now().getTime();
    const answer = await exchange.send({
      method: 'POST',
      url: settings.url,
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(
        new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: settings.clientId,
          scope: `signering:${settings.brokerId}`,
          resource: settings.resource,
        }).toString(),
      ),
      connectMs: settings.timeouts.connectMs,
      responseMs: settings.timeouts.responseMs,
      maxBytes: 65_536,
    });
    if (answer.status < 200 || answer.status > 299)
      throw new ExchangeFault(`token-http-${answer.status}`, `the token was refused: ${answer.status}`, true);
    const read = readAnswer(answer.body);
    kept = { token: read.access_token, until: asked + read.expires_in * 1_000 };
    return kept.token;
  };

  return {
    token: async () => {
      if (kept && settings.now().getTime() < kept.until - renewMs) return kept.token;
      asking ??= ask()
        .catch((fault: unknown) => {
          const { code, message } =
            fault instanceof ExchangeFault ? fault : { code: 'token-unreadable', message: String(fault) };
          throw new ExchangeFault(code, message, true, fault);
        })
        .finally(() => {
          asking = undefined;
        });
      return await asking;
    },
    drop: () => {
      kept = undefined;
    },
    close: exchange.close,
  };
}

function readAnswer(body: Uint8Array): z.infer<typeof answerShape> {
  try {
    return answerShape.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch (cause) {
    throw new ExchangeFault('token-unreadable', 'the token answer cannot be read', true, cause);
  }
}
