import type { BrowserContext } from 'playwright-core';

export interface SeenEvent {
  readonly type: string;
  readonly target: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface LayoutShift {
  readonly value: number;
  /** What moved, as `tag#id`. */
  readonly moved: readonly string[];
}

/** What pages of one browser profile did, from before their first script on. */
export interface PageRecord {
  /** The element's events, over all pages. */
  readonly events: SeenEvent[];
  /** Uncaught errors, console errors, and violations of the page's policy. */
  readonly faults: string[];
  /** Every place where something personal could be left: what, and the text. */
  readonly traces: [where: string, text: string][];
  readonly shifts: LayoutShift[];
  /** Tasks of more than 50 ms: the screen at their end, and milliseconds. */
  readonly longTasks: [step: string, duration: number][];
}

interface Recorder {
  signupJourney(kind: string, value: unknown): void;
}

/** Runs in each page, before its own scripts. */
function watch(): void {
  const tell = (kind: string, value: unknown): void => (window as unknown as Recorder).signupJourney(kind, value);
  for (const type of ['signup-step', 'signup-complete', 'signup-error', 'signup-cancel', 'signup-identify']) {
    document.addEventListener(type, (event) => {
      tell('event', { type, target: (event.target as Element).id, detail: (event as CustomEvent<object>).detail });
    });
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    tell('violation', `${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
  for (const method of ['setItem', 'getItem'] as const) {
    const original = Object.getOwnPropertyDescriptor(Storage.prototype, method)?.value as (...args: string[]) => unknown;
    Storage.prototype[method] = function (this: Storage, ...args: string[]) {
      if (method === 'setItem') tell('storage', args.join('='));
      return original.apply(this, args);
    } as never;
  }
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    history[method] = (state: unknown, unused: string, url?: string | URL | null) => {
      tell('history', `${JSON.stringify(state)} ${String(url ?? '')}`);
      original(state, unused, url);
    };
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] }[]) {
      // As the measure "Cumulative Layout Shift" counts: what follows a click or a key within half a second is wanted.
      if (entry.hadRecentInput) continue;
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? `${node.localName}#${node.id}.${node.className}` : String(node?.nodeName),
      );
      tell('shift', { value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    const step = document.querySelector('library-signup')?.getAttribute('step') ?? 'before';
    for (const { duration } of list.getEntries()) tell('task', [step, duration]);
  }).observe({ type: 'longtask', buffered: true });
}

export async function watchPage(context: BrowserContext): Promise<PageRecord> {
  const record: PageRecord = { events: [], faults: [], traces: [], shifts: [], longTasks: [] };
  const { events, faults, traces, shifts, longTasks } = record;
  await context.exposeBinding('signupJourney', (_, kind: string, value: unknown) => {
    if (kind === 'event') {
      events.push(value as SeenEvent);
      traces.push(['event', JSON.stringify(value)]);
    } else if (kind === 'violation') faults.push(`Content-Security-Policy: ${String(value)}`);
    else if (kind === 'shift') shifts.push(value as LayoutShift);
    else if (kind === 'task') longTasks.push(value as [string, number]);
    else traces.push([kind, String(value)]);
  });
  // tsx compiles with esbuild's `keepNames`, whose helper the page has not got.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(watch);
  context.on('console', (message) => {
    traces.push(['console', message.text()]);
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url.replace(/\?.*/s, '?…')})`);
  });
  context.on('weberror', (error) => faults.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    traces.push(['request', request.url()]);
    const { referer } = request.headers();
    if (referer !== undefined) traces.push(['referrer', referer]);
  });
  return record;
}
