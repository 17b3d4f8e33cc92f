import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { freePort } from '../../demo/free-port.js';
import { startHostServices, type HostConfig, type HostServices } from './host-services.js';
import { travel, until } from './journey.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

function run(folder: string, program: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: '1', NG_CLI_ANALYTICS: 'false', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}\n${stderr}`);
}

/** The package as npm would publish it, of the build that is there. */
export function packPackage(): string {
  const folder = join(ROOT, '.cache', 'hosts');
  mkdirSync(folder, { recursive: true });
  run(ROOT, 'npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };
  return join(folder, `${name}-${version}.tgz`);
}

export interface AppOptions {
  /** Its folder in test/hosts. */
  name: string;
  tarball: string;
  /** `own`: what its package.json names, from the registry, kept for the next run. `project`: what this project has installed anyway. */
  dependencies: 'own' | 'project';
}

/** An application that embeds the package, as somebody outside would have it. */
export class EmbeddingApp {
  readonly #options: AppOptions;
  readonly #folder: string;
  readonly #services: HostServices;
  #server: ChildProcess | undefined;

  private constructor(options: AppOptions, services: HostServices) {
    this.#options = options;
    this.#services = services;
    // Packages of this project are found from its own folder, and must not be found from anywhere else.
    const parent = options.dependencies === 'project' ? join(ROOT, '.cache', 'hosts') : join(tmpdir(), 'library-signup-hosts');
    this.#folder = join(parent, options.name);
  }

  static async start(options: AppOptions): Promise<EmbeddingApp> {
    const app = new EmbeddingApp(options, await startHostServices(['/', '/module.html', '/script.html']));
    app.#install();
    return app;
  }

  get #package(): string {
    return join(this.#folder, 'node_modules', 'library-signup');
  }

  #install(): void {
    const { name, tarball, dependencies } = this.#options;
    const source = join(ROOT, 'test', 'hosts', name);
    mkdirSync(this.#folder, { recursive: true });
    for (const entry of readdirSync(this.#folder)) {
      if (entry !== 'node_modules' && entry !== 'package-lock.json') rmSync(join(this.#folder, entry), { recursive: true });
    }
    cpSync(source, this.#folder, { recursive: true });
    const wanted = createHash('sha256')
      .update(readFileSync(tarball))
      .update(readFileSync(join(source, 'package.json')))
      .digest('hex');
    const stamp = join(this.#folder, 'node_modules', '.installed');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    if (dependencies === 'own') {
      const { scripts } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { scripts?: object };
      if (scripts) run(this.#folder, 'npm', 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund');
      run(this.#folder, 'npm', 'install', '--no-save', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball);
    } else {
      rmSync(this.#package, { recursive: true, force: true });
      mkdirSync(this.#package, { recursive: true });
      run(ROOT, 'tar', '-xzf', tarball, '-C', this.#package, '--strip-components=1');
    }
    writeFileSync(stamp, wanted);
  }

  /** Fails with what the compiler says. */
  checkTypes(): void {
    run(this.#folder, 'npm', 'run', '--silent', 'types');
  }

  async build(): Promise<void> {
    // What an application has in a module of its own.
    if (existsSync(join(this.#folder, 'src')))
      writeFileSync(join(this.#folder, 'src', 'signup.json'), JSON.stringify(await this.#services.config()));
    run(this.#folder, 'npm', 'run', '--silent', 'build');
  }

  /** Registers an adult, with the application's own page in between told of it. KB of JavaScript that the page has loaded, by gzip. */
  async register(browser: Browser, path = '/'): Promise<number> {
    const serve = await this.#serve();
    this.#services.server.removeAllListeners('request').on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
      serve(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
    });
    this.#services.gateway.library.reset();
    const scripts = new Map<string, number>();
    await travel(browser, this.#services.origin + path, async (journey) => {
      journey.page.on('response', (response) => {
        if (response.request().resourceType() !== 'script' || !response.ok()) return;
        response.body().then(
          (body) => scripts.set(response.url(), gzipSync(body, { level: 9 }).length),
          () => undefined,
        );
      });
      await journey.register();
      const said = journey.page.locator('output');
      await until(
        async () => (await said.innerText()) === 'registered',
        () => 'the application was not told of the registration',
      );
    });
    return [...scripts.values()].reduce((sum, size) => sum + size, 0) / 1024;
  }

  async close(): Promise<void> {
    if (this.#server?.pid !== undefined) process.kill(-this.#server.pid);
    await this.#services.close();
  }

  async #serve(): Promise<(incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>> {
    const config = JSON.stringify(await this.#services.config());
    const upstream = existsSync(join(this.#folder, '.next')) ? await this.#startNext(await this.#services.config()) : undefined;
    return async (incoming, outgoing) => {
      const { pathname } = new URL(incoming.url ?? '/', this.#services.origin);
      if (pathname === '/config.json') return void outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end(config);
      if (pathname === '/favicon.ico') return void outgoing.writeHead(204).end();
      if (upstream !== undefined) return forward(upstream, incoming, outgoing);
      const file = this.#fileOf(pathname);
      if (file === undefined) return void outgoing.writeHead(404).end();
      outgoing.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(this.#contentOf(file));
    };
  }

  #fileOf(pathname: string): string | undefined {
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const folders = [join(this.#folder, 'dist'), this.#folder, join(this.#package, 'dist')];
    return folders.map((folder) => join(folder, path)).find((file) => existsSync(file));
  }

  #contentOf(file: string): Buffer | string {
    if (extname(file) !== '.html') return readFileSync(file);
    const { files } = JSON.parse(readFileSync(join(this.#package, 'dist', 'integrity.json'), 'utf8')) as { files: Record<string, string> };
    return readFileSync(file, 'utf8')
      .replace('__MODULE_INTEGRITY__', files['cdn/library-signup.js'] ?? '')
      .replace('__SCRIPT_INTEGRITY__', files['library-signup.js'] ?? '');
  }

  async #startNext(config: HostConfig): Promise<number> {
    const port = await freePort(5300);
    this.#server ??= spawn('npm', ['run', '--silent', 'serve', '--', '--port', String(port)], {
      cwd: this.#folder,
      env: { ...process.env, SIGNUP_CONFIG: JSON.stringify(config), NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
      detached: true,
    });
    await until(
      () =>
        fetch(`http://localhost:${port}/`).then(
          ({ ok }) => ok,
          () => false,
        ),
      () => 'the server of the application did not start',
    );
    return port;
  }
}

function forward(port: number, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const { method, headers, url } = incoming;
    const onward = request({ host: 'localhost', port, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing).on('close', resolve);
    });
    onward.on('error', reject);
    incoming.pipe(onward);
  });
}
