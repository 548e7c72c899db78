import { Button, Fieldset, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { setUp, suggestedClasses } from '../../../texts/set-up.ts';
import { useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { LanguageChoice } from './language-choice.tsx';
import './set-up.css';

const blank = { municipality: '', number: '', title: '', name: '', initials: '', unit: '' };
type Field = keyof typeof blank;

/** The first start of a production archive: founds it, and the desk opens in its place. */
export function SetUpScreen({ insteadOf }: { readonly insteadOf?: string }) {
  const t = useTexts(setUp);
  const create = useCommand('archive.create');
  const [typed, setTyped] = useState(blank);
  const [classes, setClasses] = useState(suggestedClasses);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<RefusalView>();
  useEffect(() => {
    document.title = `${t.title} – Segl`;
  }, [t.title]);
  const filled = { ...typed, title: typed.title || t.suggestedTitle(typed.municipality.trim()) };
  const missing = (field: Field) => tried && filled[field].trim() === '';

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(undefined);
    if (Object.values(filled).some((value) => value.trim() === '')) {
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.set-up [aria-invalid="true"]')?.focus(),
      );
      return;
    }
    const { municipality, number, title, name, initials, unit } = filled;
    const reply = await create.mutateAsync({
      recordCreator: { name: municipality, organisationNumber: number.replace(/\s/g, '') },
      title,
      user: { name, initials, adminUnit: unit },
      classes,
      ...(insteadOf !== undefined && { insteadOf }),
    });
    if (!reply.ok) setRefusal(reply.refusal);
  };
  const field = (name: Field, label: string, description?: string) => (
    <Textfield
      label={label}
      description={description}
      autoComplete="off"
      value={typed[name]}
      error={missing(name) ? t.missing : undefined}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <main className="set-up">
      <LanguageChoice label={t.language} />
      <Heading level={1} data-size="md">
        {t.title}
      </Heading>
      <Paragraph>{t.intro}</Paragraph>
      <form onSubmit={(event) => void send(event)} noValidate className="set-up-form">
        <Fieldset>
          <Fieldset.Legend>{t.municipality}</Fieldset.Legend>
          {field('municipality', t.municipalityName)}
          {field('number', t.organisationNumber, t.organisationHint)}
          <Textfield
            label={t.archiveTitle}
            autoComplete="off"
            placeholder={t.suggestedTitle(typed.municipality.trim())}
            value={typed.title}
            onChange={(event) => setTyped({ ...typed, title: event.target.value })}
          />
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{t.firstUser}</Fieldset.Legend>
          <Fieldset.Description>{t.firstUserHint}</Fieldset.Description>
          {field('name', t.name)}
          {field('initials', t.initials)}
          {field('unit', t.unit)}
        </Fieldset>
        <Textfield
          multiline
          rows={10}
          label={t.classes}
          description={t.classesHint}
          value={classes}
          onChange={(event) => setClasses(event.target.value)}
        />
        {refusal ? <ErrorNotice refusal={refusal} /> : null}
        <div>
          <Button type="submit" data-color="accent" loading={create.isPending}>
            {t.create}
          </Button>
        </div>
      </form>
    </main>
  );
}
