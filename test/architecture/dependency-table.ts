/**
 * What each area may reach besides itself: paths from the root, `node:`, or package names. Specific before general; a
 * file in no area fails. This is the arrows of the design, `hosts → application → api, adapters → usecases → ports →
 * domain`, and the only place where they are written down for machines.
 */
export const mayReach: readonly (readonly [area: string, reach: readonly string[]])[] = [
  ['domain', ['@navikt/fnrvalidator']],
  ['main/ports', ['domain']],
  ['main/usecases', ['domain', 'main/ports']],
  ['main/training', ['domain', 'main/ports', 'main/usecases', 'node:', 'zod']],

  ['main/adapters/background', ['domain', 'main/ports']],
  ['main/adapters/children', ['main/ports', 'node:']],
  ['main/adapters/high-water', ['domain', 'main/ports', 'node:']],
  ['main/adapters/lock', ['main/ports', 'node:', 'better-sqlite3', 'zod']],
  ['main/adapters/notes', ['domain', 'main/ports', 'texts']],
  [
    'main/adapters/pdf',
    [
      'domain',
      'main/adapters/signatures',
      'main/ports',
      'main/adapters/children/open-parent-link.ts',
      'texts/documents.ts',
      'node:',
      '@libpdf/core',
      'pdf-lib',
      '@pdf-lib/fontkit',
      'pdfjs-dist',
      '@napi-rs/canvas',
      'yauzl',
    ],
  ],
  ['main/adapters/signatures', ['domain', 'main/ports', 'node:', 'pkijs', 'asn1js', 'libxml2-wasm']],
  [
    'main/adapters/time-stamps',
    ['domain', 'main/adapters/signatures', 'main/ports', 'node:', 'asn1js', 'pkijs'],
  ],
  [
    'main/adapters/posten',
    [
      'main/adapters/signatures',
      'domain',
      'main/ports',
      'node:',
      'asn1js',
      'pkijs',
      'fflate',
      'saxes',
      'zod',
    ],
  ],
  ['main/adapters/policy', ['domain', 'main/ports', 'node:', 'zod']],
  ['main/adapters/settings', ['domain', 'main/ports', 'node:', 'conf', 'zod']],
  ['main/adapters/store', ['domain', 'main/ports', 'node:', 'better-sqlite3', 'kysely']],
  ['main/adapters/signing', ['main/ports']],
  ['main/adapters/system', ['domain', 'main/ports', 'node:']],
  ['main/adapters/vault', ['domain', 'main/ports', 'node:', 'age-encryption']],

  ['main/api', ['domain', 'main/ports', 'main/usecases', 'preload/contract', 'zod']],

  [
    'main/hosts/electron',
    [
      'domain',
      'main/application/application.ts',
      'main/application/host-parts.ts',
      'main/hosts',
      'main/ports',
      'main/adapters/children',
      'main/adapters/policy',
      'main/adapters/settings',
      'main/adapters/vault',
      'domain/machine-policy.ts',
      'preload/contract',
      'texts',
      'node:',
      'electron',
      'electron-store',
      'electron-updater',
    ],
  ],
  [
    'main/hosts',
    [
      'domain',
      'main/application/application.ts',
      'main/application/host-parts.ts',
      'main/ports',
      'main/adapters/children',
      'main/adapters/lock',
      'main/adapters/policy',
      'main/adapters/settings',
      'main/adapters/system',
      'main/training',
      'main/adapters/vault',
      'domain/machine-policy.ts',
      'preload/contract',
      'texts',
      'node:',
      'open',
      'zod',
    ],
  ],
  // Composition: it puts the rest together and knows no host.
  [
    'main/application',
    [
      'domain',
      'main/adapters',
      'main/api',
      'main/ports',
      'main/training',
      'main/usecases',
      'preload/contract',
      'node:',
    ],
  ],

  ['preload/contract', ['domain', 'zod']],
  ['preload', ['domain', 'preload/contract', 'electron']],
  ['texts', ['domain']],
  [
    'renderer',
    [
      'domain',
      'preload/contract',
      'texts',
      'react',
      'react-dom',
      'pdfjs-dist',
      '@digdir/designsystemet-css',
      '@digdir/designsystemet-react',
      '@digdir/designsystemet-theme',
      '@navikt/aksel-icons',
      '@tanstack/react-query',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'papaparse',
    ],
  ],
  // Shares no code with main, so that each checks the other.
  [
    'portal',
    [
      'node:',
      '@libpdf/core',
      '@peculiar/x509',
      'better-sqlite3',
      'libxml2-wasm',
      'reflect-metadata',
      'yauzl',
      'zod',
    ],
  ],
  // Run before anything is installed.
  ['scripts', ['node:']],
];

/** Whether a path lies in an area, or is the file or package itself. */
export const covers = (area: string, path: string) =>
  path === area || path.startsWith(area.endsWith(':') ? area : `${area}/`);

/** The area a file belongs to, and what it may reach; `undefined` for a file in no area. */
export const areaOf = (file: string) => mayReach.find(([area]) => covers(area, file));

/** Whether a file may reach a target, both as `readImports` names them. */
export function isAllowed(file: string, target: string): boolean {
  const found = areaOf(file);
  if (!found) return false;
  const [area, reach] = found;
  return [area, ...reach].some((allowed) => covers(allowed, target));
}
