import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import type { PartyView } from '../../../preload/contract/views.ts';
import { entryTexts } from '../../../texts/entry.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { revealTexts } from '../../../texts/reveal.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { RevealDialog } from '../../components/reveal-dialog.tsx';

type Props = {
  readonly entryId: string;
  readonly party: PartyView;
  readonly say: (text: string) => void;
};

/** Masked until someone asks and says why, which is logged. */
export function IdentityCell({ entryId, party, say }: Props) {
  const t = useTexts(entryTexts).parties;
  const w = useTexts(revealTexts);
  const language = useLanguage();
  const reveal = useCommand('entries.revealIdentity');
  const [shown, setShown] = useState<string>();
  const [asking, setAsking] = useState(false);
  if (!party.maskedIdentity) return <span className="entry-subtle">{t.noIdentity}</span>;
  const show = async (reason: RevealReason) => {
    const reply = await reveal.mutateAsync({ entryId, partyId: party.id, reason });
    if (reply.ok) {
      setAsking(false);
      setShown(reply.value.identityNumber);
      say(t.shownLogged);
    } else say(refusalSentence(reply.refusal, language));
  };
  return (
    <span className="entry-identity">
      <span>{shown ? `${shown.slice(0, 6)} ${shown.slice(6)}` : party.maskedIdentity}</span>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={shown ? t.hideFor(party.name) : t.showFor(party.name)}
        onClick={() => (shown ? setShown(undefined) : setAsking(true))}
      >
        {shown ? t.hide : t.show}
      </Button>
      {asking && (
        <RevealDialog
          title={w.title(party.name)}
          submit={w.show}
          busy={reveal.isPending}
          refusal={refusalOf(reveal.data)}
          onReason={(reason) => void show(reason)}
          onClose={() => {
            setAsking(false);
            reveal.reset();
          }}
        />
      )}
    </span>
  );
}
