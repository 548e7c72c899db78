import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { InputOf } from '../../../preload/contract/contract.ts';
import type { SessionView } from '../../../preload/contract/session.ts';
import { accessTexts } from '../../../texts/access.ts';
import { common } from '../../../texts/common.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useSend } from './use-send.ts';

type CodeProps = {
  /** Absent for a new one. */
  readonly code?: SessionView['access']['codes'][number];
  readonly onClose: () => void;
};

export function CodeDialog({ code, onClose }: CodeProps) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const { bases } = useSession().access;
  const add = useCommand('access.addCode');
  const change = useCommand('access.changeCode');
  const [typed, setTyped] = useState({
    id: String(code?.id ?? ''),
    name: code?.name ?? '',
    bases: (code?.bases ?? []).map(String),
  });
  const [withdrawnOn, setWithdrawn] = useState<string>(code?.withdrawnOn ?? '');
  const { send, ...sending } = useSend(t.saved, onClose);
  const input: InputOf<'access.addCode'> = { ...typed, id: typed.id.trim().toUpperCase() };
  return (
    <FormDialog
      title={code ? t.changeCode(code.id) : t.addCode}
      submit={save}
      {...sending}
      onSubmit={() =>
        send(
          code
            ? change.mutateAsync({ ...input, ...(withdrawnOn !== '' && { withdrawnOn }) })
            : add.mutateAsync(input),
        )
      }
      onClose={onClose}
    >
      {code ? null : (
        <Textfield
          label={t.code}
          description={t.codeHint}
          autoComplete="off"
          maxLength={10}
          value={typed.id}
          onChange={(event) => setTyped({ ...typed, id: event.target.value })}
        />
      )}
      <Textfield
        label={t.codeName}
        autoComplete="off"
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <Fieldset>
        <Fieldset.Legend>{t.basesOf}</Fieldset.Legend>
        <div className="access-checks">
          {bases.map((basis) => (
            <Checkbox
              key={basis.id}
              label={basis.text}
              checked={typed.bases.includes(basis.id)}
              onChange={(event) =>
                setTyped({
                  ...typed,
                  bases: event.target.checked
                    ? [...typed.bases, basis.id]
                    : typed.bases.filter((one) => one !== basis.id),
                })
              }
            />
          ))}
        </div>
      </Fieldset>
      {code ? (
        <Textfield
          type="date"
          label={t.withdrawnOn}
          description={t.withdrawnHint}
          value={withdrawnOn}
          onChange={(event) => setWithdrawn(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}

export function BasisDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const add = useCommand('access.addBasis');
  const [text, setText] = useState('');
  const { send, ...sending } = useSend(t.saved, onClose);
  return (
    <FormDialog
      title={t.addBasis}
      submit={save}
      {...sending}
      onSubmit={() => send(add.mutateAsync({ text }))}
      onClose={onClose}
    >
      <Textfield
        label={t.basisText}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormDialog>
  );
}

type RepealProps = {
  readonly basis: SessionView['access']['bases'][number];
  readonly onClose: () => void;
};

export function RepealDialog({ basis, onClose }: RepealProps) {
  const t = useTexts(accessTexts);
  const { save } = useTexts(common);
  const repeal = useCommand('access.repealBasis');
  const [repealedOn, setRepealed] = useState<string>(basis.repealedOn ?? '');
  const { send, ...sending } = useSend(t.saved, onClose);
  return (
    <FormDialog
      title={t.repealTitle(basis.text)}
      submit={save}
      {...sending}
      onSubmit={() =>
        send(repeal.mutateAsync({ basisId: basis.id, ...(repealedOn !== '' && { repealedOn }) }))
      }
      onClose={onClose}
    >
      <Textfield
        type="date"
        label={t.repealedOn}
        description={t.repealHint}
        value={repealedOn}
        onChange={(event) => setRepealed(event.target.value)}
      />
    </FormDialog>
  );
}
