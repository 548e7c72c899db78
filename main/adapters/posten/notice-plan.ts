import type { ServiceNotice } from '../../../domain/service-notices.ts';

/**
 * When Posten reminds one who has both e-mail and telephone, by the days of the deadline (docs/rules.md, 32). With one of
 * them only there is one notice, at the time of the e-mail.
 */
export function noticePlan(deadlineDays: number): readonly ServiceNotice[] {
  const days = daysBefore.find(({ from }) => deadlineDays >= from);
  return days
    ? [
        { daysBefore: days.email, by: 'email' },
        { daysBefore: days.sms, by: 'sms' },
      ]
    : [];
}

const daysBefore = [
  { from: 10, email: 5, sms: 2 },
  { from: 6, email: 3, sms: 2 },
  { from: 4, email: 2, sms: 1 },
  { from: 2, email: 1, sms: 1 },
] as const;
