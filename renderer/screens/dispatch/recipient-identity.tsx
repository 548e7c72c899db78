import { Button, Textfield } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { maskWhole } from '../../../domain/identity-digits.ts';
import type { RevealReason } from '../../../domain/reveal-reason.ts';
import type { DispatchCheckView } from '../../../preload/contract/dispatch.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { revealTexts } from '../../../texts/reveal.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { afterPress } from '../../components/after-press.ts';
import { RevealDialog } from '../../components/reveal-dialog.tsx';
import { type DraftRecipient, typedOver } from './draft.ts';

type Props = {
  readonly entryId: string;
  readonly id: string;
  readonly name: string;
  readonly typed: string;
  /** The number that the archive holds, and that counts while none is typed. */
  readonly kept: DraftRecipient['keptIdentity'];
  readonly identity: DispatchCheckView['identities'][number] | undefined;
  readonly error: string;
  readonly warning: string;
  readonly onBlur: () => void;
  readonly onChange: (typed: string) => void;
};

/**
 * A number that is typed is seen in full while it is typed and masked when one has left it. One that the archive holds is
 * masked until someone asks, which is logged; what is typed takes its place.
 */
export function RecipientIdentity(props: Props) {
  const { id, name, typed, kept, identity, error, warning, onBlur, onChange } = props;
  const t = useTexts(dispatchTexts).recipients;
  const w = useTexts(revealTexts);
  const [typing, setTyping] = useState(false);
  const [shown, setShown] = useState(false);
  const revealed = useRevealed(props.entryId, kept);
  const fromArchive = typed === '' && kept !== undefined;
  const typedMask = maskWhole(typed);
  const masked = fromArchive ? kept.masked : typedMask;
  const inFull = fromArchive ? revealed.number : typed;
  const open = fromArchive ? revealed.number !== undefined : typing || shown;
  const hideable = fromArchive || typedMask !== typed;
  const press = () => {
    if (!fromArchive) setShown(!shown);
    else if (revealed.number === undefined) revealed.ask();
    else revealed.hide();
  };
  const good = identity?.valid
    ? identity.synthetic
      ? t.synthetic
      : t.valid[identity.kind ?? 'birth-number']
    : undefined;
  return (
    <div>
      <div className="dispatch-identity">
        <Textfield
          id={id}
          label={t.identity}
          value={open ? (inFull ?? masked) : masked}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          error={error || undefined}
          onFocus={(event) => {
            // At once, and all of it marked: what is typed next replaces the number instead of joining it.
            flushSync(() => setTyping(true));
            event.target.select();
          }}
          onBlur={() =>
            afterPress(() => {
              setTyping(false);
              onBlur();
            })
          }
          onChange={(event) =>
            onChange(fromArchive && !open ? typedOver(masked, event.target.value) : event.target.value)
          }
        />
        {hideable && (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={(fromArchive ? open : shown) ? t.hideFor(name) : t.showFor(name)}
            onClick={press}
          >
            {(fromArchive ? open : shown) ? t.hide : t.show}
          </Button>
        )}
      </div>
      <p className="dispatch-field-told" role="status">
        {fromArchive && open ? t.shownLogged : ''}
      </p>
      {revealed.asking && (
        <RevealDialog
          title={w.title(name)}
          submit={w.show}
          busy={revealed.busy}
          refusal={revealed.refusal}
          onReason={(reason) => void revealed.show(reason)}
          onClose={revealed.close}
        />
      )}
      {warning && <p className="dispatch-field-warning">{warning}</p>}
      {!error && !warning && good && (
        <p className="dispatch-field-good">
          <CheckmarkIcon aria-hidden /> {good}
        </p>
      )}
    </div>
  );
}

/** The number in full once it was asked for; another number in its place is hidden again. */
function useRevealed(entryId: string, kept: Props['kept']) {
  const reveal = useCommand('dispatch.revealIdentity');
  const [shown, setShown] = useState<{ readonly id: string; readonly number: string }>();
  const [asking, setAsking] = useState(false);
  return {
    number: shown && shown.id === kept?.id ? shown.number : undefined,
    asking,
    busy: reveal.isPending,
    refusal: refusalOf(reveal.data),
    ask: () => setAsking(true),
    close: () => {
      setAsking(false);
      reveal.reset();
    },
    hide: () => setShown(undefined),
    show: async (reason: RevealReason) => {
      if (!kept) return;
      const reply = await reveal.mutateAsync({ entryId, from: kept.from, id: kept.id, reason });
      if (!reply.ok) return;
      setAsking(false);
      setShown({ id: kept.id, number: reply.value.identityNumber });
    },
  };
}
