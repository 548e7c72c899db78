import type { UserId } from '../../../domain/basics.ts';
import type { ControlId, SignatureControl } from '../../../domain/signature-control.ts';

/** Controls of files from outside, in memory only, each with who asked for it. */
export type ControlMemory = Map<ControlId, { readonly control: SignatureControl; readonly askedBy: UserId }>;

const most = 20;

/** The oldest are forgotten when there are too many. */
export function rememberControl(memory: ControlMemory, control: SignatureControl, askedBy: UserId): void {
  memory.set(control.id, { control, askedBy });
  for (const oldest of memory.keys()) {
    if (memory.size <= most) break;
    memory.delete(oldest);
  }
}
