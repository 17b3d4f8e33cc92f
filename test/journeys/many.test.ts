import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser, CDPSession } from 'playwright-core';
import type { LibrarySignup } from '../../src/library-signup.js';
import { openBrowser, travelOnHost, type Journey } from '../support/journey.js';

interface Held {
  nodes: number;
  listeners: number;
  timers: number;
  actors: number;
}

/** Counts timers that run, and actors that were not stopped; in the page, before its scripts. */
function count(): void {
  const running = new Set<unknown>();
  const counted = window as unknown as { running: Set<unknown>; actors: Set<WeakRef<{ getSnapshot(): { status: string } }>> };
  counted.running = running;
  counted.actors = new Set();
  for (const [start, stop, once] of [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
  ] as const) {
    const [begin, end] = [window[start].bind(window), window[stop].bind(window)];
    window[start] = ((run: () => void, ...rest: [number?]) => {
      const id = begin(
        () => {
          if (once) running.delete(id);
          run();
        },
        ...rest,
      );
      running.add(id);
      return id;
    }) as never;
    window[stop] = ((id: number) => {
      running.delete(id);
      end(id);
    }) as never;
  }
}

async function held({ page }: Journey, session: CDPSession): Promise<Held> {
  // Leaving takes a moment: an element that is moved is away, too.
  await page.waitForTimeout(300);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const { timers, actors } = await page.evaluate(() => {
    const { running, actors: all } = window as unknown as {
      running: Set<unknown>;
      actors: Set<WeakRef<{ getSnapshot(): { status: string } }>>;
    };
    return { timers: running.size, actors: [...all].filter((actor) => actor.deref()?.getSnapshot().status === 'active').length };
  });
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), timers, actors };
}

/** Puts so many elements into the page and takes them out again, each when it shows its first screen. */
const mount = ({ page }: Journey, times: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const config = (await (await fetch('/config.json')).json()) as LibrarySignup['config'];
    const { actors } = window as unknown as { actors: Set<WeakRef<object>> };
    for (let at = 0; at < wanted; at += 1) {
      const element = document.createElement('library-signup');
      element.inspect = (event) => {
        if (event.type === '@xstate.actor') actors.add(new WeakRef(event.actorRef));
      };
      element.config = config;
      document.body.append(element);
      while (element.step !== 'register.identify') await element.updateComplete.then(() => Promise.resolve());
      element.remove();
      if (at % 20 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, times);

describe('many elements', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });

  it('leave nothing behind after 1 000 mounts and unmounts, nor one after 100 moves', (t) =>
    travelOnHost(
      browser,
      async (journey) => {
        await journey.shows('register.identify');
        const session = await journey.page.context().newCDPSession(journey.page);
        await session.send('Performance.enable');
        // The first ones fetch and compile what all of them share.
        await mount(journey, 20);
        const fresh = await held(journey, session);
        await mount(journey, 1000);
        const after = await held(journey, session);
        const move = async (times: number): Promise<Held> => {
          await journey.element.evaluate(async (element, wanted) => {
            const elsewhere = document.body.appendChild(document.createElement('section'));
            const home = element.parentElement!;
            for (let at = 0; at < wanted; at += 1) (at % 2 === 0 ? elsewhere : home).append(element);
            await (element as LibrarySignup).updateComplete;
            elsewhere.remove();
          }, times);
          await journey.shows('register.identify');
          return held(journey, session);
        };
        const settled = await move(2);
        const moved = await move(100);
        t.diagnostic(
          `before ${JSON.stringify(fresh)}, after 1 000 mounts ${JSON.stringify(after)}, after 2 moves ${JSON.stringify(settled)}, after 100 more ${JSON.stringify(moved)}`,
        );
        for (const [what, before, now] of [
          ['mounts', fresh, after],
          ['moves', settled, moved],
        ] as const) {
          // Far less than one for each: what the browser keeps for itself comes and goes.
          assert.ok(now.nodes - before.nodes < 25, `nodes grew by ${now.nodes - before.nodes} after ${what}`);
          assert.ok(now.listeners - before.listeners < 10, `listeners grew by ${now.listeners - before.listeners} after ${what}`);
          assert.ok(now.timers - before.timers <= 2, `timers grew by ${now.timers - before.timers} after ${what}`);
          assert.equal(now.actors, before.actors, `actors after ${what}`);
        }
      },
      { before: count },
    ));

  it('stand on one page, 20 of them, each on its own, at a cost that grows with their number', (t) =>
    travelOnHost(browser, async (journey) => {
      await journey.shows('register.identify');
      const { few, many, steps } = await journey.page.evaluate(async () => {
        const config = (await (await fetch('/config.json')).json()) as NonNullable<LibrarySignup['config']>;
        const audiences = [config.register!.audiences[0]!, { ...config.register!.audiences[0]!, id: 'other', label: 'Other' }];
        const show = async (number: number): Promise<[took: number, elements: LibrarySignup[]]> => {
          const start = performance.now();
          const elements = Array.from({ length: number }, (_, at) =>
            Object.assign(document.createElement('library-signup'), {
              id: `one-${at}`,
              config: { ...config, register: { ...config.register!, audiences } },
            }),
          );
          document.body.append(...elements);
          for (const element of elements)
            while (element.step !== 'register.audience') await element.updateComplete.then(() => new Promise(requestAnimationFrame));
          return [performance.now() - start, elements];
        };
        const clear = (elements: LibrarySignup[]): void => elements.forEach((element) => element.remove());
        clear((await show(5))[1]);
        const best = async (number: number): Promise<number> => {
          const times: number[] = [];
          for (let at = 0; at < 4; at += 1) {
            const [took, elements] = await show(number);
            times.push(took);
            clear(elements);
          }
          return Math.min(...times);
        };
        const [few, many] = [await best(5), await best(20)];
        const [, all] = await show(20);
        for (const at of [3, 17]) {
          const root = all[at]!.shadowRoot!;
          root.querySelector<HTMLElement>('input[value="other"]')!.click();
          root.querySelector<HTMLElement>('button[type="submit"]')!.click();
        }
        while (all[17]!.step !== 'register.identify') await all[17]!.updateComplete.then(() => new Promise(requestAnimationFrame));
        return {
          few,
          many,
          steps: all.map(({ step, shadowRoot }) => `${step} ${String(shadowRoot!.querySelectorAll('input:checked').length)}`),
        };
      });
      assert.deepEqual(
        steps,
        Array.from({ length: 20 }, (_, at) => (at === 3 || at === 17 ? 'register.identify 0' : 'register.audience 0')),
      );
      t.diagnostic(`5 elements ${few.toFixed(0)} ms, 20 elements ${many.toFixed(0)} ms: ${(many / few).toFixed(1)} times (linear: 4)`);
      assert.ok(many / few < 4 * 1.75, `20 elements took ${many / few} times as long as 5`);
    }));
});
