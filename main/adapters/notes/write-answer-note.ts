import { answerTitle } from '../../../domain/answer.ts';
import type { Language } from '../../../domain/preferences.ts';
import { answerTexts } from '../../../texts/answers.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { NoteFacts, WriteNote } from '../../ports/note-writer.ts';

/** Words the note on an unfulfilled job; `language` is asked each time, since the clerk may change it. */
export const writeAnswerNote =
  (language: () => Language): WriteNote =>
  (facts: NoteFacts) => {
    const spoken = language();
    const texts = answerTexts[spoken];
    const time = (at: string | undefined) => (at ? formatDateTime(at, spoken) : texts.notKnown);
    const { labels } = texts;
    return {
      heading: answerTitle(facts.kind, facts.title),
      intro:
        facts.kind === 'signed' && facts.document === 'none' ? texts.signedWithout : texts.intro[facts.kind],
      rows: [
        { label: labels.case, value: facts.caseNumber },
        { label: labels.entry, value: facts.recordNumber },
        { label: labels.orderedBy, value: facts.orderedBy },
        { label: labels.sentAt, value: time(facts.sentAt) },
        { label: labels.deadline, value: texts.days(facts.deadlineDays) },
        { label: labels.decidedAt, value: time(facts.decidedAt) },
        { label: labels.receivedAt, value: time(facts.receivedAt) },
        { label: labels.job, value: facts.serviceJobId ?? texts.notKnown },
        { label: labels.document, value: texts.documents[facts.document] },
        ...(facts.kind === 'rejected' ? [{ label: labels.reason, value: texts.reasonNotTold }] : []),
        { label: labels.pages, value: String(facts.merged.pages) },
        { label: labels.digest, value: facts.merged.sha256 },
      ],
      table: {
        head: texts.tableHead,
        rows: facts.signers.map((signer) => [
          signer.onBehalfOf ? `${signer.name} (${signer.onBehalfOf})` : signer.name,
          signer.state === 'unknown'
            ? (signer.serviceState ?? texts.states.unknown)
            : texts.states[signer.state],
          signer.state === 'waiting' ? '–' : time(signer.since),
        ]),
      },
      footer: texts.footer(time(facts.receivedAt)),
      language: spoken,
      createdAt: facts.receivedAt,
    };
  };
