import { Alert, Details, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { settings } from '../../../texts/settings.ts';
import { useTexts } from '../../api/session.ts';

/** What the connection test found, and what to do about it. */
export function ServiceOutcome({ tested }: { readonly tested: OutputOf<'service.test'> }) {
  const t = useTexts(settings);
  // The wire carries the outcome as text; one this window does not know yet still has its detail.
  const sentences: Readonly<Record<string, string | undefined>> = t.outcomes;
  return (
    <>
      <Alert data-color={tested.outcome === 'works' ? 'success' : 'warning'}>
        <Paragraph>{sentences[tested.outcome] ?? t.otherOutcome}</Paragraph>
        {tested.organisation ? <Paragraph>{t.recognisedAs(tested.organisation)}</Paragraph> : null}
      </Alert>
      {tested.detail ? (
        <Details>
          <Details.Summary>{t.detail}</Details.Summary>
          <Details.Content className="service-detail">{tested.detail}</Details.Content>
        </Details>
      ) : null}
    </>
  );
}
