import { z } from 'zod';

/** Calls of the API by name, as modes and logs speak of them. */
export const routeNames = [
  'create',
  'poll',
  'confirm',
  'cancel',
  'pades',
  'xades',
  'delete-documents',
  'archive',
  'probe',
  'devmodesign',
] as const;
export type RouteName = (typeof routeNames)[number];

const route = z.enum(routeNames).optional();

/** Ways in which the service has been seen, or could be feared, to behave; switched by the control endpoint. */
export const modesSchema = z.strictObject({
  namespaceStyle: z.enum(['default', 'ns4']),
  cancelStatus: z.union([z.literal(200), z.literal(204)]),
  confirmPath: z.enum(['complete', 'status/complete']),
  /** So many creates are carried out, and the connection closed without an answer. */
  dropAfterCreate: z.number().int().min(0),
  /** So many calls (of `route`, else any) are answered by `status` with an empty body and not carried out. */
  fail: z.strictObject({ count: z.number().int().min(0), status: z.number().int().min(400).max(599), route }),
  /** Said instead of WAITING in messages. */
  unknownSignerStatus: z.string().optional(),
  /** Said instead of every error code. */
  unknownErrorCode: z.string().optional(),
  /** 429 for early polls lacks X-Next-permitted-poll-time. */
  omitNextPollTime: z.boolean(),
  /** The job is gone once its last message is confirmed. */
  vanishAfterConfirm: z.boolean(),
  rateLimit: z.boolean(),
  delayMs: z.number().int().min(0).max(120_000),
  /** So many answers (of `route`, else any) are cut off after `afterBytes` bytes of body. */
  cut: z.strictObject({ count: z.number().int().min(0), afterBytes: z.number().int().min(0), route }),
});

export type Modes = z.infer<typeof modesSchema>;

export const plainModes: Modes = {
  namespaceStyle: 'default',
  cancelStatus: 204,
  confirmPath: 'complete',
  dropAfterCreate: 0,
  fail: { count: 0, status: 500 },
  omitNextPollTime: false,
  vanishAfterConfirm: false,
  rateLimit: true,
  delayMs: 0,
  cut: { count: 0, afterBytes: 0 },
};
