import type { ArchiveIdentity } from '../../ports/archive-store.ts';
import type { Surroundings } from '../../ports/surroundings.ts';
import type { Ingredients } from './ingredients.ts';
import { stableId } from './stable-id.ts';

/** The start of the series the archive covers; nothing in it is older. */
const begun = '2024-01-02T07:00:00.000Z';

/** What the training archive is founded with before it is built; the same everywhere. */
export async function foundTraining(
  { municipality }: Pick<Ingredients, 'municipality'>,
  surroundings: Pick<Surroundings, 'sha256'>,
): Promise<
  ArchiveIdentity & {
    readonly part: { readonly id: string; readonly title: string };
    readonly classificationSystem: { readonly id: string; readonly title: string; readonly type: string };
    readonly at: string;
    readonly by: string;
  }
> {
  const { name, organisationNumber } = municipality;
  return {
    id: await stableId(surroundings, 'archive', organisationNumber),
    kind: 'training',
    title: 'Opplæring',
    recordCreator: { name, organisationNumber },
    part: { id: await stableId(surroundings, 'archive-part', organisationNumber), title: 'Saksarkiv 2024–' },
    classificationSystem: {
      id: await stableId(surroundings, 'classification-system', organisationNumber),
      title: 'K-koder',
      type: 'K-koder',
    },
    at: begun,
    by: name,
  };
}
