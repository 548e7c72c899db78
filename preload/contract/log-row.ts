import { z } from 'zod';
import { type LogEvent, type LogRow, readLogEvent } from '../../domain/change-log.ts';
import * as codes from './codes.ts';
import { instant } from './method.ts';

/** An event of the change log. Ids among its facts are sent as the names they stand for. */
const logEvent = z.custom<LogEvent>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    readLogEvent(String(Reflect.get(value, 'code')), Reflect.get(value, 'facts')) !== undefined,
);
export const logRow = z.intersection(
  logEvent,
  z.object({
    subject: codes.logSubject,
    subjectId: z.string(),
    recordNumber: z.string().optional(),
    at: instant,
    by: z.string(),
  }),
) satisfies z.ZodType<LogRow>;
