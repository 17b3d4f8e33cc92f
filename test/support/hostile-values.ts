/** The same numbers for the same seed (mulberry32, public domain), so that a failure can be repeated. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

class Instance {
  readonly da = 'x';
}
const bare = Object.assign(Object.create(null) as object, { da: 'x' });
const sparse: unknown[] = [];
sparse[2] = 'x';

/** What nobody wrote on purpose, or somebody wrote on purpose to harm. */
export const ODD_VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  '__proto__',
  'constructor',
  '\0',
  '😀',
  '\ud800',
  'javascript:alert(1)',
  'x'.repeat(10_000),
  '1',
  '1e3',
  0,
  -0,
  -1,
  1,
  1.5,
  7,
  13,
  2 ** 53,
  -(2 ** 60),
  1e308,
  NaN,
  Infinity,
  -Infinity,
  true,
  false,
  10n,
  Symbol.iterator,
  () => 1,
  'x'.at,
  {},
  [],
  [null],
  [undefined],
  [[]],
  [{}],
  sparse,
  ['cpr', 'cpr'],
  { length: 0 },
  { length: 1, 0: 'x' },
  { da: 1 },
  { sv: 'x' },
  { da: 'x', sv: 'x' },
  new Date(0),
  /x/,
  new Map([['da', 'x']]),
  new Set(['x']),
  new Instance(),
  bare,
  new String('x'),
  new Number(4),
  Promise.resolve('x'),
  Object.create({ da: 'inherited', sv: 'inherited' }),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Object.freeze({ da: 'x' }),
  { [Symbol('key')]: 'x' },
  { constructor: 'x' },
  { constructor: { prototype: null } },
  Object.defineProperty({}, 'da', { value: 'x' }),
];

/** Each made anew, around a value that may be good. Reading some of them throws. */
export const TRAPS: readonly ((inner: unknown) => unknown)[] = [
  (inner) =>
    Object.defineProperty({ ...(inner as object) }, 'version', {
      enumerable: true,
      get: () => {
        throw new RangeError('getter');
      },
    }),
  (inner) =>
    new Proxy(
      { ...(inner as object) },
      {
        get: () => {
          throw new RangeError('get');
        },
      },
    ),
  (inner) =>
    new Proxy(
      { ...(inner as object) },
      {
        has: (target, key) => {
          if (key in target) return true;
          throw new RangeError('has');
        },
      },
    ),
  (inner) =>
    new Proxy(
      { ...(inner as object) },
      {
        ownKeys: () => {
          throw new RangeError('ownKeys');
        },
      },
    ),
  (inner) => new Proxy({ ...(inner as object) }, {}),
  (inner) => {
    const { proxy, revoke } = Proxy.revocable({ ...(inner as object) }, {});
    revoke();
    return proxy;
  },
  (inner) => {
    const loop: Record<string, unknown> = { ...(inner as object) };
    return Object.assign(loop, { library: loop, identity: { providers: loop }, position: loop, self: loop });
  },
  (inner) => Object.create(inner as object) as object,
  (inner) => Object.assign([], inner),
  (inner) => Object.assign(Object.create(null) as object, inner),
  (inner) => ({ ...(inner as object), toString: null, hasOwnProperty: null, then: null }),
];

/** Never one of the odd values, which all copies share. */
const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ODD_VALUES.includes(value);

/** A copy of JSON with one to three things about it changed. */
export function mutated(example: unknown, pick: (below: number) => number): unknown {
  const root = { value: structuredClone(example) };
  for (let times = 1 + pick(3); times > 0; times -= 1) {
    let holder: Record<string, unknown> = root;
    let key = 'value';
    for (let next = holder[key]; isHolder(next) && Object.keys(next).length > 0 && pick(4) > 0; next = holder[key]) {
      holder = next;
      key = Object.keys(holder)[pick(Object.keys(holder).length)] ?? key;
    }
    const odd = ODD_VALUES[pick(ODD_VALUES.length)];
    const at = holder[key];
    const change = pick(6);
    if (change === 0 && holder !== root) Reflect.deleteProperty(holder, key);
    else if (change === 1 && isHolder(at)) at[['extra', '0', 'sv', 'toString'][pick(4)] ?? ''] = odd;
    else if (change === 2 && Array.isArray(at)) at.push(at[0], odd);
    else if (change === 3 && isHolder(at))
      Object.defineProperty(at, '__proto__', { value: odd, enumerable: true, configurable: true, writable: true });
    else holder[key] = change === 4 ? [at] : odd;
  }
  return root.value;
}
