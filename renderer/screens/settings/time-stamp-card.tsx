import {
  Alert,
  Button,
  Checkbox,
  Field,
  Fieldset,
  Input,
  Label,
  Paragraph,
  Textfield,
} from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import type { InputOf, OutputOf, RefusalView } from '../../../preload/contract/contract.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { stage } from '../../api/ask.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { toast } from '../../components/toasts.tsx';

/** Whom the archive asks for time stamps. */
export function TimeStampCard() {
  const query = useAsk('timeStamps.read', {});
  return (
    <QueryBoundary query={query}>
      {(answer) => <Authority key={JSON.stringify(answer.settings)} {...answer} />}
    </QueryBoundary>
  );
}

type Form = InputOf<'timeStamps.test'>['form'];

function Authority({ settings, change }: OutputOf<'timeStamps.read'>) {
  const t = useTexts(signatureTexts).authority;
  const language = useLanguage();
  const save = useCommand('timeStamps.change');
  const test = useCommand('timeStamps.test');
  const [url, setUrl] = useState(settings?.url ?? '');
  const [user, setUser] = useState(settings?.user ?? '');
  const [secret, setSecret] = useState('');
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [refusal, setRefusal] = useState<RefusalView>();
  const [tested, setTested] = useState<OutputOf<'timeStamps.test'>>();
  const anchors = settings?.anchors ?? [];

  const fill = async (): Promise<Form | undefined> => {
    const anchorFiles: string[] = [];
    for (const file of files) {
      const staged = await stage(new Uint8Array(await file.arrayBuffer()));
      if (!staged.ok) {
        setRefusal(staged.refusal);
        return undefined;
      }
      anchorFiles.push(staged.value.stagedId);
    }
    const keepAnchors = anchors.map(({ fingerprint }) => fingerprint).filter((one) => !dropped.includes(one));
    return { url, user, secret, keepAnchors, anchorFiles };
  };
  const run = async (what: 'save' | 'test') => {
    setRefusal(undefined);
    setTested(undefined);
    const form = await fill();
    if (!form) return;
    if (what === 'test') {
      const reply = await test.mutateAsync({ form });
      return reply.ok ? setTested(reply.value) : setRefusal(reply.refusal);
    }
    const reply = await save.mutateAsync({ form });
    if (reply.ok) toast('success', t.saved);
    else setRefusal(reply.refusal);
  };
  const remove = async () => {
    setRefusal(undefined);
    const reply = await save.mutateAsync({});
    if (reply.ok) toast('success', t.removed);
    else setRefusal(reply.refusal);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run('save');
  };
  if (!change.may) return <Paragraph>{settings ? settings.url : t.none}</Paragraph>;
  return (
    <form className="policy-form" aria-label={t.title} noValidate onSubmit={send}>
      <Paragraph>{t.intro}</Paragraph>
      {settings ? null : <Paragraph data-size="sm">{t.none}</Paragraph>}
      <Textfield
        label={t.url}
        description={t.urlHint}
        inputMode="url"
        autoComplete="off"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Textfield
        label={t.user}
        autoComplete="off"
        value={user}
        onChange={(event) => setUser(event.target.value)}
      />
      <Textfield
        label={t.secret}
        {...(settings?.hasSecret && { description: t.secretKept })}
        type="password"
        autoComplete="new-password"
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <Fieldset className="service-anchors">
        <Fieldset.Legend>{t.anchors}</Fieldset.Legend>
        <Fieldset.Description>{t.anchorsHint}</Fieldset.Description>
        {anchors.length === 0 ? <Paragraph data-size="sm">{t.anchorsNone}</Paragraph> : null}
        {anchors.map((anchor) => (
          <Checkbox
            key={anchor.fingerprint}
            label={anchor.subject}
            description={`SHA-256 ${anchor.fingerprint}, ${t.expires(formatDate(anchor.expiresAt))}`}
            checked={!dropped.includes(anchor.fingerprint)}
            onChange={(event) =>
              setDropped(
                event.target.checked
                  ? dropped.filter((one) => one !== anchor.fingerprint)
                  : [...dropped, anchor.fingerprint],
              )
            }
          />
        ))}
        <Field>
          <Label>{t.addAnchors}</Label>
          <Input
            type="file"
            multiple
            accept=".pem,.crt,.cer,.der"
            onChange={(event) => setFiles([...(event.target.files ?? [])])}
          />
        </Field>
      </Fieldset>
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      <div role="status">
        {tested ? (
          <Alert data-color="success" data-size="sm">
            {t.works(tested.by, formatDateTime(tested.at, language))}
          </Alert>
        ) : null}
      </div>
      <div className="control-buttons">
        <Button type="submit" data-color="accent" loading={save.isPending}>
          {t.save}
        </Button>
        <Button variant="secondary" loading={test.isPending} onClick={() => void run('test')}>
          {t.test}
        </Button>
        {settings ? (
          <Button variant="tertiary" onClick={() => void remove()}>
            {t.remove}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
