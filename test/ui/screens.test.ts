import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { LANGUAGES, type Language } from '../../src/contracts/text.js';
import { SITUATIONS, stage, type Stage } from '../support/screens.js';

// The package is a script that sets a global.
const { axe } = window as unknown as { axe: typeof Axe };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];

/** All situations on one page, as if each were a page's only form. */
async function showAll(language: Language, theme: 'light' | 'dark'): Promise<{ page: HTMLElement; stages: Map<string, Stage> }> {
  document.documentElement.style.colorScheme = theme;
  document.documentElement.lang = language;
  document.body.style.cssText = 'background: Canvas; color: CanvasText; font-family: sans-serif';
  const page = document.createElement('main');
  page.append(Object.assign(document.createElement('h1'), { textContent: 'Test' }));
  document.body.append(page);
  const stages = new Map<string, Stage>();
  for (const situation of SITUATIONS) {
    const host = document.createElement('div');
    host.dataset.situation = situation.name;
    page.append(host);
    stages.set(situation.name, await stage(host, situation, language));
  }
  return { page, stages };
}

for (const language of LANGUAGES) {
  for (const theme of ['light', 'dark'] as const) {
    describe(`every screen in ${language}, ${theme}`, () => {
      let page: HTMLElement;
      let stages: Map<string, Stage>;
      before(async function () {
        this.timeout(60_000);
        ({ page, stages } = await showAll(language, theme));
      });
      after(() => {
        page.remove();
        document.documentElement.removeAttribute('style');
        document.body.removeAttribute('style');
        document.documentElement.lang = 'da';
      });

      it('gives axe nothing to complain about', async function () {
        this.timeout(60_000);
        const { violations } = await axe.run(page, { runOnly: TAGS, resultTypes: ['violations'] });
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
        );
        expect(found, found.join('\n')).to.deep.equal([]);
      });

      it('has one heading that can take focus, and no empty or unfilled text', () => {
        for (const [name, { root }] of stages) {
          expect(root.querySelectorAll('h2[part=heading][tabindex="-1"]'), name).to.have.length(1);
          const text = root.querySelector('.card')?.textContent ?? '';
          expect(text, name).not.to.match(/[{}]|undefined|\bnull\b|\[object|\b(register|error|notice|field|action)\.[a-z]/);
          for (const element of root.querySelectorAll('h2, label, button, a, dt, dd, li'))
            expect(element.textContent?.trim(), `${name}: ${element.outerHTML}`).not.to.equal('');
        }
      });

      it('fits 320 px without scrolling sideways', async () => {
        page.style.inlineSize = '320px';
        for (const [name, { root }] of stages) {
          const card = root.querySelector('.card') as HTMLElement;
          expect(card.scrollWidth, name).to.be.at.most(card.clientWidth);
        }
        page.style.inlineSize = '';
      });

      it('has targets of 44 px and more', () => {
        for (const [name, { root }] of stages) {
          for (const control of root.querySelectorAll<HTMLElement>(
            'button, a[data-action], .check, .option, input:not([type=radio], [type=checkbox])',
          )) {
            expect(control.getBoundingClientRect().height, `${name}: ${control.outerHTML}`).to.be.at.least(44);
          }
        }
      });

      it('leaves nobody without a way on, a way back or someone to ask', () => {
        for (const [name, { root }] of stages) {
          if (name === 'loading' || name.endsWith('checking') || name.endsWith('reading')) continue;
          expect(root.querySelector('[data-action], button[type=submit]'), name).not.to.equal(null);
        }
      });
    });
  }
}
