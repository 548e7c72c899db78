import { Button } from '@digdir/designsystemet-react';
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { formatTime } from '../../../texts/format.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { shell } from '../../../texts/shell.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { toast } from '../../components/toasts.tsx';

/** «Hent svar nå»: asks the signing service at once, as often as it allows. */
export function FetchAnswers() {
  const t = useTexts(shell);
  const language = useLanguage();
  const fetchNow = useCommand('signing.fetchNow');
  const run = async () => {
    const reply = await fetchNow.mutateAsync({});
    if (!reply.ok) {
      toast('warning', refusalSentence(reply.refusal, language));
      return;
    }
    const { received, nextAt } = reply.value;
    const later =
      nextAt && Date.parse(nextAt) > Date.now() ? ` ${t.nextFetch(formatTime(nextAt, language))}` : '';
    toast(received > 0 ? 'success' : 'info', t.fetched(received) + later);
  };
  return (
    <Button variant="secondary" data-size="sm" loading={fetchNow.isPending} onClick={() => void run()}>
      {fetchNow.isPending ? null : <ArrowsCirclepathIcon aria-hidden />}
      {fetchNow.isPending ? t.fetching : t.fetchAnswers}
    </Button>
  );
}
