import type { X509Certificate } from 'node:crypto';
import type { PortalContext } from '../jobs/portal-context.ts';

/** One authenticated call. */
export type Call = {
  readonly context: PortalContext;
  /** The organisation acted for: the one in the address. */
  readonly sender: string;
  /** The organisation of the client certificate. */
  readonly broker: string;
  readonly certificate: X509Certificate;
  /** Address of the sender's root, without a slash at the end, as the caller reached it. */
  readonly senderRoot: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly body: Buffer;
};
