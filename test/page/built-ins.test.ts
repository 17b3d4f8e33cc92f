import { expect } from '@open-wc/testing';
import { repairBuiltIns } from '../../src/page/built-ins.js';

const { from } = Array;
const { reduce } = Array.prototype;

describe('built-in functions that the page has replaced', () => {
  afterEach(() => {
    Array.from = from;
    Array.prototype.reduce = reduce;
    repairBuiltIns();
  });

  it('stay the browser’s own where the page left them alone', () => {
    repairBuiltIns();
    expect(Array.from).to.equal(from);
    expect(Array.prototype.reduce).to.equal(reduce);
  });

  for (const [who, theirs] of [
    ['Prototype.js', (items: ArrayLike<unknown> | null): unknown[] => (items ? (Array.prototype.slice.call(items) as unknown[]) : [])],
    ['MooTools', (item: unknown) => (item === null || item === undefined ? [] : Array.isArray(item) ? (item as unknown[]) : [item])],
  ] as const)
    it(`know sets and maps again (${who})`, () => {
      Array.from = theirs as typeof Array.from;
      repairBuiltIns();
      expect(Array.from(new Set([1, 2]))).to.deep.equal([1, 2]);
      expect(Array.from(new Map([[1, 2]]).keys())).to.deep.equal([1]);
      expect(Array.from([3, 4])).to.deep.equal([3, 4]);
      expect(Array.from(null as never)).to.deep.equal([]);
    });

  it('are seen to again when the page replaces them later', () => {
    repairBuiltIns();
    Array.from = (() => []) as typeof Array.from;
    repairBuiltIns();
    expect(Array.from(new Set([1]))).to.deep.equal([1]);
  });

  it('do not list what the page has added to all objects, though it stays', () => {
    const all = Object.prototype as { extend?: () => string };
    all.extend = () => 'theirs';
    try {
      repairBuiltIns();
      const listed: string[] = [];
      for (const key in { own: 1 }) listed.push(key);
      expect(listed).to.deep.equal(['own']);
      expect(({} as { extend(): string }).extend()).to.equal('theirs');
    } finally {
      delete all.extend;
    }
  });

  it('fold a list, and do for the page what the page’s own did', () => {
    Array.prototype.reduce = function (this: unknown[]) {
      return this.length > 1 ? this : this[0];
    } as typeof Array.prototype.reduce;
    repairBuiltIns();
    expect([1, 2, 3].reduce((sum, one) => sum + one)).to.equal(6);
    expect([1, 2].reduce((sum, one, at, all) => `${sum}${one}${at}${all.length}`, '')).to.equal('102212');
    expect(([7] as unknown as { reduce(): unknown }).reduce()).to.equal(7);
  });
});
