import { posix, win32 } from 'node:path';
import { z } from 'zod';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { PolicyUnreadable } from '../../ports/machine-policy.ts';

type World = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Checks what was found at `place`. Strict: a name that Segl does not know may be a misspelt one, and what it was meant to
 * forbid would be allowed. Throws {@link PolicyUnreadable}.
 */
export function parsePolicy(found: unknown, place: string, world: World): MachinePolicy {
  const parsed = schemaFor(world).safeParse(found);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const setting = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  throw new PolicyUnreadable(place, setting === undefined ? undefined : String(setting), parsed.error);
}

const schemaFor = (world: World) =>
  z.strictObject({
    updates: z.union([z.literal('off'), z.url({ protocol: /^https$/ })]).optional(),
    archiveFolder: z
      .string()
      .transform((text, context) => {
        const folder = expanded(text, world.env);
        if (folder !== undefined && (world.platform === 'win32' ? win32 : posix).isAbsolute(folder))
          return folder;
        context.addIssue({ code: 'custom', message: 'not a whole path' });
        return z.NEVER;
      })
      .optional(),
    proxy: z
      .union([
        z.literal(['none', 'system']),
        z.url({ protocol: /^http$/, hostname: /./ }).refine(isBareAddress),
      ])
      .optional(),
    productionOnly: z.boolean().optional(),
    allowedServices: z.array(z.string().min(1)).optional(),
  });

/** Host and port, and nothing that would be left out in silence. */
function isBareAddress(text: string): boolean {
  const { pathname, search, hash } = new URL(text);
  return pathname === '/' && search === '' && hash === '';
}

/** `%NAME%` as in Windows' own policies, on every system; `undefined` when the machine has no such value. */
function expanded(text: string, env: World['env']): string | undefined {
  let complete = true;
  const folder = text.trim().replace(/%(?<name>[^%]+)%/g, (whole, name: string) => {
    const value = env[name] ?? env[name.toUpperCase()];
    complete &&= value !== undefined && value !== '';
    return value ?? whole;
  });
  return complete ? folder : undefined;
}
