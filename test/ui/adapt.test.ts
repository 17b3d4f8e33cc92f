import { expect } from '@open-wc/testing';
import { LANGUAGES, type Language } from '../../src/contracts/text.js';
import { SITUATIONS, stage, type Stage } from '../support/screens.js';
import { emulate } from '../support/wtr-emulate.js';

/** What WCAG 1.4.12 lets a reader set; it has to win over the element's own styles, as a user's style sheet does. */
const SPACED = new CSSStyleSheet();
SPACED.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

async function showAll(language: Language, sheet?: CSSStyleSheet): Promise<{ page: HTMLElement; stages: Map<string, Stage> }> {
  const page = document.createElement('main');
  document.body.append(page);
  const stages = new Map<string, Stage>();
  for (const situation of SITUATIONS) {
    const host = document.createElement('div');
    page.append(host);
    const one = await stage(host, situation, language);
    if (sheet) one.root.adoptedStyleSheets = [...one.root.adoptedStyleSheets, sheet];
    stages.set(situation.name, one);
  }
  return { page, stages };
}

const everything = ({ root }: Stage): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.card, .card *')];

/** Whether text of this element is cut, or sticks out of it. What is for ears only is meant to be cut. */
function cuts(element: HTMLElement): boolean {
  if (element.closest('.visually-hidden, svg, progress, .spinner') || element.getClientRects().length === 0) return false;
  const { display, overflowX, overflowY } = getComputedStyle(element);
  if (display === 'inline' || display === 'contents' || element instanceof HTMLInputElement) return false;
  const isCut = overflowY !== 'visible' && overflowY !== 'auto' && element.scrollHeight > element.clientHeight + 1;
  return isCut || (overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1);
}

describe('what a reader sets', () => {
  let page: HTMLElement;
  let stages: Map<string, Stage>;
  afterEach(async () => {
    page.remove();
    await emulate();
  });

  for (const language of LANGUAGES) {
    it(`cuts no text with more space between lines, words and letters, at 320 px, in ${language}`, async function () {
      this.timeout(30_000);
      ({ page, stages } = await showAll(language, SPACED));
      page.style.inlineSize = '320px';
      const cut = [...stages].flatMap(([name, shown]) =>
        everything(shown)
          .filter(cuts)
          .map((element) => `${name}: ${element.outerHTML.replace(/<!--.*?-->/gs, '').slice(0, 160)}`),
      );
      expect(cut, cut.join('\n')).to.deep.equal([]);
      // Nor does a control of fixed size let its words out.
      for (const [name, { root }] of stages) {
        for (const button of root.querySelectorAll<HTMLElement>('button, a.primary, a.secondary'))
          expect(button.scrollHeight, `${name}: ${button.textContent ?? ''}`).to.be.at.most(button.offsetHeight);
      }
    });
  }

  for (const language of LANGUAGES) {
    it(`lets every screen wrap at 360 px with text of twice the size, in ${language}`, async function () {
      this.timeout(30_000);
      ({ page, stages } = await showAll(language));
      page.style.inlineSize = '344px';
      page.style.fontSize = '32px';
      const wide = [...stages]
        .map(([name, { root }]) => [name, root.querySelector<HTMLElement>('.card')!] as const)
        .filter(([, card]) => card.scrollWidth > card.clientWidth)
        .map(([name, card]) => `${name}: ${card.scrollWidth}`);
      expect(wide, wide.join('\n')).to.deep.equal([]);
      for (const [name, { root }] of stages) {
        const pin = root.querySelector<HTMLElement>('#pin');
        if (pin) expect(pin.offsetWidth, `${name}: room for a PIN`).to.be.at.least(5 * 32);
      }
    });
  }

  it('leaves every edge and choice to be seen in forced colours', async function () {
    this.timeout(30_000);
    await emulate({ forcedColors: 'active' });
    ({ page, stages } = await showAll('da'));
    for (const [name, { root }] of stages) {
      for (const control of root.querySelectorAll<HTMLElement>(
        'button:not(.quiet), a.primary, a.secondary, .option, .summary, .control input',
      )) {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(control);
        expect(borderTopStyle, `${name}: ${control.outerHTML}`).not.to.equal('none');
        expect(parseFloat(borderTopWidth), `${name}: ${control.outerHTML}`).to.be.at.least(1);
      }
      const [primary, secondary] = ['.primary', '.secondary'].map((look) => root.querySelector(`button${look}, a${look}`));
      if (primary && secondary)
        expect(getComputedStyle(primary).backgroundColor, `${name}: which is the primary one`).not.to.equal(
          getComputedStyle(secondary).backgroundColor,
        );
      for (const summary of root.querySelectorAll('summary'))
        expect(getComputedStyle(summary).color, `${name}: what only unfolds is no link`).not.to.equal(
          getComputedStyle(root.querySelector('a[href]')!).color,
        );
      for (const chosen of root.querySelectorAll<HTMLElement>('.option:has(:checked)'))
        expect(getComputedStyle(chosen).outlineStyle, `${name}: what is chosen`).to.equal('solid');
      // Pictures are drawn in the colours of the text, or the system's.
      for (const picture of root.querySelectorAll<SVGElement>('.picture, .icon'))
        expect(getComputedStyle(picture).stroke, name).not.to.equal('none');
    }
  });

  it('moves nothing where motion is to be reduced', async function () {
    this.timeout(30_000);
    await emulate({ reducedMotion: 'reduce' });
    ({ page, stages } = await showAll('da'));
    await new Promise(requestAnimationFrame);
    const moving = [...stages].flatMap(([name, { root }]) => root.getAnimations().map(({ playState }) => `${name}: ${playState}`));
    expect(moving).to.deep.equal([]);
    for (const [name, shown] of stages) {
      for (const element of everything(shown)) {
        const { transitionDuration, scrollBehavior } = getComputedStyle(element);
        expect(transitionDuration, `${name}: ${element.localName}`).to.equal('0s');
        expect(scrollBehavior, `${name}: ${element.localName}`).to.equal('auto');
      }
    }
  });
});
