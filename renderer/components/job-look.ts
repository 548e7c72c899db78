import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  HourglassIcon,
  NotePencilIcon,
  PaperplaneIcon,
  QuestionmarkDiamondIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import type { JobState } from '../../domain/signing-job.ts';
import type { Tone } from './tone.ts';

type JobLook = {
  /** One character, for lists. */
  readonly mark: string;
  readonly tone: Tone;
  readonly Icon: typeof HourglassIcon;
};

/** How a state looks wherever a job is shown. */
export const jobLooks: Readonly<Record<JobState, JobLook>> = {
  queued: { mark: '…', tone: 'info', Icon: HourglassIcon },
  sending: { mark: '→', tone: 'info', Icon: PaperplaneIcon },
  uncertain: { mark: '?', tone: 'warning', Icon: QuestionmarkDiamondIcon },
  inProgress: { mark: '✎', tone: 'info', Icon: NotePencilIcon },
  doubtful: { mark: '?', tone: 'danger', Icon: QuestionmarkDiamondIcon },
  completed: { mark: '✓', tone: 'success', Icon: CheckmarkCircleIcon },
  failed: { mark: '✕', tone: 'danger', Icon: XMarkOctagonIcon },
  sendFailed: { mark: '!', tone: 'danger', Icon: ExclamationmarkTriangleIcon },
};
