import { type Node, parseSync, visitorKeys } from 'oxc-parser';
import { readSource } from './read-imports.ts';

/** Every node of a source file, each before those within it. */
export const nodesOf = (file: string): readonly Node[] => within(parseSync(file, readSource(file)).program);

const within = (node: Node): readonly Node[] => {
  const parts = new Map(Object.entries(node));
  return [
    node,
    ...(visitorKeys[node.type] ?? []).flatMap((key) =>
      [parts.get(key)].flat().filter(isNode).flatMap(within),
    ),
  ];
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
