import { expect, waitUntil } from '@open-wc/testing';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { createMockLibrary } from '../../mocks/library.js';
import { personas } from '../../mocks/personas.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import '../../src/define.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

/** Whoever wants a longer walk, or another: `?walks=40&seed=7` in the address of the test. */
const wanted = new URLSearchParams(location.search);
const WALKS = Number(wanted.get('walks') ?? 8);
const SEED = Number(wanted.get('seed') ?? 20261127);
const STEPS = 70;

const CONFIG: SignupConfigInput = {
  ...TEST_CONFIG,
  library: { ...TEST_CONFIG.library, userIds: ['cpr', 'email'] },
  identity: { providers: { host: { adapter: 'host' }, other: { adapter: 'host' } } },
  register: {
    audiences: [
      { id: 'adult', kind: 'adult', providers: ['host'], minimumAge: 18 },
      { id: 'child', kind: 'child', providers: ['host'], paper: true },
      { id: 'student', kind: 'campus', providers: ['host'], documents: ['student-card'] },
      { id: 'hospital', kind: 'hospital', providers: ['other', 'host'], mailbox: { adapter: 'kaldemail', domains: ['auh.rm.dk'] } },
      { id: 'private', kind: 'private', providers: ['host'] },
    ],
    terms: { version: '1', url: '/terms' },
  },
  recover: { emailAsUserId: true, providers: ['host'] },
};
const TYPED = [
  '',
  ' ',
  'anna@post.example',
  'x@auh.rm.dk',
  '2580',
  '1234',
  '７391 ',
  '7005154321',
  'Østerbro',
  '<b>&"',
  '\u202eabc',
  'a'.repeat(400),
];
const FAULTS = ['none', 'none', 'none', 'none', 'offline', 'html', 'server-error', 'empty', 'slow'];

/** Numbers that look like chance and are the same each time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Screens that wait for somebody or something else, and the two that a fault may end in. */
const isWaiting = (step: string): boolean => /loading|checking|submitting/.test(step);

interface NavigationApi {
  readonly currentEntry: { readonly index: number };
  entries(): readonly { readonly key: string; readonly url: string }[];
  traverseTo(key: string): Record<'committed' | 'finished', Promise<unknown>>;
}

/**
 * Back, but never out of the test: browsers drop entries when there are many of them, and whatever walk is under way ends first. The entry is named, where
 * a browser can do that, so that it is missed instead of another one found.
 */
function stepBack(): void {
  const api = (window as { navigation?: NavigationApi }).navigation;
  if (!api) return history.back();
  const behind = api.entries()[api.currentEntry.index - 1];
  if (behind?.url !== location.href) return;
  const missed = (): void => undefined;
  const { committed, finished } = api.traverseTo(behind.key);
  committed.catch(missed);
  finished.catch(missed);
}

describe('whatever is done to it, in any order', () => {
  const { fetch } = window;
  const { error, warn } = console;
  const faults: string[] = [];
  const note = (event: Event): void => {
    const reason: unknown = 'reason' in event ? event.reason : (event as ErrorEvent).error;
    // Moving the element about makes observers skip a turn, which is no fault.
    if (/ResizeObserver/.test((event as ErrorEvent).message)) return;
    faults.push(reason instanceof Error ? `${reason.message}\n${reason.stack ?? ''}` : String(reason));
  };
  const stay = (event: Event): void => {
    if ((event.composedPath()[0] as Element | undefined)?.closest?.('a[href]')) event.preventDefault();
  };
  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    addEventListener('click', stay);
    Object.assign(console, { error: () => undefined, warn: () => undefined });
    window.print = () => undefined;
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    removeEventListener('click', stay);
    Object.assign(console, { error, warn });
    window.fetch = fetch;
    sessionStorage.clear();
  });

  async function walk(seed: number): Promise<void> {
    const random = chance(seed);
    const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const library = createMockLibrary({ identify: createMockIdentify() });
    let fault = 'none';
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (fault === 'offline') throw new TypeError('Failed to fetch');
      if (fault === 'html') return new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } });
      if (fault === 'server-error') return new Response('{}', { status: 500 });
      if (fault === 'empty') return new Response(null, { status: 200 });
      if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 60));
      return library.fetch(request, '/api/');
    };
    let element: LibrarySignup = document.createElement('library-signup');
    element.id = `walker-${seed}`;
    element.config = CONFIG;
    document.body.append(element);
    const done: string[] = [];

    const all = <E extends Element>(selector: string): E[] =>
      [...element.renderRoot.querySelectorAll<E>(selector)].filter((one) => one.getClientRects().length > 0);
    const acts: Readonly<Record<string, () => unknown>> = {
      click: () => any(all<HTMLElement>('button, [data-action]'))?.click(),
      submit: () => any(all<HTMLElement>('button[type=submit]'))?.click(),
      type: () => {
        const field = any(all<HTMLInputElement>('input:not([type=radio], [type=checkbox])'));
        if (!field) return;
        field.value = any(TYPED) ?? '';
        if (random() < 0.8) field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        if (random() < 0.5) field.dispatchEvent(new FocusEvent('blur'));
      },
      choose: () => any(all<HTMLElement>('input[type=radio], input[type=checkbox]'))?.click(),
      answer: () => {
        any(all<HTMLElement>('input[type=radio]'))?.click();
        any(all<HTMLElement>('button[type=submit]'))?.click();
      },
      'log in': () => {
        all<HTMLElement>('[data-action=identify]')[0]?.click();
        element.identity = { provider: 'host', token: encodeMockCode(any(personas)?.id ?? '') };
      },
      option: () => any(all<HTMLElement>('[role=option]'))?.click(),
      back: () => all<HTMLElement>('[data-action=back]')[0]?.click(),
      'back of the browser': async () => {
        // A walk of the element's own may be under way.
        await new Promise((resolve) => setTimeout(resolve, 50));
        const state = history.state as Record<string, [number, number] | undefined> | null;
        const [depth, floor] = state?.[`library-signup:${element.id}`] ?? [0, 0];
        if (depth > floor) stepBack();
      },
      language: () => (element.lang = random() < 0.5 ? 'da' : 'en'),
      flow: () => (element.flow = random() < 0.5 ? 'register' : 'recover'),
      audience: () => (element.audience = any([null, 'adult', 'child', 'hospital', 'nobody']) ?? null),
      public: () => (element.publicComputer = random() < 0.5),
      move: () => {
        const { parentNode } = element;
        element.remove();
        parentNode?.append(element);
      },
      'away and back': () => {
        element.remove();
        queueMicrotask(() => queueMicrotask(() => document.body.append(element)));
      },
      'start again': () => element.start(),
      reset: () => element.reset(),
      'take away nodes': () => any(all<HTMLElement>('.card *'))?.remove(),
      fault: () => (fault = any(FAULTS) ?? 'none'),
      'sessions end': () => library.expireSessions(),
      'restored page': () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    };
    const often = ['click', 'type', 'type', 'choose', 'answer', 'answer', 'submit', 'log in', 'option', 'back'];
    const names = [...often, ...often, ...Object.keys(acts)];

    for (let at = 0; at < STEPS; at += 1) {
      const name = any(names) ?? 'click';
      done.push(`${String(element.getAttribute('step'))}: ${name}${fault === 'none' ? '' : ` (${fault})`}`);
      await acts[name]?.();
      await new Promise((resolve) => setTimeout(resolve, random() < 0.2 ? 30 : 0));
      await element.updateComplete;
      const way = done.slice(-12).join('\n');
      expect(faults, `${faults.join('\n')}\nseed ${seed}, after\n${way}`).to.deep.equal([]);
    }
    fault = 'none';
    element = document.querySelector(`#walker-${seed}`) ?? element;
    const way = done.slice(-15).join('\n');
    await waitUntil(
      () => !isWaiting(element.getAttribute('step') ?? 'loading'),
      `no way on: ${String(element.getAttribute('step'))}, seed ${seed}, after\n${way}`,
      {
        timeout: 8_000,
      },
    );
    await element.updateComplete;
    const ways = element.renderRoot.querySelectorAll('button, a[href]').length;
    expect(ways, `no way on at ${String(element.getAttribute('step'))}, seed ${seed}, after\n${way}`).to.be.greaterThan(0);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  for (let at = 0; at < WALKS; at += 1) {
    it(`throws nothing and always has a way on (walk ${at + 1})`, async function () {
      this.timeout(30_000);
      await walk(SEED + at);
    });
  }
});
