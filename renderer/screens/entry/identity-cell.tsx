import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PartyView } from '../../../preload/contract/views.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';

type Props = {
  readonly entryId: string;
  readonly party: PartyView;
  readonly say: (text: string) => void;
};

/** Masked until someone asks; who asked is logged. */
export function IdentityCell({ entryId, party, say }: Props) {
  const t = useTexts(entryTexts).parties;
  const language = useLanguage();
  const reveal = useCommand('entries.revealIdentity');
  const [shown, setShown] = useState<string>();
  if (!party.maskedIdentity) return <span className="entry-subtle">{t.noIdentity}</span>;
  const show = async () => {
    const reply = await reveal.mutateAsync({ entryId, partyId: party.id });
    if (reply.ok) {
      setShown(reply.value.identityNumber);
      say(t.shownLogged);
    } else say(refusalSentence(reply.refusal, language));
  };
  const refused = reveal.data && !reveal.data.ok ? reveal.data.refusal : undefined;
  return (
    <span className="entry-identity">
      <span>{shown ? `${shown.slice(0, 6)} ${shown.slice(6)}` : party.maskedIdentity}</span>
      <Button
        variant="tertiary"
        data-size="sm"
        loading={reveal.isPending}
        aria-label={shown ? t.hideFor(party.name) : t.showFor(party.name)}
        onClick={() => (shown ? setShown(undefined) : void show())}
      >
        {shown ? t.hide : t.show}
      </Button>
      {refused && <span>{refusalSentence(refused, language)}</span>}
    </span>
  );
}
