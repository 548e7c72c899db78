import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Job, Signer } from '../domain/job.ts';
import type { PortalContext } from '../jobs/portal-context.ts';

/** Who has logged in: a person by identity number, or one signer who came by link and code. */
export type Visitor = {
  readonly token: string;
  readonly number: string | undefined;
  readonly signerId: number | undefined;
  /** Put into every form; a page elsewhere cannot know it. */
  readonly formKey: string;
};

export const sessionCookie = 'segl_signatar';
const lifetimeMs = 8 * 3_600_000;

/** Starts a session and gives the value of its cookie. */
export function startSession(
  context: PortalContext,
  who: { readonly number: string } | { readonly signerId: number },
): string {
  const token = randomBytes(24).toString('hex');
  const number = 'number' in who ? who.number : null;
  const signer = 'signerId' in who ? who.signerId : null;
  const { database, clock } = context;
  database.prepare('DELETE FROM sessions WHERE started_at < ?').run(clock.now() - lifetimeMs);
  database
    .prepare('INSERT INTO sessions (token, number, signer, started_at) VALUES (?, ?, ?, ?)')
    .run(token, number, signer, clock.now());
  return token;
}

export function endSession(context: PortalContext, visitor: Visitor): void {
  context.database.prepare('DELETE FROM sessions WHERE token = ?').run(visitor.token);
}

export function findVisitor(context: PortalContext, request: IncomingMessage): Visitor | undefined {
  const token = cookieOf(request, sessionCookie);
  if (token === undefined) return undefined;
  const row = context.database
    .prepare<[string, number], { number: string | null; signer: number | null }>(
      'SELECT number, signer FROM sessions WHERE token = ? AND started_at >= ?',
    )
    .get(token, context.clock.now() - lifetimeMs);
  if (!row) return undefined;
  const formKey = createHash('sha256').update(`form ${token}`).digest('hex');
  return { token, number: row.number ?? undefined, signerId: row.signer ?? undefined, formKey };
}

/** The visitor's own place among the signers, once their group has been opened. */
export function ownSigner(job: Job, visitor: Visitor, now: number): Signer | undefined {
  const signer = job.signers.find(
    (one) => one.id === visitor.signerId || (one.number !== undefined && one.number === visitor.number),
  );
  return signer?.activatesAt !== undefined && signer.activatesAt <= now ? signer : undefined;
}

export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
