/** What this changes, and the least that can be said of its type. */
interface Replaceable {
  from(items: unknown, ...rest: unknown[]): unknown[];
}
type Reduce = (this: ArrayLike<unknown>, ...given: unknown[]) => unknown;

const array = Array as unknown as Replaceable;
const prototype = Array.prototype as unknown as { reduce: Reduce };

/** The one found to be right last; the page may put in another one at any time. */
let rightFrom: unknown;
let rightReduce: unknown;

function repairFrom(): void {
  const { from } = array;
  if (from === rightFrom) return;
  if (from(new Set([0]))[0] !== 0) {
    array.from = function (items, ...rest) {
      const given = Object(items) as { length?: number };
      const isSetOrAlike = Symbol.iterator in given && given.length === undefined;
      // What theirs is for, it still does.
      return rest.length === 0 && isSetOrAlike ? [...(items as Iterable<unknown>)] : from.call(this, items, ...rest);
    };
  }
  rightFrom = array.from;
}

function repairReduce(): void {
  const { reduce } = prototype;
  if (reduce === rightReduce) return;
  if (reduce.call([1, 2], (sum: number, one: number) => sum + one, 0) !== 3) {
    prototype.reduce = function (...given) {
      const [step, ...start] = given as [((so: unknown, one: unknown, at: number, all: unknown) => unknown) | undefined, unknown];
      if (typeof step !== 'function') return reduce.apply(this, given);
      let [so] = start.length > 0 ? start : [this[0]];
      for (let at = start.length > 0 ? 0 : 1; at < this.length; at += 1) so = step(so, this[at], at, this);
      return so;
    };
  }
  rightReduce = prototype.reduce;
}

/** What a page adds to all objects turns up in every loop over an object's keys, those of XState and of bundlers too: it stays, but isn't listed. */
function unlistAdditions(): void {
  for (const key of Object.keys(Object.prototype)) {
    try {
      Object.defineProperty(Object.prototype, key, { enumerable: false });
    } catch {
      // Nailed down by the page.
    }
  }
}

/**
 * Prototype.js, MooTools and their like put functions of their own in the place of `Array.from` and of `reduce`, which know neither sets nor what the
 * standard hands over. XState and Lit call them as the standard has them. Where they do not do what the standard says, what it says is added; the page's
 * own calls get what they got. (core-js mends `Array.from` for the same reason, and in the same way.)
 */
export function repairBuiltIns(): void {
  repairFrom();
  repairReduce();
  unlistAdditions();
}

// Before the modules that come after this one, which make style sheets and machines.
repairBuiltIns();
