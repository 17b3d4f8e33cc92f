import { expect } from '@open-wc/testing';
import { configSchema } from '../../src/contracts/config.js';
import { explainChildren, explainMissing, explainUnfit, explainUnread } from '../../src/config/mistakes.js';
import { TEST_CONFIG } from '../support/flow.js';

function tag(html: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const [first] = holder.children;
  if (!first) throw new Error('one is needed');
  return first;
}

describe('what an integrator is told', () => {
  for (const [what, html, says] of [
    ['a tag without a configuration', '<library-signup></library-signup>', /^no configuration: write config-src/],
    [
      'an attribute as properties are written',
      '<library-signup configSrc="/a.json"></library-signup>',
      /^configsrc: unknown attribute; write config-src/,
    ],
    [
      'an attribute of another name',
      '<library-signup data-config="/a.json"></library-signup>',
      /^data-config: unknown attribute; write config-src/,
    ],
    ['a script tag that an editor removed', '<library-signup>{"version":1}</library-signup>', /has lost its script tag/],
  ] as const)
    it(`names ${what}`, () => {
      expect(explainMissing(tag(html))).to.have.length(1);
      expect(explainMissing(tag(html))[0]).to.match(says);
    });

  for (const [what, src, text, says] of [
    ['a web page in place of JSON', '/a.json', '<!doctype html><p>Not found', /config-src \/a\.json: answered with a web page/],
    ['paragraphs in inline JSON', null, '{ "version": 1,</p><p>"library": {} }', /inline configuration: .*an editor has put <\/p> into it/],
    ['an answer that did not come', '/a.json', undefined, /config-src \/a\.json: Error: no answer within 15 seconds/],
    ['a comma too many', null, '{ "version": 1, }', /inline configuration: SyntaxError: .*; write JSON/],
  ] as const)
    it(`names ${what}`, () => {
      const reason = text === undefined ? new Error('no answer within 15 seconds') : new SyntaxError('unexpected');
      expect(explainUnread(src, reason, text).join()).to.match(says);
    });

  it('names an address to come back to on another origin, and nothing on this one', () => {
    const config = configSchema.parse(TEST_CONFIG);
    const back = (redirectUri: string) => explainUnfit({ ...config, identity: { ...config.identity, redirectUri } });
    expect(back('https://www.elsewhere.example/').join()).to.match(/^identity\.redirectUri: .* another origin .*write an address on http/);
    expect(back('/login')).to.deep.equal([]);
    expect(explainUnfit(config)).to.deep.equal([]);
  });

  it('names what a tag that was never closed has swallowed', () => {
    expect(explainChildren(tag('<library-signup><h2>Opening hours</h2><p>8 to 20</p></library-signup>'))).to.match(
      /^<h2> and 1 more inside <library-signup> will not be seen.*close the tag/,
    );
    for (const html of [
      '<library-signup><script type="application/json">{}</script></library-signup>',
      '<library-signup><p><script type="application/json">{}</script></p></library-signup>',
      '<library-signup><p slot="help">Help</p><noscript>No</noscript></library-signup>',
    ])
      expect(explainChildren(tag(html))).to.equal(undefined);
  });
});
