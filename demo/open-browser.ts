import { spawn } from 'node:child_process';

/** Whether somebody sits in front of this machine and has not asked for quiet. */
export function canOpenBrowser(argv: readonly string[] = process.argv, env: NodeJS.ProcessEnv = process.env): boolean {
  if (argv.includes('--no-open') || env.CI || env.BROWSER === 'none') return false;
  if (process.platform === 'linux') return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return process.stdout.isTTY;
}

/** Opens the address in the person's browser; a machine that cannot is no failure. */
export function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
