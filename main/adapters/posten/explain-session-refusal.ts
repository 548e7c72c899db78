import type { Problem } from './attempt.ts';
import type { SessionRefusal } from './open-session.ts';
import { legacyCipherRemedy } from './read-credentials.ts';

/** For support: the code first, then what is known of the cause or what to do. */
export function explainSessionRefusal({ code, facts }: Problem<SessionRefusal>): string {
  const more =
    code === 'legacy-cipher'
      ? `convert it to PEM: ${legacyCipherRemedy.join('; ')}`
      : code === 'trust-anchors-missing'
        ? `no certificates in resources/trust/${facts?.environment}`
        : facts?.detail;
  return more === undefined ? code : `${code}: ${more}`;
}
