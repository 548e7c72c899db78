import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The Electron bridge as one CommonJS file: a sandboxed preload can load nothing else, and only `electron`. */
export default defineConfig({
  build: {
    lib: {
      entry: fileURLToPath(new URL('./preload/bridge.ts', import.meta.url)),
      formats: ['cjs'],
      fileName: () => 'bridge.cjs',
    },
    outDir: fileURLToPath(new URL('./out/preload', import.meta.url)),
    // The contract's own files were emitted there before.
    emptyOutDir: false,
    target: 'es2023',
    rollupOptions: { external: ['electron'] },
  },
});
