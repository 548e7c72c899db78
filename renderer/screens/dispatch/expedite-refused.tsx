import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { dispatchTexts } from '../../../texts/dispatch.ts';
import { useTexts } from '../../api/session.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';

/** It was refused, nothing was sent, and everything typed is still here. */
export function ExpediteRefused({ refusal }: { readonly refusal: RefusalView }) {
  const t = useTexts(dispatchTexts).expedite;
  const known = { findings: t.refusedFindings, 'documents-changed': t.refusedChanged };
  if (refusal.code !== 'findings' && refusal.code !== 'documents-changed')
    return <ErrorNotice refusal={refusal} />;
  return (
    <Alert data-color="warning" role="alert">
      <Paragraph>{known[refusal.code]}</Paragraph>
    </Alert>
  );
}
