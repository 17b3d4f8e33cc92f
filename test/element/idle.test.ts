import { expect } from '@open-wc/testing';
import { logIn } from '../support/logged-in.js';

const FIVE_MINUTES = 300_000;

describe('a public computer that nobody touches', () => {
  const { setTimeout } = window;
  afterEach(() => (window.setTimeout = setTimeout));

  it('forgets who was there after five minutes, with all that was typed', async () => {
    const waiting: (() => void)[] = [];
    window.setTimeout = ((run: () => void, milliseconds?: number) => {
      if (milliseconds !== FIVE_MINUTES) return setTimeout(run, milliseconds);
      waiting.push(run);
      return 0;
    }) as typeof setTimeout;
    const { element, field, shows, end } = await logIn();
    element.publicComputer = true;
    await shows('register.details');
    field('email').value = 'astrid@post.example';
    field('email').dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    waiting.at(-1)?.();
    await shows('register.identify');
    const held = JSON.stringify([
      element.renderRoot.textContent,
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      history.state,
    ]);
    expect(held).not.to.match(/astrid/i);
    element.identity = { provider: 'host', token: 'again' };
    await shows('register.details');
    expect(field('email').value).not.to.contain('astrid');
    end();
  });
});
