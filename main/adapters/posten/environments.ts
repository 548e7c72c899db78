import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Posten's own environments by name, or any other place that speaks the same protocol. */
export type PostenEnvironment =
  | 'production'
  | 'difitest'
  | {
      /** `https://host[:port]/api`, without the organisation number. */
      readonly apiRoot: string;
      /** PEM certificates the server's chain must end in. */
      readonly anchors: readonly string[];
      /** The nine digits that the server's certificate must carry. */
      readonly serverOrganisation: string;
    };

export type ResolvedEnvironment = {
  readonly name: 'production' | 'difitest' | 'other';
  readonly apiRoot: string;
  readonly anchors: readonly string[];
  readonly serverOrganisation: string;
  readonly tokenUrl?: string;
};

/** Posten Bring AS (docs/rules.md, 15). */
export const postenOrganisation = '984661185';

const named = {
  production: {
    apiRoot: 'https://api.signering.posten.no/api',
    tokenUrl: 'https://midp.digipost.no/oauth2/token',
  },
  difitest: {
    apiRoot: 'https://api.difitest.signering.posten.no/api',
    tokenUrl: 'https://midp.difitest.digipost.no/oauth2/token',
  },
} as const;

/**
 * `trustFolder` holds one folder of `.pem` files per named environment; the default is `resources/trust`. A folder
 * without certificates gives no anchors but the further ones, and without any no server is recognised.
 */
export function resolveEnvironment(
  environment: PostenEnvironment,
  trustFolder: string | undefined = findTrustFolder(),
  furtherAnchors: readonly string[] = [],
): ResolvedEnvironment {
  if (typeof environment !== 'string')
    return { name: 'other', ...environment, apiRoot: environment.apiRoot.replace(/\/+$/, '') };
  return {
    name: environment,
    ...named[environment],
    anchors: [
      ...(trustFolder === undefined ? [] : readAnchors(join(trustFolder, environment))),
      ...furtherAnchors,
    ],
    serverOrganisation: postenOrganisation,
  };
}

function readAnchors(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pem'))
    .sort()
    .flatMap((name) => pemCertificates(readFileSync(join(folder, name), 'utf8')));
}

/** Each certificate of a PEM text, in its order. */
export const pemCertificates = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];

// The source lies three folders below the root, the build four.
function findTrustFolder(): string | undefined {
  return ['../../../', '../../../../']
    .map((up) => fileURLToPath(new URL(`${up}resources/trust`, import.meta.url)))
    .find((path) => existsSync(path));
}
