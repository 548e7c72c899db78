import { Tag } from '@digdir/designsystemet-react';
import type { CaseRowView, EntryRowView } from '../../preload/contract/views.ts';
import { codes } from '../../texts/codes.ts';
import { common } from '../../texts/common.ts';
import { useTexts } from '../api/session.ts';
import { jobLooks } from './job-look.ts';
import type { Tone } from './tone.ts';
import './status-badge.css';

type Props = { readonly letter: string; readonly text: string; readonly tone: Tone; readonly title?: string };

/** Letter and text say it; the colour only helps. */
export const StatusBadge = ({ letter, text, tone, title }: Props) => (
  <Tag data-color={tone} data-size="sm" className="status-badge" title={title}>
    <b aria-hidden="true">{letter}</b>
    <span>{text}</span>
  </Tag>
);

const entryTones: Readonly<Record<EntryRowView['status'], Tone>> = {
  R: 'neutral',
  F: 'info',
  G: 'info',
  E: 'success',
  J: 'success',
  A: 'neutral',
  U: 'neutral',
  M: 'warning',
  S: 'warning',
};
export function EntryStatusBadge({ status }: { readonly status: EntryRowView['status'] }) {
  const t = useTexts(codes);
  return (
    <StatusBadge
      letter={status}
      text={t.entryStatusShort[status]}
      tone={entryTones[status]}
      title={t.entryStatus[status]}
    />
  );
}

type TypeProps = { readonly type: EntryRowView['type']; readonly short?: boolean };
/** The short form shows the letter every clerk knows; its words are read aloud and shown on hover. */
export function EntryTypeBadge({ type, short = false }: TypeProps) {
  const t = useTexts(codes);
  if (short)
    return (
      <Tag data-color="neutral" data-size="sm" className="status-badge" title={t.entryType[type]}>
        <b aria-hidden="true">{type}</b>
        <span className="ds-sr-only">{t.entryTypeShort[type]}</span>
      </Tag>
    );
  return <StatusBadge letter={type} text={t.entryTypeShort[type]} tone="neutral" title={t.entryType[type]} />;
}

const caseTones: Readonly<Record<CaseRowView['status'], Tone>> = {
  R: 'info',
  B: 'info',
  F: 'success',
  A: 'neutral',
  U: 'neutral',
};
export function CaseStatusBadge({ status }: { readonly status: CaseRowView['status'] }) {
  const t = useTexts(codes);
  return <StatusBadge letter={status} text={t.caseStatus[status]} tone={caseTones[status]} />;
}

type ShownJob = NonNullable<EntryRowView['job']>;
export function JobBadge({ job }: { readonly job: ShownJob }) {
  const t = useTexts(codes);
  const { mark, tone } = jobLooks[job.state];
  const text = job.failure ? t.failureReason[job.failure] : t.jobState[job.state];
  return <StatusBadge letter={mark} text={text} tone={tone} title={t.jobState[job.state]} />;
}

type MarkProps = { readonly short?: boolean };
/** In lists the short form leaves room for the title; its words are read aloud and shown on hover. */
export function ScreenedMark({ short = false }: MarkProps) {
  const t = useTexts(common);
  if (!short) return <StatusBadge letter="§" text={t.screened} tone="warning" title={t.screenedNote} />;
  return (
    <Tag data-color="warning" data-size="sm" className="status-badge" title={t.screenedNote}>
      <b aria-hidden="true">§</b>
      <span className="ds-sr-only">{t.screened}</span>
    </Tag>
  );
}
