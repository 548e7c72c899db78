import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const everyMs = 20;

/**
 * Ends this process as soon as all of it, what lies outside the JavaScript heap included, holds more than so many MB.
 * Looks from a thread of its own, since the one that works may be deep in a single call.
 */
export function watchMemory(memoryMb: number): void {
  const watcher = new Worker(new URL(import.meta.url), {
    workerData: { memoryMb },
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  });
  watcher.unref();
}

if (!isMainThread && typeof workerData?.memoryMb === 'number') {
  const bound = workerData.memoryMb * 1024 * 1024;
  setInterval(() => {
    if (process.memoryUsage.rss() <= bound) return;
    writeSync(2, `over ${workerData.memoryMb} MB\n`);
    process.kill(process.pid, 'SIGKILL');
  }, everyMs);
}
