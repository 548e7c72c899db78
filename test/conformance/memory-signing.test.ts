import { identityNumber } from '../support/identity-number.ts';
import { openMemorySigning } from '../support/memory-signing.ts';
import { type Counterpart, promisesOfSigningService } from './signing-service-promises.ts';

/** The double that use-case tests work with keeps what every adapter keeps. */
promisesOfSigningService('the signing service in memory', async (): Promise<Counterpart> => {
  const room = await openMemorySigning();
  return {
    service: room.openSigning('arkiv'),
    people: [identityNumber('14838511091'), identityNumber('02917112145'), identityNumber('23869213241')],
    sign: (job, person) => room.act(job, person, 'sign'),
    refuse: (job, person) => room.act(job, person, 'reject'),
    maySign: async (job, person) => {
      const found = (await room.jobs()).find(({ id }) => String(id) === job);
      return found?.signers.find(({ number }) => number === person)?.open ?? false;
    },
    pass: room.pass,
    now: room.now,
    comesAgainAfterSeconds: 600,
    close: room.close,
  };
});
