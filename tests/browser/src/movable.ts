import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Running, start } from './server';

/** A server of one's own whose clock `setAhead` moves. What gives it a time of its own is compiled here, with the compiler that linked it. */
export async function startMovable(): Promise<{ running: Running; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-clock-'));
  const [library, clock] = [join(folder, 'clock.so'), join(folder, 'clock')];
  execFileSync(process.env.CC ?? 'cc', ['-shared', '-fPIC', '-O2', '-o', library, resolve(import.meta.dirname, 'clock.c')]);
  writeFileSync(clock, '+0\n');
  // `start` hands the environment on; nothing else that is started gets it.
  Object.assign(process.env, { LD_PRELOAD: library, AHEAD: clock });
  try {
    const { running, stop } = await start();
    return {
      running: { ...running, clock },
      stop: async () => {
        await stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } finally {
    delete process.env.LD_PRELOAD;
    delete process.env.AHEAD;
  }
}
