import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** What a test needs of a server that runs. */
export interface Running {
  url: string;
  /** Demo keys by role. */
  keys: Record<string, string>;
  /** What everybody of the demo shop signs in with. */
  password: string;
  /** Where `setAhead` writes the time of the server; absent where its clock is the machine's. */
  clock?: string;
}

async function freePort(): Promise<number> {
  return await new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/** What gives a process a time of its own, compiled with the compiler that linked the program. */
function clockInto(folder: string): NodeJS.ProcessEnv {
  const [library, clock] = [join(folder, 'clock.so'), join(folder, 'clock')];
  execFileSync(process.env.CC ?? 'cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'clock.c')]);
  writeFileSync(clock, '+0\n');
  return { LD_PRELOAD: library, AHEAD: clock };
}

/** Webhooks of stories are received by servers of the stories, and given up within seconds. */
const SETTINGS = { REDRESS__WORKER__PRIVATE_WEBHOOKS: 'true', REDRESS__WORKER__BACKOFF_MS: '200', REDRESS__WORKER__MAX_ATTEMPTS: '3' };

/** Starts the program that `cargo build` made, with the demo shop, in a folder of its own. */
export async function start({ movable = false } = {}): Promise<{ running: Running; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-browser-'));
  for (const name of ['target', 'plugins']) symlinkSync(join(root, name), join(folder, name));
  const moved = movable ? clockInto(folder) : {};
  const environment: NodeJS.ProcessEnv = { ...process.env, ...SETTINGS, PORT: String(await freePort()), ...moved };
  const program = join(root, 'target/debug/redress');
  const server: ChildProcess = spawn(program, ['serve', '--demo'], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4_000)));
  const url = `http://127.0.0.1:${environment.PORT}`;
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done));
    if (server.exitCode == null) {
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 180_000;
  for (;;) {
    if (server.exitCode != null) throw new Error(`the server ended before it was ready:\n${said}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`the server was not ready in three minutes:\n${said}`);
    }
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready && existsSync(join(folder, 'var/demo.json'))) break;
    await new Promise((wait) => setTimeout(wait, 300));
  }
  const demo = readFileSync(join(folder, 'var/demo.json'), 'utf8');
  return { running: { url, ...demoEntry(demo), clock: moved.AHEAD }, stop };
}

/** Keys by role and the password, from the file that `serve --demo` writes. */
export function demoEntry(file: string): Pick<Running, 'keys' | 'password'> {
  const keys = Object.fromEntries([...file.matchAll(/"(\w+)": "(rdk_[^"]+)"/g)].map(([, role, key]) => [role, key] as [string, string]));
  return { keys, password: /"password": "([^"]+)"/.exec(file)?.[1] ?? '' };
}

/** Moves the server's clock forward by so many hours from the machine's. */
export function setAhead(running: Running, hours: number) {
  if (!running.clock) throw new Error('this server has the time of the machine: start({ movable: true })');
  writeFileSync(running.clock, `+${hours * 3_600}\n`);
}
