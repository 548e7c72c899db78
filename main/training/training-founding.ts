import type { Digest } from '../ports/clock.ts';
import { unitId } from './cast.ts';
import type { Ingredients } from './ingredients.ts';
import { stableId } from './stable-id.ts';

/** What the training archive is founded with: the same each time it is built, its id too. */
export async function trainingFounding(
  { municipality }: Pick<Ingredients, 'municipality'>,
  { digest }: { readonly digest: Digest },
) {
  return {
    id: await stableId(digest, 'archive', municipality.name),
    kind: 'training',
    title: `Opplæring – ${municipality.name}`,
    recordCreator: { name: municipality.name, organisationNumber: municipality.organisationNumber },
    part: { id: await stableId(digest, 'archive-part', municipality.name), title: 'Saksarkiv' },
    classificationSystem: {
      id: await stableId(digest, 'classification-system', municipality.name),
      title: 'K-koder',
      type: 'K-koder',
    },
    topUnit: await unitId(digest, municipality.name),
    at: '2024-01-01T08:00:00.000Z',
  } as const;
}
