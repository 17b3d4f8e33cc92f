import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyCss, minifyHtml } from '../../.ci/minify-templates.mjs';

const css = (...parts: string[]): string => minifyCss(parts).join('${}');
const html = (...parts: string[]): string => minifyHtml(parts).join('${}');

describe('templates in the build', () => {
  it('lose indentation and comments in styles', () => {
    assert.equal(css('\n  :host {\n    display: block; /* why */\n    color : red;\n  }\n'), ':host{display:block;color:red}');
  });

  it('keep what separates selectors and values', () => {
    assert.equal(css('a :hover, b > c { margin: calc(1px + 2px) auto; }'), 'a :hover,b>c{margin:calc(1px + 2px) auto}');
    assert.equal(css('@media (min-width: 30em) and (hover) { a { b: c; } }'), '@media (min-width:30em) and (hover){a{b:c}}');
    assert.equal(css('a ~ b + c { d: 0.5em 10.5px -0.2em; e: .5s; }'), 'a~b + c{d:.5em 10.5px -.2em;e:.5s}');
  });

  it('keep strings and empty custom properties in styles', () => {
    assert.equal(css(`a { content: "  ;  {  "; --on: ; --off: initial; }`), `a{content:"  ;  {  ";--on: ;--off:initial}`);
  });

  it('keep the space around an expression in styles', () => {
    assert.equal(css('a { border: 1px ', ' ', '; }\n', '\n  b { c: d; }'), 'a{border:1px ${} ${}}${} b{c:d}');
  });

  it('keep one space between words, elements and expressions', () => {
    assert.equal(html('<p>\n  Hej <b>du</b>\n  <i>der</i>\n  ', '\n  og ', '</p>'), '<p>Hej <b>du</b> <i>der</i> ${} og ${}</p>');
  });

  it('lose white space that a block swallows', () => {
    assert.equal(html('\n  <div>\n    <p>a</p>\n    <section>b</section>\n  </div>\n'), '<div><p>a</p><section>b</section></div>');
  });

  it('keep the space between items that may stand in a row', () => {
    assert.equal(html('<button>a</button>\n<button>b</button>'), '<button>a</button> <button>b</button>');
    assert.equal(html('<li>a</li>\n  <li>b</li>'), '<li>a</li> <li>b</li>');
  });

  it('keep attribute values and text of pre and textarea', () => {
    assert.equal(html('<a\n  title="a\n  b"\n  class=', '\n  >x</a>'), '<a title="a\n  b" class=${}>x</a>');
    assert.equal(html('<pre>\n  a\n</pre>\n<textarea>\n b </textarea>'), '<pre>\n  a\n</pre> <textarea>\n b </textarea>');
  });

  it('keep a single space that was meant', () => {
    assert.equal(html(' <b>a</b>'), ' <b>a</b>');
    assert.equal(html('<input name="a" />'), '<input name="a" />');
  });
});
