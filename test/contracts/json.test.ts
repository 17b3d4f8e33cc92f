import { expect } from '@open-wc/testing';
import { toJson } from '../../src/contracts/json.js';

describe('a value as JSON', () => {
  it('is what JSON.stringify makes of it', () => {
    const value = { a: [1, 'two', null, { b: true }], c: undefined };
    expect(toJson(value)).to.equal(JSON.stringify(value));
  });

  it('keeps its lists on a page that gives `toJSON` to all of them', () => {
    const array = Array.prototype as { toJSON?: () => string };
    array.toJSON = () => 'a text';
    try {
      expect(toJson({ trail: ['one'] })).to.equal('{"trail":["one"]}');
      expect(toJson(['one'])).to.equal('["one"]');
    } finally {
      delete array.toJSON;
    }
  });
});
