import { Button, Checkbox, Fieldset, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { accessTexts } from '../../../texts/access.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';

type Proposal = OutputOf<'access.review'>['proposals'][number];
const keyOf = ({ userId, accessCode, unit }: Proposal) => `${userId} ${accessCode} ${unit}`;

/** Clearances an archive usually has. None is chosen beforehand, and none is given that is not chosen. */
export function ProposedClearances({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const t = useTexts(accessTexts);
  const { users } = useSession();
  const unitName = useUnitName();
  const accept = useCommand('access.acceptClearances');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (proposals.length === 0) return <Paragraph>{t.noProposals}</Paragraph>;
  const accepted = proposals.filter((one) => chosen.has(keyOf(one)));
  const refusal = refusalOf(accept.data);
  const mark = (these: readonly Proposal[], on: boolean) => {
    const next = new Set(chosen);
    for (const one of these) {
      if (on) next.add(keyOf(one));
      else next.delete(keyOf(one));
    }
    setChosen(next);
  };
  const give = async () => {
    const reply = await accept.mutateAsync({ accepted });
    if (reply.ok) toast('success', t.accepted);
  };
  return (
    <>
      <Paragraph className="access-intro">{t.reviewClearancesText}</Paragraph>
      {users
        .map((user) => ({ user, his: proposals.filter(({ userId }) => userId === user.id) }))
        .filter(({ his }) => his.length > 0)
        .map(({ user, his }) => (
          <Fieldset key={user.id}>
            <Fieldset.Legend>{user.name}</Fieldset.Legend>
            <div className="access-checks">
              {his.length > 1 ? (
                <Checkbox
                  label={t.allOf(user.name)}
                  checked={his.every((one) => chosen.has(keyOf(one)))}
                  onChange={(event) => mark(his, event.target.checked)}
                />
              ) : null}
              {his.map((one) => (
                <Checkbox
                  key={keyOf(one)}
                  label={t.inUnit(one.accessCode, unitName(one.unit))}
                  checked={chosen.has(keyOf(one))}
                  onChange={(event) => mark([one], event.target.checked)}
                />
              ))}
            </div>
          </Fieldset>
        ))}
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      {accepted.length > 0 ? (
        <Button variant="secondary" loading={accept.isPending} onClick={() => void give()}>
          {t.accept(accepted.length)}
        </Button>
      ) : null}
    </>
  );
}
