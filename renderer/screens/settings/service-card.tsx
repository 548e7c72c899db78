import { Alert, Details } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { OutputOf, RefusalView } from '../../../preload/contract/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { service as serviceTexts } from '../../../texts/service.ts';
import { settings } from '../../../texts/settings.ts';
import { useLanguage, useSession, useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { DateText } from '../../components/date-text.tsx';
import { DecisionButton } from '../../components/decision-button.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { daysUntil, WARN_DAYS } from './days-until.ts';
import { ServiceSettingsForm } from './service-form.tsx';
import { ServiceOutcome } from './service-outcome.tsx';

export function ServiceCard() {
  const query = useAsk('service.read', {});
  return <QueryBoundary query={query}>{(service) => <Service service={service} />}</QueryBoundary>;
}

type Tested = OutputOf<'service.test'>;

function Service({ service }: { readonly service: OutputOf<'service.read'> }) {
  const t = useTexts(settings);
  const form = useTexts(serviceTexts);
  const language = useLanguage();
  const { today } = useSession();
  const run = useCommand('service.test');
  const [tested, setTested] = useState<Tested>();
  const [refusal, setRefusal] = useState<RefusalView>();
  const test = async () => {
    setTested(undefined);
    setRefusal(undefined);
    const reply = await run.mutateAsync({});
    if (reply.ok) setTested(reply.value);
    else setRefusal(reply.refusal);
  };
  const expires = service.certificateExpiresAt;
  const days = expires === undefined ? undefined : daysUntil(expires, today);
  return (
    <div className="service-card">
      <dl className="settings-facts">
        <dt>{t.environment}</dt>
        <dd>{t.environments[service.environment]}</dd>
        <dt>{t.organisation}</dt>
        <dd>{service.organisation ?? t.unknown}</dd>
        <dt>{t.certificate}</dt>
        <dd>{expires ? <DateText value={expires} /> : t.unknown}</dd>
        <dt>{t.nextPoll}</dt>
        <dd>{service.nextPollAt ? formatDateTime(service.nextPollAt, language) : t.unknown}</dd>
      </dl>
      {days !== undefined && days <= WARN_DAYS ? (
        <Alert data-color={days <= 0 ? 'danger' : 'warning'} data-size="sm">
          {t.certificateSoon(days)}
        </Alert>
      ) : null}
      <DecisionButton
        data-color="accent"
        decision={service.test}
        loading={run.isPending}
        onClick={() => void test()}
      >
        {run.isPending ? t.testing : t.test}
      </DecisionButton>
      <div role="status" className="service-card">
        {tested ? <ServiceOutcome tested={tested} /> : null}
      </div>
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      {service.change.may ? (
        <Details className="service-set-up" defaultOpen={service.settings === undefined}>
          <Details.Summary>{form.title}</Details.Summary>
          <Details.Content>
            <ServiceSettingsForm service={service} />
          </Details.Content>
        </Details>
      ) : null}
    </div>
  );
}
