import {
  Alert,
  Button,
  Checkbox,
  Field,
  Input,
  Label,
  Paragraph,
  Textfield,
} from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { authenticationLevels, signatureTypes, signerIdentifiers } from '../../../domain/signing-settings.ts';
import type { OutputOf, RefusalView } from '../../../preload/contract/contract.ts';
import { service as serviceTexts } from '../../../texts/service.ts';
import { settings } from '../../../texts/settings.ts';
import { stage } from '../../api/ask.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { AnchorsField } from './anchors-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { ServiceOutcome } from './service-outcome.tsx';
import { blankService, type TypedService, typedToForm } from './service-typed.ts';

type Props = { readonly service: OutputOf<'service.read'> };

/** Everything that must be known of the signing service. The password is used once and forgotten. */
export function ServiceSettingsForm({ service }: Props) {
  const t = useTexts(serviceTexts);
  const words = useTexts(settings);
  const change = useCommand('service.change');
  const test = useCommand('service.test');
  const [typed, setTyped] = useState<TypedService>(() => blankService(service.settings, service.allowed));
  const [refusal, setRefusal] = useState<RefusalView>();
  const [tested, setTested] = useState<OutputOf<'service.test'>>();
  // A file field shows what was chosen until it is made anew.
  const [round, setRound] = useState(0);
  const set = (part: Partial<TypedService>) => setTyped({ ...typed, ...part });
  const kept = service.settings?.certificate;

  const run = async (what: 'save' | 'test') => {
    setRefusal(undefined);
    setTested(undefined);
    const form = await typedToForm(typed, service.settings, stage);
    if (!form.ok) return setRefusal(form.refusal);
    if (what === 'test') {
      const reply = await test.mutateAsync({ form: form.value });
      return reply.ok ? setTested(reply.value) : setRefusal(reply.refusal);
    }
    const reply = await change.mutateAsync(form.value);
    if (!reply.ok) return setRefusal(reply.refusal);
    set({ certificateFiles: [], anchorFiles: [], dropAnchors: [], passphrase: '' });
    setRound(round + 1);
    toast('success', t.saved);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run('save');
  };
  return (
    <form className="policy-form" aria-label={t.title} noValidate onSubmit={send}>
      <CodeSelect
        label={words.environment}
        value={typed.environment}
        names={t.ways}
        offered={service.allowed}
        onChoose={(environment) => set({ environment })}
      />
      {service.allowed.length < Object.keys(t.ways).length ? (
        <Paragraph data-size="sm">{words.governedChoice}</Paragraph>
      ) : null}
      {typed.environment === 'difitest' ? <Paragraph data-size="sm">{t.trial}</Paragraph> : null}
      <Textfield
        label={t.sender}
        inputMode="numeric"
        autoComplete="off"
        value={typed.organisation}
        onChange={(event) => set({ organisation: event.target.value })}
      />
      <Field>
        <Label>{t.certificate}</Label>
        <Field.Description>{kept ? t.certificateKept(kept.subject) : t.certificateHint}</Field.Description>
        <Input
          key={round}
          type="file"
          multiple
          accept=".p12,.pfx,.pem,.crt,.cer,.key"
          onChange={(event) => set({ certificateFiles: [...(event.target.files ?? [])] })}
        />
      </Field>
      <Textfield
        type="password"
        label={t.passphrase}
        description={t.passphraseHint}
        autoComplete="off"
        value={typed.passphrase}
        onChange={(event) => set({ passphrase: event.target.value })}
      />
      {kept ? <CertificateNotes certificate={kept} organisation={typed.organisation} /> : null}
      <AnchorsField key={round} service={service} typed={typed} onChange={set} />
      <CodeSelect
        label={t.signatureType}
        value={typed.signatureType}
        names={t.signatureTypes}
        offered={signatureTypes}
        onChoose={(signatureType) => set({ signatureType })}
      />
      <CodeSelect
        label={t.level}
        value={typed.authenticationLevel}
        names={t.levels}
        offered={authenticationLevels}
        onChoose={(authenticationLevel) => set({ authenticationLevel })}
      />
      <CodeSelect
        label={t.identifier}
        value={typed.signerIdentifier}
        names={t.identifiers}
        offered={signerIdentifiers}
        onChoose={(signerIdentifier) => set({ signerIdentifier })}
      />
      <Checkbox
        label={t.token}
        checked={typed.withToken}
        onChange={(event) => set({ withToken: event.target.checked })}
      />
      {typed.withToken ? (
        <div className="policy-numbers">
          <Textfield
            label={t.clientId}
            autoComplete="off"
            value={typed.clientId}
            onChange={(event) => set({ clientId: event.target.value })}
          />
          <Textfield
            label={t.brokerId}
            autoComplete="off"
            value={typed.brokerId}
            onChange={(event) => set({ brokerId: event.target.value })}
          />
        </div>
      ) : null}
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      {refusal?.code === 'certificate-legacy-cipher' ? <Commands facts={refusal.facts ?? {}} /> : null}
      <div role="status" className="service-card">
        {tested ? <ServiceOutcome tested={tested} /> : null}
      </div>
      <div className="settings-buttons">
        <Button type="submit" data-color="accent" loading={change.isPending}>
          {t.save}
        </Button>
        <Button variant="secondary" loading={test.isPending} onClick={() => void run('test')}>
          {t.test}
        </Button>
      </div>
    </form>
  );
}

type NotesProps = {
  readonly certificate: NonNullable<Props['service']['settings']>['certificate'];
  readonly organisation: string;
};

function CertificateNotes({ certificate, organisation }: NotesProps) {
  const t = useTexts(serviceTexts);
  // The wire carries the warning as text; one this window does not know yet is left out.
  const sentences: Readonly<Record<string, string | undefined>> = t.warnings;
  const foreign = certificate.organisation !== undefined && certificate.organisation !== organisation;
  const notes = [
    ...(foreign && certificate.organisation ? [t.broker(certificate.organisation)] : []),
    ...certificate.warnings.flatMap((code) => sentences[code] ?? []),
  ];
  return notes.map((note) => (
    <Alert key={note} data-color="warning" data-size="sm">
      {note}
    </Alert>
  ));
}

function Commands({ facts }: { readonly facts: Readonly<Record<string, string | number>> }) {
  return <pre className="service-commands">{`${facts.certificateCommand}\n${facts.keyCommand}`}</pre>;
}
