import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  HourglassIcon,
  NotePencilIcon,
  PaperplaneIcon,
  QuestionmarkDiamondIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { recordOf } from '../../domain/codes.ts';
import { type JobTrait, jobTraits } from '../../domain/job-transitions.ts';
import { type JobState, jobStates } from '../../domain/signing-job.ts';
import type { Tone } from './tone.ts';

type JobLook = {
  /** One character, for lists. */
  readonly mark: string;
  readonly tone: Exclude<Tone, 'neutral'>;
  readonly Icon: typeof HourglassIcon;
};

type Picture = Pick<JobLook, 'mark' | 'Icon'>;

const toneOf = (traits: readonly JobTrait[]): JobLook['tone'] => {
  if (traits.includes('amiss')) return 'danger';
  if (traits.includes('unclear')) return 'warning';
  return traits.includes('achieved') ? 'success' : 'info';
};
const pictures: Readonly<Record<JobLook['tone'], Picture>> = {
  info: { mark: '✎', Icon: NotePencilIcon },
  warning: { mark: '?', Icon: QuestionmarkDiamondIcon },
  success: { mark: '✓', Icon: CheckmarkCircleIcon },
  danger: { mark: '✕', Icon: XMarkOctagonIcon },
};
/** States with another picture than the one of their tone. */
const ownPictures: { readonly [State in JobState]?: Picture } = {
  queued: { mark: '…', Icon: HourglassIcon },
  sending: { mark: '→', Icon: PaperplaneIcon },
  doubtful: { mark: '?', Icon: QuestionmarkDiamondIcon },
  sendFailed: { mark: '!', Icon: ExclamationmarkTriangleIcon },
};

/** How a state looks wherever a job is shown. */
export const jobLooks = recordOf(jobStates, (state): JobLook => {
  const tone = toneOf(jobTraits[state]);
  return { tone, ...(ownPictures[state] ?? pictures[tone]) };
});
