import { Paragraph } from '@digdir/designsystemet-react';
import { settings } from '../../../texts/settings.ts';
import { useSession, useTexts } from '../../api/session.ts';

/** What the organisation has decided for this machine, each with its value. Nothing of it is a field. */
export function GovernedCard() {
  const t = useTexts(settings);
  const { governed } = useSession();
  // A service this window does not know is shown by its name in the policy.
  const services: Readonly<Record<string, string | undefined>> = t.governedServices;
  const proxies: Readonly<Record<string, string | undefined>> = t.governedProxies;
  const rows = [
    [t.governedUpdates, governed.updates === 'off' ? t.governedOff : governed.updates],
    [t.governedFolder, governed.archiveFolder],
    [t.governedProxy, governed.proxy && (proxies[governed.proxy] ?? governed.proxy)],
    [t.governedTraining, governed.productionOnly ? t.governedOff : undefined],
    [
      t.governedAllowed,
      governed.allowedServices &&
        (governed.allowedServices.map((name) => services[name] ?? name).join(', ') || t.governedNone),
    ],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return (
    <>
      <Paragraph data-size="sm">{t.governedText}</Paragraph>
      <dl className="settings-facts">
        {rows.map(([name, value]) => (
          <div key={name} className="governed-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
