import { expect } from '@open-wc/testing';
import bare from '../../demo/themes/bare.css?raw';
import publicLibrary from '../../demo/themes/public-library.css?raw';
import university from '../../demo/themes/university.css?raw';
import { CSS_PROPERTIES } from '../../demo/builder/colours.js';
import manual from '../../src/library-signup.ts?raw';
import { SITUATIONS, stage } from '../support/screens.js';

const PARTS = [...manual.matchAll(/@csspart ([\w-]+)/g)].map(([, name = '']) => name);

describe('what a style sheet can reach', () => {
  for (const [name, css] of Object.entries({ bare, publicLibrary, university })) {
    it(`is all that a theme uses: ${name}`, () => {
      const used = [...css.matchAll(/(--signup-[\w-]+):/g)].map(([, property]) => property);
      const parts = [...css.matchAll(/::part\(([\w-]+)\)/g)].map(([, part]) => part);
      expect(CSS_PROPERTIES.map((property) => property.name)).to.include.members(used);
      expect(PARTS).to.include.members(parts);
    });
  }

  it('is on the screens under the names that are documented, and under no other', async () => {
    const found = new Set<string>();
    for (const situation of SITUATIONS) {
      const host = document.createElement('div');
      document.body.append(host);
      const { root } = await stage(host, situation, 'en');
      // The combobox's list is there once somebody types.
      root.querySelector<HTMLElement>('[role="combobox"]')?.click();
      await new Promise(requestAnimationFrame);
      for (const element of root.querySelectorAll('[part]')) for (const part of element.part) found.add(part);
      host.remove();
    }
    expect([...found].sort()).to.deep.equal([...new Set(PARTS)].sort());
  });

  it('leaves checkboxes and radios alone where only fields are meant', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.themed::part(input) { border-width: 0 0 7px; }');
    document.adoptedStyleSheets.push(sheet);
    const widths = async (name: string, selector: string): Promise<string[]> => {
      const host = document.createElement('div');
      host.className = 'themed';
      document.body.append(host);
      const situation = SITUATIONS.find((one) => one.name === name);
      if (!situation) throw new Error(name);
      const { root } = await stage(host, situation, 'da');
      const found = [...root.querySelectorAll(selector)].map((element) => getComputedStyle(element).borderBottomWidth);
      host.remove();
      return found;
    };
    expect(await widths('details', '[name="email"], [name="pin"]')).to.deep.equal(['7px', '7px']);
    for (const [name, selector] of [
      ['details', '[type="checkbox"]'],
      ['audience', '[type="radio"]'],
    ] as const) {
      const found = await widths(name, selector);
      expect(found).not.to.be.empty;
      expect(found).not.to.include('7px');
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
});
