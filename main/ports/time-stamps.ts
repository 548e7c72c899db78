import type { Instant } from '../../domain/basics.ts';
import type { TimeStampFault } from '../../domain/time-stamp-fault.ts';

/** Whom to ask, and by what its answer is recognised. */
export type TimeStampAuthority = {
  readonly url: string;
  /** PEM */
  readonly anchors: readonly string[];
  readonly access?: { readonly user: string; readonly secret: string };
};
/** `token`: DER of a time-stamp token (RFC 3161) that has been verified. */
export type TimeStamped = { readonly token: Uint8Array; readonly at: Instant; readonly by: string };

/** A certificate of which it must be known that it was not revoked, and where its issuer tells so. */
export type WantedRevocation = {
  /** DER */
  readonly certificate: Uint8Array;
  /** DER */
  readonly issuer: Uint8Array;
  readonly lists: readonly string[];
  readonly responders: readonly string[];
};
/** DER */
export type FetchedRevocation = {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
};

/** What is asked of the world to renew the evidence of a signature. */
export interface TimeStamps {
  /** A time stamp over the digest of these bytes; only the digest leaves. Throws {@link TimeStampFailed}. */
  stamp(authority: TimeStampAuthority, over: Uint8Array, now: Instant): Promise<TimeStamped>;
  /** Throws {@link RevocationUnreachable} where one that names an address gives nothing. Those that name none are passed over. */
  fetchRevocation(wanted: readonly WantedRevocation[]): Promise<FetchedRevocation>;
}

export class TimeStampFailed extends Error {
  override readonly name = 'TimeStampFailed';
  readonly fault: TimeStampFault;
  constructor(fault: TimeStampFault, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.fault = fault;
  }
}

export class RevocationUnreachable extends Error {
  override readonly name = 'RevocationUnreachable';
  readonly address: string;
  constructor(address: string, cause?: unknown) {
    super(`no answer on revocation from ${address}`, { cause });
    this.address = address;
  }
}
