import {
  Alert,
  Button,
  Checkbox,
  Field,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { OutputOf, RefusalView } from '../../../preload/contract/contract.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { settings } from '../../../texts/settings.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';
import { numberFields, parseNumber, policyToTyped, type TypedPolicy, typedToPolicy } from './policy-typed.ts';

export function PolicyForm() {
  const query = useAsk('policy.read', {});
  return (
    <QueryBoundary query={query}>
      {(answer) => <Policy key={JSON.stringify(answer.policy)} {...answer} />}
    </QueryBoundary>
  );
}

function Policy({ policy, change }: OutputOf<'policy.read'>) {
  const t = useTexts(settings);
  const language = useLanguage();
  const run = useCommand('policy.change');
  const [typed, setTyped] = useState<TypedPolicy>(() => policyToTyped(policy, language));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  const locked = !change.may;
  const set = (part: Partial<TypedPolicy>) => setTyped({ ...typed, ...part });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(undefined);
    const wanted = typedToPolicy(typed);
    if (!wanted) return;
    const reply = await run.mutateAsync({ policy: wanted });
    if (reply.ok) toast('success', t.policySaved);
    else setRefusal(reply.refusal);
  };
  return (
    <form className="policy-form" onSubmit={(event) => void save(event)} noValidate>
      <Paragraph>{t.policyIntro}</Paragraph>
      {!change.may ? (
        <Alert data-color="info" data-size="sm">
          {t.policyReadOnly} {refusalSentence(change, language)}
        </Alert>
      ) : null}
      <div className="policy-numbers">
        {numberFields.map((field) => (
          <Textfield
            key={field}
            label={t.fields[field]}
            inputMode="decimal"
            autoComplete="off"
            readOnly={locked}
            value={typed[field]}
            error={
              tried && parseNumber(field, typed[field]) === undefined
                ? field === 'maxBytes'
                  ? t.notSize
                  : t.notNumber
                : undefined
            }
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
      </div>
      <Field>
        <Label>{t.fields.answersArriveAs}</Label>
        <Select
          value={typed.answersArriveAs}
          disabled={locked}
          onChange={(event) => set({ answersArriveAs: event.target.value === 'M' ? 'M' : 'J' })}
        >
          <Select.Option value="J">{t.answers.J}</Select.Option>
          <Select.Option value="M">{t.answers.M}</Select.Option>
        </Select>
      </Field>
      <Checkbox
        label={t.fields.approvalRequired}
        checked={typed.approvalRequired}
        readOnly={locked}
        onChange={(event) => set({ approvalRequired: event.target.checked })}
      />
      <Checkbox
        label={t.fields.deleteAtService}
        description={t.deleteAtServiceHint}
        checked={typed.deleteAtService}
        readOnly={locked}
        onChange={(event) => set({ deleteAtService: event.target.checked })}
      />
      <Textfield
        label={t.fields.identityNumberBasis}
        description={t.identityNumberBasisHint}
        autoComplete="off"
        readOnly={locked}
        value={typed.identityNumberBasis}
        error={tried && typed.identityNumberBasis.trim() === '' ? t.notBasis : undefined}
        onChange={(event) => set({ identityNumberBasis: event.target.value })}
      />
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      {locked ? null : (
        <div>
          <Button type="submit" data-color="accent" loading={run.isPending}>
            {t.savePolicy}
          </Button>
        </div>
      )}
    </form>
  );
}
