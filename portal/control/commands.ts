import { z } from 'zod';
import { ApiError } from '../api/api-error.ts';
import { isOpenFor } from '../flow/job.ts';
import { modesSchema, plainModes } from '../modes.ts';
import { persons } from '../register.ts';
import { type AnswerResult, endJob, signJob } from '../room/answer-job.ts';
import { type Room, settle } from '../room/room.ts';

const organisationNumber = z.string().regex(/^\d{9}$/);
const person = z.union([z.string().min(1), z.number().int()]);

const clockInput = z.union([
  z.strictObject({ offsetSeconds: z.number() }),
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);

const actInput = z.strictObject({
  job: z.coerce.number().int(),
  signer: person,
  action: z.enum(['sign', 'reject', 'block', 'name-not-available', 'reserve', 'contact-missing']),
});

const certificateInput = z.strictObject({
  organisation: organisationNumber,
  name: z.string().default('Testvirksomhet'),
  keyUsage: z.enum(['digitalSignature', 'keyEncipherment']).optional(),
  usage: z.enum(['clientAuth', 'serverAuth']).optional(),
  notBefore: z.iso.datetime({ offset: true }).optional(),
  notAfter: z.iso.datetime({ offset: true }).optional(),
});

/** The commands of the control endpoint by name. */
export const commands = {
  state: (room: Room, _input: unknown) => ({
    now: new Date(room.clock.now()).toISOString(),
    offsetSeconds: room.clock.offsetMs() / 1000,
    modes: room.modes,
    senders: [...room.senders.values()],
    brokers: Object.fromEntries([...room.brokers].map(([broker, senders]) => [broker, [...senders]])),
    persons,
  }),

  clock: (room: Room, input: unknown) => {
    const wish = clockInput.parse(input);
    const { clock } = room;
    if ('offsetSeconds' in wish) clock.move(wish.offsetSeconds * 1000);
    else if ('advanceSeconds' in wish) clock.move(clock.offsetMs() + wish.advanceSeconds * 1000);
    else clock.move(clock.offsetMs() + Date.parse(wish.now) - clock.now());
    settle(room);
    return { now: new Date(clock.now()).toISOString() };
  },

  modes: (room: Room, input: unknown) => {
    room.modes = { ...room.modes, ...modesSchema.partial().parse(input) };
    return room.modes;
  },

  reset: (room: Room, _input: unknown) => {
    room.modes = plainModes;
    room.clock.move(0);
    return room.modes;
  },

  act: (room: Room, input: unknown) => {
    const { job, signer, action } = actInput.parse(input);
    return { status: unwrap(act(room, job, signer, action)).status };
  },

  jobs: (room: Room, _input: unknown) => {
    settle(room);
    const now = room.clock.now();
    return room.jobs.all().map((job) => ({
      ...job,
      signers: job.signers.map((signer) => ({ ...signer, open: isOpenFor(signer, now) })),
    }));
  },

  /** Gives an organisation access to the API, or takes it away. */
  sender: (room: Room, input: unknown) => {
    const wish = z
      .strictObject({
        organisation: organisationNumber,
        name: z.string().default('Testvirksomhet'),
        access: z.boolean().default(true),
      })
      .parse(input);
    if (wish.access) room.senders.set(wish.organisation, { number: wish.organisation, name: wish.name });
    else room.senders.delete(wish.organisation);
    return [...room.senders.values()];
  },

  /** The senders that have authorised a broker. */
  broker: (room: Room, input: unknown) => {
    const wish = z
      .strictObject({ broker: organisationNumber, senders: z.array(organisationNumber) })
      .parse(input);
    room.brokers.set(wish.broker, new Set(wish.senders));
    return {};
  },

  /** An enterprise certificate from the training CA: PEM chain and key. */
  certificate: async (room: Room, input: unknown) => {
    const wish = certificateInput.parse(input);
    const issued = await room.certificates.issueEnterprise(
      { number: wish.organisation, name: wish.name },
      {
        ...(wish.keyUsage && { keyUsage: wish.keyUsage }),
        ...(wish.usage && { usage: wish.usage }),
        ...(wish.notBefore && { notBefore: new Date(wish.notBefore) }),
        ...(wish.notAfter && { notAfter: new Date(wish.notAfter) }),
      },
    );
    return { certificate: issued.chain, key: issued.key };
  },
} as const;

function act(
  room: Room,
  job: number,
  signer: string | number,
  action: z.infer<typeof actInput>['action'],
): AnswerResult {
  switch (action) {
    case 'sign':
      return signJob(room, job, signer);
    case 'reject':
      return endJob(room, job, signer, 'REJECTED');
    case 'block':
      return endJob(room, job, signer, 'BLOCKED');
    case 'reserve':
      return endJob(room, job, signer, 'RESERVED');
    case 'contact-missing':
      return endJob(room, job, signer, 'CONTACT_INFORMATION_MISSING');
    case 'name-not-available':
      return endJob(room, job, signer, 'SIGNERS_NAME_NOT_AVAILABLE');
  }
}

function unwrap(result: AnswerResult) {
  if (!result.ok) throw new ApiError(409, 'REFUSED', result.refusal);
  return result.job;
}
