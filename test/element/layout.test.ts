import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

const shows = (element: LibrarySignup, step: string): Promise<void> => waitUntil(() => element.getAttribute('step') === step);

/** A parent of each kind that pages have; `wide`: as wide as its content, so the form has its own width. */
const PARENTS: Readonly<Record<string, { html: string; wide?: boolean }>> = {
  block: { html: '<div data-parent></div>' },
  'a flex row': { html: '<div style="display:flex" data-parent></div>', wide: true },
  'a centred flex row': { html: '<div style="display:flex;justify-content:center" data-parent></div>', wide: true },
  'a centred flex column': { html: '<div style="display:flex;flex-direction:column;align-items:center" data-parent></div>', wide: true },
  'a centred grid': { html: '<div style="display:grid;place-items:center" data-parent></div>', wide: true },
  'an auto column': { html: '<div style="display:grid;grid-template-columns:auto" data-parent></div>' },
  'a 1fr column': { html: '<div style="display:grid;grid-template-columns:1fr" data-parent></div>' },
  'a dialog': { html: '<dialog open style="padding:0;border:0;margin:0 auto" data-parent></dialog>', wide: true },
  'a popover': { html: '<div popover="manual" style="padding:0;border:0" data-parent></div>', wide: true },
  'a float': { html: '<div style="float:left" data-parent></div>', wide: true },
  'an inline block': { html: '<div style="display:inline-block" data-parent></div>', wide: true },
  'fit-content': { html: '<div style="inline-size:fit-content" data-parent></div>', wide: true },
  'a table cell': { html: '<div style="display:table-cell" data-parent></div>', wide: true },
  'an absolute box': { html: '<div style="position:absolute;inset-block-start:0" data-parent></div>', wide: true },
  'a sidebar': { html: '<div style="inline-size:320px" data-parent></div>' },
};

describe('in a parent of any kind', () => {
  let page: HTMLElement;
  let element: LibrarySignup;
  afterEach(() => page.remove());
  after(() => setViewport({ width: 800, height: 600 }));

  async function place(html: string): Promise<HTMLElement> {
    page = document.createElement('main');
    page.innerHTML = html;
    document.body.style.margin = '0';
    document.body.append(page);
    const parent = page.querySelector<HTMLElement>('[data-parent]')!;
    element = document.createElement('library-signup');
    element.config = TEST_CONFIG;
    parent.append(element);
    if (parent.popover) parent.showPopover();
    await shows(element, 'register.identify');
    await element.updateComplete;
    return parent;
  }

  for (const [kind, { html, wide }] of Object.entries(PARENTS)) {
    it(`has a width that can be read: ${kind}`, async () => {
      await setViewport({ width: 1280, height: 800 });
      const parent = await place(html);
      const card = element.renderRoot.querySelector<HTMLElement>('.card')!;
      const width = card.getBoundingClientRect().width;
      if (wide) expect(width).to.be.within(540, 640);
      else expect(width).to.be.within(Math.min(parent.clientWidth, 540) - 1, Math.min(parent.clientWidth, 640) + 1);
      expect(card.scrollWidth).to.be.at.most(card.clientWidth + 1);
      await setViewport({ width: 360, height: 640 });
      const narrow = card.getBoundingClientRect().width;
      expect(narrow).to.be.within(300, 361);
      expect(card.scrollWidth).to.be.at.most(card.clientWidth + 1);
    });
  }
});

describe('whatever the page’s text inherits', () => {
  const INHERITED: Readonly<Record<string, string>> = {
    textTransform: 'uppercase',
    textIndent: '200px',
    whiteSpace: 'nowrap',
    wordBreak: 'break-all',
    lineHeight: '0',
    textAlign: 'right',
    direction: 'rtl',
    fontSize: '0px',
    textShadow: '0 0 20px red',
    writingMode: 'vertical-rl',
    hyphens: 'auto',
    webkitTextFillColor: 'transparent',
    listStyle: 'square inside',
    tabSize: '40',
    borderCollapse: 'collapse',
    cursor: 'none',
    textAlignLast: 'right',
    textWrap: 'nowrap',
    lineBreak: 'anywhere',
    captionSide: 'bottom',
  };
  /** Where each text of the card is, and how its card looks. */
  const lookOf = (element: LibrarySignup): string[] =>
    [...element.renderRoot.querySelectorAll<HTMLElement>('.card, .card h2, .card p, .card dt, .card dd, .card button')].map((one) => {
      const { left, width, height } = one.getBoundingClientRect();
      const { textTransform, textIndent, textShadow, whiteSpace, color } = getComputedStyle(one);
      const fill = getComputedStyle(one).getPropertyValue('-webkit-text-fill-color');
      return [one.localName, ...[left, width, height].map(Math.round), textTransform, textIndent, textShadow, whiteSpace, color, fill].join(
        ' ',
      );
    });

  for (const [name, value] of Object.entries(INHERITED)) {
    it(`the form reads as it always does (${name}: ${value})`, async () => {
      const page = document.createElement('main');
      page.style.inlineSize = '600px';
      document.body.append(page);
      const element = document.createElement('library-signup');
      element.config = TEST_CONFIG;
      page.append(element);
      await shows(element, 'register.identify');
      await element.updateComplete;
      const before = lookOf(element);
      // On an element around it, not on the page: where a box of its own lies is not the form's business.
      element.style.setProperty('position', 'absolute');
      element.style.setProperty('inset', '0 auto auto 0');
      element.style.setProperty('inline-size', '600px');
      const plain = lookOf(element);
      Object.assign(page.style, { [name]: value });
      const after = lookOf(element);
      page.remove();
      expect(before.length).to.be.greaterThan(5);
      if (name === 'fontSize') expect(after.length).to.equal(plain.length);
      else expect(after).to.deep.equal(plain);
    });
  }
});
