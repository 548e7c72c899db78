import { ServiceUnreachable, type SigningService } from '../../ports/signing-service.ts';

/** Stands where no signing service is set up: dispatches wait in the outbox and say why. */
export function noSigningService(): SigningService {
  const absent = () =>
    Promise.reject(new ServiceUnreachable('service-not-set-up', 'no signing service is set up'));
  return {
    create: absent,
    poll: absent,
    fetchSignedPdf: absent,
    fetchSignature: absent,
    confirm: absent,
    cancel: absent,
    deleteDocuments: absent,
    noticePlan: () => [],
    remindsOnDemand: () => false,
    remind: absent,
    sealPolicy: () => ({
      anchors: [],
      timeStampAnchors: [],
      organisation: '',
      extendedUsages: [],
      addedPages: 'none',
    }),
    testConnection: () =>
      Promise.resolve({ outcome: 'certificate-missing', detail: 'no signing service is set up' }),
    close: () => Promise.resolve(),
  };
}
