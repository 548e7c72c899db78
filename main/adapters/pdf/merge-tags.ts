import {
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
} from '@libpdf/core';
import type { Copier } from './copy-objects.ts';
import { follow, resolveIn, treeLeaves } from './pdf-objects.ts';

/** The tags of one part: where its numbers go in the merged file, and the way to copy them. */
export type PartTags = {
  /** New number for each entry of the part's parent tree; a number not in it leads nowhere and is dropped. */
  readonly numbers: ReadonlyMap<number, number>;
};

/** Numbers the parent tree of a part from `start`. */
export function numberTags(source: PDF, start: number): PartTags {
  const resolve = resolveIn(source);
  const tree = source.getCatalog().getDict('StructTreeRoot', resolve)?.getDict('ParentTree', resolve);
  const keys = treeLeaves(tree, 'Nums', resolve).flatMap(([key]) =>
    key instanceof PdfNumber ? [key.value] : [],
  );
  return { numbers: new Map(keys.map((key, at) => [key, start + at])) };
}

/** Gathers the tags of all parts below one root, so that a screen reader hears every part. */
export function openTagRoot(target: PDF) {
  const registry = target.context.registry;
  const rootRef = registry.allocateRef();
  const top: PdfObject[] = [];
  const entries: [number, PdfObject][] = [];
  const [roles, classes] = [new PdfDict(), new PdfDict()];
  let marked = true;
  return {
    add(source: PDF, { numbers }: PartTags, copier: Copier): void {
      const resolve = resolveIn(source);
      const catalog = source.getCatalog();
      marked &&= catalog.getDict('MarkInfo', resolve)?.getBool('Marked', resolve)?.value ?? false;
      const root = catalog.getDict('StructTreeRoot', resolve);
      const own = catalog.get('StructTreeRoot');
      if (!root) return;
      if (own instanceof PdfRef) copier.stand(own, rootRef);
      const kids = root.get('K');
      const found = follow(kids, resolve);
      const items = found instanceof PdfArray ? [...found] : kids ? [kids] : [];
      top.push(...items.map(copier.copy));
      for (const [key, value] of treeLeaves(root.getDict('ParentTree', resolve), 'Nums', resolve)) {
        const number = key instanceof PdfNumber ? numbers.get(key.value) : undefined;
        if (number !== undefined) entries.push([number, copier.copy(value)]);
      }
      for (const [name, into] of [
        ['RoleMap', roles],
        ['ClassMap', classes],
      ] as const) {
        for (const [key, value] of root.getDict(name, resolve) ?? []) {
          if (!into.has(key)) into.set(key, copier.copy(value));
        }
      }
    },
    /** Whether every part was tagged, so that the whole is. */
    finish(): boolean {
      if (top.length === 0) return false;
      const nums = entries.flatMap(([number, value]) => [PdfNumber.of(number), value]);
      const root = new PdfDict([
        ['Type', PdfName.of('StructTreeRoot')],
        ['K', new PdfArray(top)],
        ['ParentTree', registry.register(new PdfDict([['Nums', new PdfArray(nums)]]))],
        ['ParentTreeNextKey', PdfNumber.of(entries.length)],
      ]);
      if (roles.size > 0) root.set('RoleMap', roles);
      if (classes.size > 0) root.set('ClassMap', classes);
      registry.registerAt(rootRef, root);
      const catalog = target.getCatalog();
      catalog.set('StructTreeRoot', rootRef);
      if (marked) catalog.set('MarkInfo', PdfDict.of({ Marked: PdfBool.TRUE }));
      return marked;
    },
  };
}
