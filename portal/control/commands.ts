import { z } from 'zod';
import { ApiError } from '../domain/api-error.ts';
import { isOpenFor } from '../domain/job.ts';
import { type AnswerResult, endJob, signJob } from '../jobs/answer-job.ts';
import { type PortalContext, settle } from '../jobs/portal-context.ts';
import { modesSchema, plainModes } from '../training/modes.ts';
import { persons } from '../training/register.ts';

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
  state: (context: PortalContext, _input: unknown) => ({
    now: new Date(context.clock.now()).toISOString(),
    offsetSeconds: context.clock.offsetMs() / 1000,
    modes: context.modes,
    senders: [...context.senders.values()],
    brokers: Object.fromEntries([...context.brokers].map(([broker, senders]) => [broker, [...senders]])),
    persons,
  }),

  clock: (context: PortalContext, input: unknown) => {
    const wish = clockInput.parse(input);
    const { clock } = context;
    if ('offsetSeconds' in wish) clock.move(wish.offsetSeconds * 1000);
    else if ('advanceSeconds' in wish) clock.move(clock.offsetMs() + wish.advanceSeconds * 1000);
    else clock.move(clock.offsetMs() + Date.parse(wish.now) - clock.now());
    settle(context);
    return { now: new Date(clock.now()).toISOString() };
  },

  modes: (context: PortalContext, input: unknown) => {
    context.modes = { ...context.modes, ...modesSchema.partial().parse(input) };
    return context.modes;
  },

  reset: (context: PortalContext, _input: unknown) => {
    context.modes = plainModes;
    context.clock.move(0);
    return context.modes;
  },

  act: (context: PortalContext, input: unknown) => {
    const { job, signer, action } = actInput.parse(input);
    return { status: unwrap(act(context, job, signer, action)).status };
  },

  jobs: (context: PortalContext, _input: unknown) => {
    settle(context);
    const now = context.clock.now();
    return context.jobs.all().map((job) => ({
      ...job,
      signers: job.signers.map((signer) => ({ ...signer, open: isOpenFor(signer, now) })),
    }));
  },

  /** Gives an organisation access to the API, or takes it away. */
  sender: (context: PortalContext, input: unknown) => {
    const wish = z
      .strictObject({
        organisation: organisationNumber,
        name: z.string().default('Testvirksomhet'),
        access: z.boolean().default(true),
      })
      .parse(input);
    if (wish.access) context.senders.set(wish.organisation, { number: wish.organisation, name: wish.name });
    else context.senders.delete(wish.organisation);
    return [...context.senders.values()];
  },

  /** The senders that have authorised a broker. */
  broker: (context: PortalContext, input: unknown) => {
    const wish = z
      .strictObject({ broker: organisationNumber, senders: z.array(organisationNumber) })
      .parse(input);
    context.brokers.set(wish.broker, new Set(wish.senders));
    return {};
  },

  /** An enterprise certificate from the training CA: PEM chain and key. */
  certificate: async (context: PortalContext, input: unknown) => {
    const wish = certificateInput.parse(input);
    const issued = await context.certificates.issueEnterprise(
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
  context: PortalContext,
  job: number,
  signer: string | number,
  action: z.infer<typeof actInput>['action'],
): AnswerResult {
  switch (action) {
    case 'sign':
      return signJob(context, job, signer);
    case 'reject':
      return endJob(context, job, signer, 'REJECTED');
    case 'block':
      return endJob(context, job, signer, 'BLOCKED');
    case 'reserve':
      return endJob(context, job, signer, 'RESERVED');
    case 'contact-missing':
      return endJob(context, job, signer, 'CONTACT_INFORMATION_MISSING');
    case 'name-not-available':
      return endJob(context, job, signer, 'SIGNERS_NAME_NOT_AVAILABLE');
  }
}

function unwrap(result: AnswerResult) {
  if (!result.ok) throw new ApiError(409, 'REFUSED', result.refusal);
  return result.job;
}
