import { readFileSync, writeFileSync } from 'node:fs';

const everyMs = 10;

/** Highest resident memory, in MB, of any process that this one has started, since it was last asked. Linux only. */
export function watchPeak(): { take(): number; close(): void } {
  let peak = 0;
  const look = () => {
    for (const pid of children()) peak = Math.max(peak, highest(pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    take: () => {
      look();
      const taken = peak;
      peak = 0;
      children().forEach(forget);
      return taken;
    },
    close: () => clearInterval(timer),
  };
}

function children(): readonly string[] {
  try {
    const listed = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    return listed.trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function highest(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function forget(pid: string): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // It has ended.
  }
}
