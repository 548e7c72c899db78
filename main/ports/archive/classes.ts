import type { ClassId } from '../../../domain/basics.ts';
import type { Disposal } from '../../../domain/disposal.ts';

export type ArchiveClass = {
  readonly id: ClassId;
  readonly code: string;
  readonly title: string;
  readonly parentId?: ClassId;
  readonly hasChildren: boolean;
  /** Its own; absent where it has what the class above has. */
  readonly disposal?: Disposal;
};

export interface ClassReader {
  classes(): Promise<readonly ArchiveClass[]>;
}

export interface ClassWriter {
  addClass(item: Omit<ArchiveClass, 'hasChildren'>): Promise<void>;
}
