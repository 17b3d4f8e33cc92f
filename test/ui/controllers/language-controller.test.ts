import { defineCE, expect, fixture, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Language } from '../../../src/contracts/text.js';
import { LanguageController } from '../../../src/ui/controllers/language-controller.js';

class Speaker extends LitElement {
  readonly heard: Language[] = [];
  readonly language = new LanguageController(this, (language) => this.heard.push(language));
}
const tag = defineCE(Speaker);

describe('the language of an element', () => {
  const speaker = async (lang: string, own = ''): Promise<Speaker> => {
    const holder = await fixture<HTMLElement>(`<div lang="${lang}"><${tag} ${own}></${tag}></div>`);
    return holder.firstElementChild as Speaker;
  };

  it('is its own, else its nearest ancestor’s, else Danish; a region changes nothing', async () => {
    expect((await speaker('en-GB')).language.value).to.equal('en');
    expect((await speaker('en', 'lang="da"')).language.value).to.equal('da');
    expect((await speaker('fo')).language.value).to.equal('da');
    expect((await speaker('en_US')).language.value).to.equal('en');
    expect((await speaker(' en ')).language.value).to.equal('en');
  });

  it('is an ancestor’s across a shadow root', async () => {
    const outer = await fixture<HTMLElement>('<div lang="en"><span></span></div>');
    const root = outer.firstElementChild?.attachShadow({ mode: 'open' });
    const inner = document.createElement(tag) as Speaker;
    root?.append(inner);
    expect(inner.language.value).to.equal('en');
  });

  it('follows a change at once, and says so once', async () => {
    const element = await speaker('da');
    element.parentElement?.setAttribute('lang', 'en');
    await nextFrame();
    expect(element.language.value).to.equal('en');
    expect(element.heard).to.deep.equal(['en']);
  });

  it('is read again where the element is moved to, and followed there', async () => {
    const element = await speaker('da');
    const other = await fixture<HTMLElement>('<div lang="en"></div>');
    other.append(element);
    expect(element.language.value).to.equal('en');
    other.setAttribute('lang', 'da');
    await nextFrame();
    expect(element.language.value).to.equal('da');
  });
});
