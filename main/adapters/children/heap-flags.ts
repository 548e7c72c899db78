/** What bounds a child's JavaScript heap; a roomy young part spares it much sweeping. */
export const heapFlags = (memoryMb: number | undefined): string[] =>
  memoryMb === undefined
    ? []
    : [`--max-old-space-size=${memoryMb}`, `--max-semi-space-size=${Math.min(32, Math.ceil(memoryMb / 8))}`];
