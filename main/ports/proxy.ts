/** The proxy through which an address outside is reached, as `http://host:port`; `undefined` when there is none. */
export type FindProxy = (url: string) => Promise<string | undefined>;

/** A proxy is set, and it is of a kind that Segl does not speak with. To go past it would be to go past whoever set it. */
export class ProxyUnusable extends Error {
  override readonly name = 'ProxyUnusable';
  constructor(proxy: string) {
    super(`the proxy is of a kind that is not used: ${proxy}`);
  }
}
