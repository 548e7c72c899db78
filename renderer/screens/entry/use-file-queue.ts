import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { namedIn, refresh } from '../../api/affected.ts';
import { ask, stage } from '../../api/ask.ts';

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
  /** How the last batch went, once all of it is settled. */
  readonly sum: { readonly done: number; readonly refused: number } | undefined;
};

/** Takes files into the entry: each is staged and added on its own, and tells how it went. */
export function useFileQueue(entryId: string): FileQueue {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly QueuedFile[]>([]);
  const [sum, setSum] = useState<FileQueue['sum']>();
  const last = useRef<Promise<void>>(Promise.resolve());
  const nextKey = useRef(1);
  const note = (key: number, part: Partial<QueuedFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  /** True when the file was taken. */
  const take = async (key: number, file: File, replaces: string | undefined): Promise<boolean> => {
    const refuse = (refusal: RefusalView) => {
      note(key, { state: 'refused', refusal });
      return false;
    };
    const read = await readFile(file);
    if (!(read instanceof Uint8Array)) return refuse(read);
    note(key, { state: 'sending' });
    const staged = await stage(read);
    if (!staged.ok) return refuse(staged.refusal);
    const { stagedId } = staged.value;
    const reply =
      replaces === undefined
        ? await ask('documents.add', { entryId, stagedId, fileName: file.name })
        : await ask('documents.replace', { entryId, documentId: replaces, stagedId, fileName: file.name });
    if (!reply.ok) return refuse(reply.refusal);
    note(key, { state: 'done', warnings: reply.value.warnings });
    await refresh(client, namedIn(client, { entryId }));
    return true;
  };

  const add = (given: readonly File[], replaces?: string): Promise<void> => {
    const queued = given.map((file) => ({ file, key: nextKey.current++ }));
    setSum(undefined);
    setFiles((all) => [
      ...all,
      ...queued.map(({ file, key }) => ({ key, name: file.name, state: 'reading' as const, warnings: [] })),
    ]);
    last.current = last.current.then(async () => {
      let done = 0;
      for (const { file, key } of queued) if (await take(key, file, replaces)) done += 1;
      setSum({ done, refused: queued.length - done });
      // Those that need no remark are in the list of documents by now.
      setFiles((all) => all.filter((one) => one.state !== 'done' || one.warnings.length > 0));
    });
    return last.current;
  };
  const dismiss = (key: number) => setFiles((all) => all.filter((one) => one.key !== key));
  return { files, add, dismiss, sum };
}

async function readFile(file: File): Promise<Uint8Array<ArrayBuffer> | RefusalView> {
  if (file.size > STAGE_LIMIT)
    return { code: 'file-too-large', facts: { file: file.name, max: STAGE_LIMIT } };
  if (file.size === 0) return { code: 'file-empty', facts: { file: file.name } };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that has been moved since it was chosen.
    return { code: 'file-missing', facts: { file: file.name } };
  }
}
