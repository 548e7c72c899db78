import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { common } from '../../../texts/common.ts';
import { signatureTexts } from '../../../texts/signatures.ts';
import { refusalOf } from '../../api/refusal-of.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { ControlReport } from './control-report.tsx';
import './signatures.css';

type Props = {
  readonly entryId: string;
  readonly document: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
};

/** Every control of a filed document, newest first, and a new one on demand. */
export function ControlDialog({ entryId, document, onClose }: Props) {
  const t = useTexts(signatureTexts);
  const c = useTexts(common);
  const heading = useId();
  const of = { entryId, documentId: document.id };
  const query = useAsk('signatures.controls', of);
  const run = useCommand('signatures.controlFiled');
  const refusal = refusalOf(run.data);
  const shownOnly = run.data?.ok && !run.data.value.isKept ? run.data.value.control : undefined;
  const again = async () => {
    const reply = await run.mutateAsync(of);
    if (reply.ok) await query.refetch();
  };
  return (
    <Dialog open onClose={onClose} closeButton={c.close} aria-labelledby={heading} className="control-dialog">
      <div className="control-stack">
        <Heading level={2} data-size="xs" id={heading}>
          {t.historyTitle(document.title)}
        </Heading>
        <Button data-color="accent" loading={run.isPending} onClick={() => void again()}>
          {t.againNow}
        </Button>
        {refusal ? <ErrorNotice refusal={refusal} /> : null}
        <div role="status" className="control-stack">
          {shownOnly ? (
            <>
              <ControlReport control={shownOnly} />
              <Paragraph data-size="sm">{t.notKept}</Paragraph>
            </>
          ) : null}
          <QueryBoundary query={query}>
            {({ controls: [newest, ...earlier] }) => (
              <>
                {newest ? <ControlReport control={newest} /> : <Paragraph>{t.noneYet}</Paragraph>}
                {earlier.length > 0 ? (
                  <Heading level={3} data-size="2xs">
                    {t.earlier}
                  </Heading>
                ) : null}
                {earlier.map((one) => (
                  <ControlReport key={one.id} control={one} />
                ))}
              </>
            )}
          </QueryBoundary>
        </div>
      </div>
    </Dialog>
  );
}
