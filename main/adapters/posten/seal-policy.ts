import type { SealPolicy } from '../../ports/signing-service.ts';
import type { ResolvedEnvironment } from './environments.ts';

/** Signs the evidence that Posten keeps of each signature (docs/rules.md, 24). */
const signicat = '989584022';
/** RFC 9336: for the signing of documents. */
const documentSigning = '1.3.6.1.5.5.7.3.36';

/**
 * What Posten delivers is sealed by its own organisation; a front page stands before the document. The local portal
 * says in its certificate what it is for, which older certificates of the authorities do not.
 */
export const sealPolicyOf = ({ name, anchors, serverOrganisation }: ResolvedEnvironment): SealPolicy => ({
  anchors,
  timeStampAnchors: anchors,
  organisation: serverOrganisation,
  extendedUsages: name === 'other' ? [documentSigning] : [],
  addedPages: 'front-page',
  evidenceOrganisations: name === 'other' ? [serverOrganisation] : [serverOrganisation, signicat],
});
