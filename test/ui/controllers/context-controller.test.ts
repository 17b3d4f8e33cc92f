import { ContextConsumer, ContextEvent, createContext } from '@lit/context';
import { aTimeout, defineCE, expect, fixture, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { ElementStep } from '../../../src/flow/types.js';
import { provideSignupContext } from '../../../src/ui/context-provider.js';
import { ContextController } from '../../../src/ui/controllers/context-controller.js';
import { signupContext, type SignupState } from '../../../src/ui/signup-context.js';

class Provider extends LitElement {
  step: ElementStep = 'register.identify';
  loads = 0;
  online = true;
  readonly context = new ContextController(this, {
    state: () => ({ step: this.step, language: 'da', busy: false, can: () => true, send: () => undefined }),
    load: async () => {
      this.loads += 1;
      if (!this.online) throw new TypeError('Failed to fetch');
      return { provideSignupContext };
    },
  });
}
const tag = defineCE(Provider);

class Reader extends LitElement {
  readonly consumer = new ContextConsumer(this, { context: signupContext, subscribe: true });
  get step(): ElementStep | undefined {
    return this.consumer.value?.step;
  }
}
const reader = defineCE(Reader);

const place = async (inside = ''): Promise<Provider> => fixture<Provider>(`<${tag}>${inside}</${tag}>`);
const readersIn = (element: Provider): Reader[] => [...element.querySelectorAll<Reader>(reader)];

describe('what components in the element’s slots know', () => {
  it('is not fetched while nobody asks', async () => {
    const element = await place('<p>Help</p>');
    element.requestUpdate();
    await element.updateComplete;
    expect(element.loads).to.equal(0);
  });

  it('is the state at the time of the answer, and each one after it', async () => {
    const element = await place(`<${reader}></${reader}>`);
    const [first] = readersIn(element);
    await waitUntil(() => first?.step === 'register.identify');
    element.step = 'register.details';
    element.requestUpdate();
    await element.updateComplete;
    expect(first?.step).to.equal('register.details');
  });

  it('comes to all that asked before the answer was there', async () => {
    const element = await place(`<${reader}></${reader}><${reader}></${reader}>`);
    await waitUntil(() => readersIn(element).every(({ step }) => step === 'register.identify'));
    element.step = 'register.done';
    element.requestUpdate();
    await element.updateComplete;
    expect(readersIn(element).map(({ step }) => step)).to.deep.equal(['register.done', 'register.done']);
  });

  it('can be asked for again where it could not be fetched, and the page hears of no error', async () => {
    const rejected: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      rejected.push(event.reason);
    };
    addEventListener('unhandledrejection', hear);
    const element = await place();
    element.online = false;
    const component = document.createElement(reader) as Reader;
    element.append(component);
    await aTimeout(50);
    removeEventListener('unhandledrejection', hear);
    expect(rejected).to.deep.equal([]);
    element.online = true;
    component.remove();
    element.append(component);
    await waitUntil(() => component.step === 'register.identify');
  });

  it('is fetched once, for whoever asks later too', async () => {
    const element = await place(`<${reader}></${reader}>`);
    await waitUntil(() => readersIn(element)[0]?.step !== undefined);
    const late = document.createElement(reader) as Reader;
    element.append(late);
    await waitUntil(() => late.step === 'register.identify');
    expect(element.loads).to.equal(1);
  });

  it('leaves the question about another context to the page', async () => {
    const element = await place('<p></p>');
    const heard: unknown[] = [];
    element.parentElement?.addEventListener('context-request', ({ context }) => heard.push(context));
    const other = createContext<string>(Symbol('other'));
    const asker = element.querySelector('p') as HTMLElement;
    asker.dispatchEvent(new ContextEvent(other, asker, () => undefined));
    expect(heard).to.deep.equal([other]);
    expect(element.loads).to.equal(0);
  });

  it('is not asked of the page', async () => {
    const element = await place('<p></p>');
    const heard: unknown[] = [];
    element.parentElement?.addEventListener('context-request', ({ context }) => heard.push(context));
    const answers: SignupState[] = [];
    const asker = element.querySelector('p') as HTMLElement;
    const ask = (): boolean => asker.dispatchEvent(new ContextEvent(signupContext, asker, (state) => answers.push(state)));
    ask();
    await waitUntil(() => answers.length === 1);
    ask();
    expect(answers.map(({ step }) => step)).to.deep.equal(['register.identify', 'register.identify']);
    expect(heard).to.deep.equal([]);
  });
});
