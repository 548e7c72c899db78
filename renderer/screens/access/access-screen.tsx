import type { AccessPart } from '../../../domain/access/access-parts.ts';
import { accessTexts } from '../../../texts/access.ts';
import { oversightTexts } from '../../../texts/oversight.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { addressOf } from '../../routing/route.ts';
import { BinPart } from './bin-part.tsx';
import { CodesPart } from './codes-part.tsx';
import { DefaultsPart } from './defaults-part.tsx';
import { DeputiesPart } from './deputies-part.tsx';
import { GroupsPart } from './groups-part.tsx';
import { AccessLog } from './history-dialog.tsx';
import { LookingPart } from './looking-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { SightPart } from './sight-part.tsx';
import { TakeOverPart } from './take-over-part.tsx';
import { UnitsPart } from './units-part.tsx';
import { UsersPart } from './users-part.tsx';
import './access.css';

/** «Tilgang»: who may see and do what, in parts. */
export function AccessScreen({ part: wanted }: { readonly part: AccessPart | undefined }) {
  const t = useTexts(accessTexts);
  const names = { ...t.part, ...useTexts(oversightTexts).part };
  const { accessParts: parts } = useSession();
  const part = wanted !== undefined && parts.includes(wanted) ? wanted : parts[0];
  const heading = part ? names[part] : t.title;
  return (
    <>
      <PageHeading title={heading} where={heading} kicker={t.title} />
      <nav aria-label={t.parts} className="access-parts">
        {parts.map((one) => (
          <a
            key={one}
            className="access-part-link"
            href={addressOf({ at: 'access', part: one })}
            aria-current={one === part ? 'page' : undefined}
          >
            {names[one]}
          </a>
        ))}
      </nav>
      {part ? <div className="access-part">{screenOf(part)}</div> : null}
    </>
  );
}

function screenOf(part: AccessPart) {
  switch (part) {
    case 'users':
      return <UsersPart />;
    case 'units':
      return <UnitsPart />;
    case 'codes':
      return <CodesPart />;
    case 'groups':
      return <GroupsPart />;
    case 'deputies':
      return <DeputiesPart />;
    case 'sight':
      return <SightPart />;
    case 'defaults':
      return <DefaultsPart />;
    case 'review':
      return <ReviewPart />;
    case 'take-over':
      return <TakeOverPart />;
    case 'bin':
      return <BinPart />;
    case 'looking':
      return <LookingPart />;
    case 'log':
      return <AccessLog />;
  }
}
