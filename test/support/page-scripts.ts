import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** What Prototype.js 1.6 does to the built-in types, as far as it lasts on a browser of today. It is in no registry. */
function prototype16(): void {
  type Any = Record<string, unknown>;
  const array = Array.prototype as unknown as Any;
  const arrayFrom = (iterable: ArrayLike<unknown> & { toArray?: () => unknown[] }): unknown[] => {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    const length = iterable.length || 0;
    return Array.prototype.slice.call({ ...iterable, length }) as unknown[];
  };
  (Array as unknown as Any)['from'] = arrayFrom;
  const json = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));
  Object.assign(array, {
    toArray(this: unknown[]) {
      return [...this];
    },
    toJSON(this: unknown[]) {
      return `[${this.map(json).join(', ')}]`;
    },
    reduce(this: unknown[]) {
      return this.length > 1 ? this : this[0];
    },
    entries(this: unknown[]) {
      return [...this];
    },
    first(this: unknown[]) {
      return this[0];
    },
    each(this: unknown[], iterator: (value: unknown, index: number) => void) {
      for (let at = 0; at < this.length; at += 1) iterator(this[at], at);
      return this;
    },
    find(this: unknown[], iterator: (value: unknown, index: number) => unknown) {
      for (let at = 0; at < this.length; at += 1) if (iterator(this[at], at)) return this[at];
      return undefined;
    },
  });
  Object.assign(String.prototype, {
    toJSON(this: string) {
      return `"${this.valueOf()}"`;
    },
    startsWith(this: string, pattern: string) {
      return this.indexOf(pattern) === 0;
    },
    sub(this: string, pattern: string, replacement: string) {
      return this.replace(pattern, replacement);
    },
  });
  Object.assign(Number.prototype, {
    toJSON(this: number) {
      return String(this);
    },
  });
  Object.assign(Function.prototype, {
    bind(this: (...all: unknown[]) => unknown, context: unknown, ...given: unknown[]) {
      return (...more: unknown[]) => this.apply(context, given.concat(more));
    },
  });
}

/** Tools that record what a page does: each reads what it is called with as the code of its day handed it over. */
function wrapped(): void {
  // As in Safari before 17.4.
  Object.assign(AbortSignal, { any: undefined });
  const seen: string[] = [];
  const record = (address: string): void => void seen.push(address.toLowerCase());
  const { fetch } = window;
  window.fetch = (input, init) => {
    record(typeof input === 'string' ? input : (input as Request).url);
    return fetch(input, init);
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function (state: unknown, title: string, address?: string | URL | null) {
      // Throws where there is none, or where it is a URL.
      record((address as string).split('#')[0] as string);
      original.call(history, state, title, address);
    };
  }
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, address: string | URL) {
    record((address as string).trim());
    open.call(this, method, address, true);
  };
}

/** Takes what it doesn't know out of the history, as cleaners of tracking parameters do. */
function forgetful(): void {
  const clean = (): void => history.replaceState({}, '', location.href);
  addEventListener('popstate', () => setTimeout(clean));
  document.addEventListener('signup-step', () => setTimeout(clean));
}

/** Adds to all objects, as frameworks of old did. */
function extended(): void {
  Object.assign(Object.prototype, { extend: () => undefined, each: () => undefined, url: 'x', name: 'x' });
}

const asScript = (run: () => void): string => `(${run.toString()})();`;

/** Scripts of host pages that change the ground under everybody else's feet. */
export const PAGE_SCRIPTS: Readonly<Record<string, () => Promise<string>>> = {
  'prototype-1.7': () => readFile(resolve('prototype-js-core'), 'utf8'),
  'prototype-1.6': async () => asScript(prototype16),
  mootools: () => readFile(resolve('mootools'), 'utf8'),
  wrapped: async () => asScript(wrapped),
  forgetful: async () => asScript(forgetful),
  extended: async () => asScript(extended),
};
