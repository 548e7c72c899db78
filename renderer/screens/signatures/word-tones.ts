import type { ReportWord } from '../../../domain/signature-report.ts';
import type { Tone } from '../../components/tone.ts';

/** The word says it; the colour only helps. */
export const wordTones: Readonly<Record<ReportWord, Tone>> = {
  holds: 'success',
  'not-vouched': 'warning',
  'out-of-date': 'warning',
  unsigned: 'neutral',
  'part-only': 'danger',
  'changed-since': 'danger',
  revoked: 'danger',
  broken: 'danger',
};
