import type { SigningService } from '../../ports/signing-service.ts';

/** A signing service that can be exchanged while Segl runs: every call goes to the one that is held then. */
export function holdSigning(first: SigningService): {
  readonly signing: SigningService;
  /** The one before is closed; do this between rounds of background work. */
  exchange(next: SigningService): Promise<void>;
} {
  let held = first;
  return {
    signing: {
      create: (order) => held.create(order),
      poll: () => held.poll(),
      fetchSignedPdf: (url) => held.fetchSignedPdf(url),
      fetchSignature: (url) => held.fetchSignature(url),
      confirm: (url) => held.confirm(url),
      cancel: (url) => held.cancel(url),
      deleteDocuments: (url) => held.deleteDocuments(url),
      sealAnchors: () => held.sealAnchors(),
      sealPolicy: () => held.sealPolicy(),
      testConnection: () => held.testConnection(),
      close: () => held.close(),
    },
    exchange: async (next) => {
      const before = held;
      held = next;
      await before.close();
    },
  };
}
