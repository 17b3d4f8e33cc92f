import { expect, waitUntil } from '@open-wc/testing';
import { fill, logIn, type LoggedIn } from '../support/logged-in.js';

describe('what is typed, pasted and filled in', () => {
  let page: LoggedIn;
  afterEach(() => page.end());

  async function chooseBranch(): Promise<void> {
    fill(page.field('branch'), 'Hovedbiblioteket');
    page.field('branch').dispatchEvent(new FocusEvent('blur'));
    await page.element.updateComplete;
  }

  it('is sent as it was meant: without what nobody sees, in every field', async () => {
    page = await logIn();
    await chooseBranch();
    fill(page.field('email'), ' anna/bib\u200b@post.example\u00a0');
    fill(page.field('phone'), '\u202a20 30 40 50\u202c');
    fill(page.field('pin'), '７391 ');
    page.field('terms').click();
    page.submit();
    await page.shows('register.done');
    const { body } = page.sent.find(({ call }) => call === 'POST patrons') ?? {};
    expect(body).to.include({ email: 'anna/bib@post.example', phone: '+4520304050', pin: '7391' });
  });

  it('is sent, too, when a password manager told nobody', async () => {
    page = await logIn();
    await chooseBranch();
    fill(page.field('email'), 'astrid@post.example', { silently: true });
    fill(page.field('pin'), '2580', { silently: true });
    page.element.lang = 'en';
    await waitUntil(() => page.element.renderRoot.querySelector('[lang=en]'));
    page.field('terms').click();
    page.submit();
    await page.shows('register.done');
    const { body } = page.sent.find(({ call }) => call === 'POST patrons') ?? {};
    expect(body).to.include({ email: 'astrid@post.example', pin: '2580' });
  });

  it('is kept, too, when a password manager told nobody and the patron leaves the form', async () => {
    page = await logIn({}, 'child');
    fill(page.field('email'), 'astrid@post.example', { silently: true });
    fill(page.field('childName'), 'Asta', { silently: true });
    const cancel = page.element.renderRoot.querySelector<HTMLElement>('[data-action=paper]');
    if (!cancel) throw new Error('one is needed');
    cancel.click();
    await page.shows('register.child-form');
    page.element.renderRoot.querySelector<HTMLElement>('[data-action=back]')?.click();
    await page.shows('register.child');
    await page.element.updateComplete;
    expect(page.field('email').value).to.equal('astrid@post.example');
    expect(page.field('childName').value).to.equal('Asta');
  });

  it('is not corrected by the phone, and names begin with a capital', async () => {
    page = await logIn({}, 'child');
    for (const name of ['email', 'phone', 'childCpr', 'childName'])
      expect(page.field(name).getAttribute('autocorrect'), name).to.equal('off');
    expect(page.field('childName').getAttribute('autocapitalize')).to.equal('words');
    expect(page.field('email').getAttribute('autocapitalize')).to.equal('none');
  });

  it('shows a PIN until the form is sent', async () => {
    page = await logIn();
    fill(page.field('pin'), '2580');
    page.element.renderRoot.querySelector<HTMLElement>('[aria-pressed]')?.click();
    expect(page.field('pin').type).to.equal('text');
    page.submit();
    expect(page.field('pin').type).to.equal('password');
  });

  it('greets nobody by a protected name', async () => {
    page = await logIn({}, 'adult', { person: { name: 'NAVNE OG ADRESSEBESKYTTET', addressProtected: true, age: 40 } });
    expect(page.element.renderRoot.textContent).not.to.match(/NAVNE/);
  });

  it('does not reach the shortcuts of the page, but Escape, Tab and keys with Ctrl do', async () => {
    page = await logIn();
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    for (const type of ['keydown', 'keypress', 'keyup'] as const) document.addEventListener(type, listen);
    const press = (key: string, more: KeyboardEventInit = {}, target: Element = page.field('email')): void => {
      for (const type of ['keydown', 'keypress', 'keyup'])
        target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, ...more }));
    };
    for (const key of ['s', '/', '7', ' ', 'Backspace', 'Enter', '@']) press(key);
    press('@', { ctrlKey: true, altKey: true, modifierAltGraph: true });
    expect(heard).to.deep.equal([]);
    press('Escape');
    press('Tab');
    press('k', { ctrlKey: true });
    press('s', {}, page.element.renderRoot.querySelector('button[type=submit]') ?? document.body);
    for (const type of ['keydown', 'keypress', 'keyup'] as const) document.removeEventListener(type, listen);
    expect([...new Set(heard)]).to.deep.equal(['Escape', 'Tab', 'k', 's']);
  });
});

describe('what others do to the nodes', () => {
  let page: LoggedIn;
  afterEach(() => page.end());

  /** As translators of browsers do it: each text goes into an element of theirs, and what it says is another text. */
  function translate(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('[translate=no], style')) continue;
      const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      font.append(font.cloneNode());
      font.firstElementChild!.textContent = `tr(${text.data})`;
      text.replaceWith(font);
    }
  }

  it('leaves errors and the button saying what is so now, on a page that is translated', async () => {
    let answer: () => void = () => undefined;
    page = await logIn({
      'POST patrons': () =>
        new Promise((resolve) => {
          answer = () =>
            resolve(Response.json({ userId: { type: 'cpr', hint: '040590-••••' }, resident: true, card: 'health-card' }, { status: 201 }));
        }),
    });
    const { element } = page;
    const errorAt = (): string => element.renderRoot.querySelector('#pin-error')?.textContent ?? '';
    translate(element.renderRoot);
    page.submit();
    await element.updateComplete;
    const first = errorAt();
    translate(element.renderRoot);
    fill(page.field('pin'), '1234');
    page.submit();
    await element.updateComplete;
    expect(first).to.match(/\w/);
    expect(errorAt())
      .to.match(/\w/)
      .and.not.to.match(/tr\((?!Fejl)/)
      .and.not.to.equal(first);
    translate(element.renderRoot);
    fill(page.field('email'), 'astrid@post.example');
    fill(page.field('pin'), '2580');
    fill(page.field('branch'), 'Hovedbiblioteket');
    page.field('branch').dispatchEvent(new FocusEvent('blur'));
    page.field('terms').click();
    await element.updateComplete;
    page.submit();
    await page.shows('register.submitting');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('button[type=submit]')?.textContent).not.to.include('tr(');
    answer();
    await page.shows('register.done');
  });

  it('keeps the style sheet of an extension', async () => {
    page = await logIn();
    const root = page.element.shadowRoot!;
    const theirs = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, theirs];
    page.element.lang = 'en';
    await waitUntil(() => page.element.renderRoot.querySelector('[lang=en]'));
    page.element.renderRoot.querySelector<HTMLElement>('[data-action=cancel]')?.click();
    await page.shows('register.identify');
    expect(root.adoptedStyleSheets).to.include(theirs);
  });
});
