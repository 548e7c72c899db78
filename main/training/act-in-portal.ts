import { request } from 'node:https';

export type PortalAccess = {
  readonly apiRoot: string;
  /** PEM */
  readonly anchors: readonly string[];
  readonly certificateChain: string;
  readonly key: string;
};

/**
 * Signs or rejects on behalf of a synthetic person, by the way that the service's own test environments offer for
 * signing. Only the local portal has the one for rejecting. Throws when the portal does not take it.
 */
export const actInPortal =
  (access: PortalAccess) =>
  (act: 'sign' | 'reject', serviceJobId: string, identityNumber: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const verb = act === 'sign' ? 'devmodesign' : 'devmodereject';
      const url = new URL(
        `/web/portal/signature-jobs/${serviceJobId}/${verb}?signer=${identityNumber}`,
        access.apiRoot,
      );
      const call = request(url, {
        method: 'POST',
        ca: [...access.anchors],
        cert: access.certificateChain,
        key: access.key,
        // The certificate is bound to an organisation, not to this address; the chain is still checked.
        checkServerIdentity: () => undefined,
        headers: { 'content-length': 0 },
        timeout: 20_000,
      });
      call.on('response', (response) => {
        response.resume();
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve();
          else reject(new Error(`the portal answered ${status} to ${verb}`));
        });
      });
      call.on('timeout', () => call.destroy(new Error('the portal did not answer')));
      call.on('error', reject);
      call.end();
    });
