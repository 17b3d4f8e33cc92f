import { expect } from '@open-wc/testing';
import 'accessibility-checker-engine/ace-window.js';
import { LANGUAGES, type Language } from '../../src/contracts/text.js';
import { SITUATIONS, stage } from '../support/screens.js';

interface Finding {
  ruleId: string;
  value: [policy: string, confidence: string];
  message: string;
  snippet: string;
  path: { dom: string };
}
interface Checker {
  check(node: Document | Element, policies: string[]): Promise<{ results: Finding[] }>;
}
// The package is a script that sets a global.
const { ace_ibma: engine } = window as unknown as { ace_ibma: { Checker: new () => Checker } };

const isSteeredList = ({ ruleId, snippet }: Finding): boolean => ruleId === 'aria_child_tabbable' && snippet.includes('branch-list');
/** It can't read `color(srgb …)`, which is what `color-mix()` computes to; axe can. */
const isColour = ({ ruleId }: Finding): boolean => ruleId === 'text_contrast_sufficient';

async function findingsOn(language: Language): Promise<string[]> {
  document.documentElement.lang = language;
  const page = document.createElement('main');
  page.append(Object.assign(document.createElement('h1'), { textContent: 'Test' }));
  document.body.append(page);
  const found: string[] = [];
  for (const situation of SITUATIONS) {
    const host = document.createElement('div');
    page.append(host);
    await stage(host, situation, language);
    const { results } = await new engine.Checker().check(host, ['WCAG_2_2']);
    for (const one of results) {
      if (one.value[0] !== 'VIOLATION' || one.value[1] !== 'FAIL' || isSteeredList(one) || isColour(one)) continue;
      found.push(`${situation.name}: ${one.ruleId} ${one.message} ${one.path.dom} ${one.snippet}`);
    }
    host.remove();
  }
  page.remove();
  document.documentElement.lang = 'da';
  return found;
}

describe('a second engine, IBM Equal Access,', () => {
  for (const language of LANGUAGES) {
    it(`finds nothing wrong with any screen in ${language}`, async function () {
      this.timeout(120_000);
      const found = await findingsOn(language);
      expect(found, found.join('\n')).to.deep.equal([]);
    });
  }
});
