import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { weightTexts } from '../../../texts/weight.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { SizeMeter } from '../../components/size-meter.tsx';

/** How heavy the documents would be to send, while something can still be done about it. */
export function DispatchWeight({ entryId }: { readonly entryId: string }) {
  const t = useTexts(weightTexts);
  const heading = useId();
  const weighed = useAsk('dispatch.weigh', { entryId }, { keepPrevious: true });
  if (weighed.error) return null;
  return (
    <section className="entry-weight" aria-labelledby={heading}>
      <Heading level={2} data-size="2xs" id={heading}>
        {t.heading}
      </Heading>
      {weighed.data ? (
        <SizeMeter weighed={weighed.data} />
      ) : (
        <Paragraph className="entry-subtle">{t.weighing}</Paragraph>
      )}
    </section>
  );
}
