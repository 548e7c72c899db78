import type { DropReason } from '../domain/succession.ts';
import type { Catalogue } from './language.ts';

/** Why what was planned to follow a job was given up, as a whole sentence after a colon. */
export const dropped: Catalogue<Readonly<Record<DropReason, string>>> = {
  nb: {
    completed: 'alle rakk å signere først.',
    rejected: 'en undertegner avviste først.',
    expired: 'fristen gikk ut først.',
    failed: 'oppdraget ble avsluttet hos tjenesten først.',
    undone: 'bestillingen ble angret.',
    doubted: 'dokumentsenteret måtte avgjøre hva som er svaret.',
    'case-closed': 'saken er lukket.',
    'service-refused': 'signeringstjenesten lot ikke oppdraget avbryte.',
  },
  nn: {
    completed: 'alle rakk å signere først.',
    rejected: 'ein underteiknar avviste først.',
    expired: 'fristen gjekk ut først.',
    failed: 'oppdraget vart avslutta hos tenesta først.',
    undone: 'tinginga vart angra.',
    doubted: 'dokumentsenteret måtte avgjere kva som er svaret.',
    'case-closed': 'saka er lukka.',
    'service-refused': 'signeringstenesta lét ikkje oppdraget avbryte.',
  },
  en: {
    completed: 'everyone signed first.',
    rejected: 'a signer refused first.',
    expired: 'the deadline passed first.',
    failed: 'the job ended at the service first.',
    undone: 'the order was undone.',
    doubted: 'the document centre had to decide what the answer is.',
    'case-closed': 'the case is closed.',
    'service-refused': 'the signing service did not let the job be cancelled.',
  },
};
