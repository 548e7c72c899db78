import { Card, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import { setUp } from '../../../texts/set-up.ts';
import { settings } from '../../../texts/settings.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { vault } from '../../../texts/vault.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { VaultCard } from '../vault/vault-card.tsx';
import { GovernedCard } from './governed-card.tsx';
import { PersonalChoices } from './personal-choices.tsx';
import { PolicyForm } from './policy-form.tsx';
import { ServiceCard } from './service-card.tsx';
import { TimeStampCard } from './time-stamp-card.tsx';
import { UsersList } from './users-list.tsx';
import './settings.css';

export function SettingsScreen() {
  const t = useTexts(settings);
  const people = useTexts(setUp);
  const vaultTexts = useTexts(vault);
  const signatures = useTexts(signatureTexts).authority;
  const { archive, version, governed } = useSession();
  return (
    <>
      <PageHeading title={t.title} where={t.title} />
      <div className="settings">
        <Part title={t.personal}>
          <PersonalChoices />
        </Part>
        <Part title={t.service}>
          <ServiceCard />
        </Part>
        <Part title={people.users}>
          <UsersList />
        </Part>
        {archive.kind === 'production' ? (
          <Part title={vaultTexts.vault}>
            <VaultCard />
          </Part>
        ) : null}
        <Part title={signatures.title}>
          <TimeStampCard />
        </Part>
        <Part title={t.policy}>
          <PolicyForm />
        </Part>
        {Object.values(governed).some((value) => value !== undefined) ? (
          <Part title={t.governed}>
            <GovernedCard />
          </Part>
        ) : null}
        <Part title={t.about}>
          <dl className="settings-facts">
            <dt>{t.recordCreator}</dt>
            <dd>{archive.recordCreator}</dd>
            <dt>{t.archive}</dt>
            <dd>{archive.title}</dd>
            <dt>{t.version}</dt>
            <dd>{version}</dd>
          </dl>
        </Part>
      </div>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Card asChild className="settings-part" data-color="neutral">
      <section aria-labelledby={id}>
        <Heading level={2} data-size="xs" id={id}>
          {title}
        </Heading>
        {children}
      </section>
    </Card>
  );
}
