import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { ask, stage } from '../../api/ask.ts';
import { refreshShown } from '../../api/use-ask.ts';

export type QueuedFile = {
  readonly key: number;
  readonly name: string;
  readonly state: 'reading' | 'sending' | 'done' | 'refused';
  readonly refusal?: RefusalView;
  /** Codes of what is worth knowing about a file that was taken. */
  readonly warnings: readonly string[];
};

export type FileQueue = {
  readonly files: readonly QueuedFile[];
  /** One after the other, in the order given; a refused file never stops the next one. */
  readonly add: (files: readonly File[], replaces?: string) => Promise<void>;
  readonly dismiss: (key: number) => void;
};

/** Takes files into the entry: each is staged and added on its own, and tells how it went. */
export function useFileQueue(entryId: string): FileQueue {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly QueuedFile[]>([]);
  const last = useRef<Promise<void>>(Promise.resolve());
  const nextKey = useRef(1);
  const note = (key: number, part: Partial<QueuedFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const take = async (key: number, file: File, replaces: string | undefined): Promise<void> => {
    const read = await readFile(file);
    if (!(read instanceof Uint8Array)) return note(key, { state: 'refused', refusal: read });
    note(key, { state: 'sending' });
    const staged = await stage(read);
    if (!staged.ok) return note(key, { state: 'refused', refusal: staged.refusal });
    const { stagedId } = staged.value;
    const reply =
      replaces === undefined
        ? await ask('documents.add', { entryId, stagedId, fileName: file.name })
        : await ask('documents.replace', { entryId, documentId: replaces, stagedId, fileName: file.name });
    if (!reply.ok) return note(key, { state: 'refused', refusal: reply.refusal });
    note(key, { state: 'done', warnings: reply.value.warnings });
    await refreshShown(client);
  };

  const add = (given: readonly File[], replaces?: string): Promise<void> => {
    const queued = given.map((file) => ({ file, key: nextKey.current++ }));
    setFiles((all) => [
      ...all.filter((one) => one.state !== 'done' || one.warnings.length > 0),
      ...queued.map(({ file, key }) => ({ key, name: file.name, state: 'reading' as const, warnings: [] })),
    ]);
    last.current = last.current.then(async () => {
      for (const { file, key } of queued) await take(key, file, replaces);
    });
    return last.current;
  };
  const dismiss = (key: number) => setFiles((all) => all.filter((one) => one.key !== key));
  return { files, add, dismiss };
}

async function readFile(file: File): Promise<Uint8Array<ArrayBuffer> | RefusalView> {
  if (file.size > STAGE_LIMIT) return { code: 'file-too-large', facts: { file: file.name } };
  if (file.size === 0) return { code: 'file-empty', facts: { file: file.name } };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that has been moved since it was chosen.
    return { code: 'file-missing', facts: { file: file.name } };
  }
}
