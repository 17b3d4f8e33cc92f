type Builtin = (this: unknown, ...given: unknown[]) => unknown;
type Step = (so: unknown, one: unknown, at: number, all: unknown) => unknown;

/** The functions that were found to be right; the page may put in others at any time. */
const right = new Set<Builtin>();

function repair(holder: object, name: string, isRight: (theirs: Builtin) => boolean, mend: (theirs: Builtin) => Builtin): void {
  const functions = holder as Record<string, Builtin>;
  const theirs = functions[name] as Builtin;
  if (right.has(theirs)) return;
  const mended = isRight(theirs) ? theirs : mend(theirs);
  functions[name] = mended;
  right.add(mended);
}

const knowsSets = (from: Builtin): boolean => (from.call(Array, new Set([0])) as unknown[])[0] === 0;
/** What theirs is for, it still does. */
const withSets = (theirs: Builtin): Builtin =>
  function (items, ...rest) {
    const given = Object(items) as { length?: number };
    const isSetOrAlike = Symbol.iterator in given && given.length === undefined;
    return rest.length === 0 && isSetOrAlike ? [...(items as Iterable<unknown>)] : theirs.call(this, items, ...rest);
  };

const folds = (reduce: Builtin): boolean => reduce.call([1, 2], ((sum: number, one: number) => sum + one) as Builtin, 0) === 3;
const withFolding = (theirs: Builtin): Builtin =>
  function (step, ...start) {
    if (typeof step !== 'function') return theirs.call(this, step, ...start);
    let [so] = start;
    let isStarted = start.length > 0;
    (this as unknown[]).forEach((one, at, all) => {
      so = isStarted ? (step as Step)(so, one, at, all) : one;
      isStarted = true;
    });
    return so;
  };

/** What a page adds to all objects turns up in every loop over an object's keys, those of XState and of bundlers too: it stays, but isn't listed. */
function unlistAdditions(): void {
  // Answers false where the page has nailed it down.
  for (const key of Object.keys(Object.prototype)) Reflect.defineProperty(Object.prototype, key, { enumerable: false });
}

/**
 * Prototype.js, MooTools and their like put functions of their own in the place of `Array.from` and of `reduce`, which know neither sets nor what the
 * standard hands over. XState and Lit call them as the standard has them. Where they do not do what the standard says, what it says is added; the page's
 * own calls get what they got. (core-js mends `Array.from` for the same reason, and in the same way.)
 */
export function repairBuiltIns(): void {
  repair(Array, 'from', knowsSets, withSets);
  repair(Array.prototype, 'reduce', folds, withFolding);
  unlistAdditions();
}

// Before the modules that come after this one, which make style sheets and machines.
repairBuiltIns();
