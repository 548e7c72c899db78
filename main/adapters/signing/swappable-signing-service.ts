import type { SigningService } from '../../ports/signing-service.ts';

/** A signing service that can be swapped while Segl runs: every call goes to the one that is held then. */
export function createSwappableSigningService(first: SigningService): {
  readonly signing: SigningService;
  /** The one before is closed; do this between rounds of background work. */
  swap(next: SigningService): Promise<void>;
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
      noticePlan: (days) => held.noticePlan(days),
      remindsOnDemand: () => held.remindsOnDemand(),
      remind: (serviceJobId) => held.remind(serviceJobId),
      sealPolicy: () => held.sealPolicy(),
      testConnection: () => held.testConnection(),
      close: () => held.close(),
    },
    swap: async (next) => {
      const before = held;
      held = next;
      await before.close();
    },
  };
}
