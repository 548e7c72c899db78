import type { Exchange, TlsMaterial } from './exchange.ts';
import type { Credentials } from './read-credentials.ts';
import { openTokenSource, type TokenSettings } from './token-source.ts';

/** How a call shows who we are. The bundle's signature is not its concern. */
export type Authentication = {
  /** The client certificate of the API connection; absent where calls carry a token. */
  readonly tls: Pick<TlsMaterial, 'certificateChain' | 'key'>;
  /** A bearer token goes to the API's own origin only. */
  readonly secretInHeaders: boolean;
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** After a 401: true when a second try with new headers may help. */
  readonly renew: () => boolean;
  readonly close: () => void;
};

/** The documented method: the enterprise certificate on the TLS connection. */
export const byCertificate = (credentials: Credentials): Authentication => ({
  tls: certificateTls(credentials),
  secretInHeaders: false,
  headers: async () => ({}),
  renew: () => false,
  close: () => undefined,
});

/** The coming one: the certificate fetches a token, and the token goes with each call (section 1.3). */
export function byToken(
  credentials: Credentials,
  settings: TokenSettings,
  openExchange: (tls: TlsMaterial) => Exchange,
): Authentication {
  const source = openTokenSource(
    settings,
    openExchange({
      ...(settings.anchors ? { anchors: settings.anchors } : {}),
      recognise: 'host-name',
      ...certificateTls(credentials),
    }),
  );
  return {
    tls: {},
    secretInHeaders: true,
    headers: async () => ({ Authorization: `Bearer ${await source.token()}` }),
    renew: () => {
      source.drop();
      return true;
    },
    close: source.close,
  };
}

const certificateTls = ({ chain, keyPem }: Credentials) => ({
  certificateChain: chain.map((link) => link.toString()).join(''),
  key: keyPem,
});
