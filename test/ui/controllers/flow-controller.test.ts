import { defineCE, expect, fixture, waitUntil } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { createMachine, type AnyActorRef, type InspectionEvent } from 'xstate';
import { configSchema } from '../../../src/contracts/config.js';
import { createSignupMachine } from '../../../src/flow/actors.js';
import { createRegisterMachine } from '../../../src/flow/register/actors.js';
import type { SignupMachine } from '../../../src/flow/signup.machine.js';
import type { FlowContext, FlowEmit, FlowInput } from '../../../src/flow/types.js';
import { FlowController, type FlowControllerOptions } from '../../../src/ui/controllers/flow-controller.js';
import { failure, fakePorts, returnedCode, TEST_CONFIG, type FakeServices } from '../../support/flow.js';

class Player extends LitElement {
  readonly emitted: FlowEmit[] = [];
  readonly errors: unknown[] = [];
  readonly parked: (string | undefined)[] = [];
  inspector: ReturnType<FlowControllerOptions['inspector']>;
  readonly flow: FlowController = new FlowController(this, {
    onEmit: (event) => this.emitted.push(event),
    onError: (error) => this.errors.push(error),
    onPark: () => this.parked.push(this.flow.current?.step),
    inspector: () => this.inspector,
  });

  override render(): TemplateResult {
    return html`${this.flow.current?.step ?? 'nothing'}`;
  }

  get text(): string | undefined {
    return this.shadowRoot?.textContent?.trim();
  }

  play(ports: FakeServices = fakePorts(), more: Partial<FlowInput> = {}): void {
    const machine = createSignupMachine(ports, async () => createRegisterMachine);
    this.flow.start(machine, { config: configSchema.parse(TEST_CONFIG), language: 'da', flow: 'register', ...more });
  }
}
const tag = defineCE(Player);

/** Keeps the actors that an inspector hears of; the root comes first. */
const actorsOf =
  (actors: AnyActorRef[]) =>
  (event: InspectionEvent): void => {
    if (event.type === '@xstate.actor') actors.push(event.actorRef as AnyActorRef);
  };
const contextOf = (actor: AnyActorRef | undefined): FlowContext => (actor?.getSnapshot() as { context: FlowContext }).context;

describe('the flow of an element', () => {
  let element: Player;
  beforeEach(async () => {
    element = await fixture<Player>(`<${tag}></${tag}>`);
  });
  afterEach(() => {
    element.flow.stop();
  });

  /** Starts a machine that is none of the flow's. */
  const start = (machine: unknown): void => {
    element.flow.start(machine as SignupMachine, { config: configSchema.parse(TEST_CONFIG), language: 'da', flow: 'register' });
  };

  it('draws nothing before it has started, and each screen from then on', async () => {
    expect(element.flow.current).to.equal(undefined);
    expect(element.text).to.equal('nothing');
    element.play();
    await element.updateComplete;
    expect(element.text).to.equal('register.identify');
    element.flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await waitUntil(() => element.text === 'register.leaving');
  });

  it('takes an event that the screen has a use for, and drops all others', () => {
    expect(element.flow.can({ type: 'identity.chosen', provider: 'mitid' })).to.equal(false);
    element.play();
    expect(element.flow.can({ type: 'identity.chosen', provider: 'mitid' })).to.equal(true);
    expect(element.flow.can({ type: 'flow.retry' })).to.equal(false);
    element.flow.send({ type: 'flow.retry' });
    expect(element.flow.current?.step).to.equal('register.identify');
  });

  it('carries on when the element is moved, and is parked where it was when the element stays away', async () => {
    element.play();
    const elsewhere = await fixture<HTMLElement>('<section></section>');
    elsewhere.append(element);
    await Promise.resolve();
    expect(element.flow.current?.step).to.equal('register.identify');
    expect(element.parked).to.deep.equal([]);
    element.remove();
    await Promise.resolve();
    expect(element.parked).to.deep.equal(['register.identify']);
    expect(element.flow.current).to.equal(undefined);
  });

  it('tells every machine that runs of another language', async () => {
    const actors: AnyActorRef[] = [];
    element.inspector = actorsOf(actors);
    const ports = fakePorts();
    element.play(ports, { returned: returnedCode(ports) });
    await waitUntil(() => element.flow.current?.step === 'register.details');
    element.flow.tell({ type: 'language.changed', language: 'en' });
    expect(contextOf(actors[0]).language).to.equal('en');
    expect(element.flow.current?.context.language).to.equal('en');
  });

  it('brings what is typed to every machine that keeps it, and anything else to the innermost only', () => {
    const heard: string[] = [];
    const hearing = (name: string) => ({ actions: ({ event }: { event: { type: string } }) => void heard.push(`${name} ${event.type}`) });
    const listening = (id: string) => ({ id, context: {}, on: { 'draft.changed': hearing(id), 'flow.back': hearing(id) } });
    const inner = createMachine(listening('inner'));
    start(createMachine({ ...listening('outer'), invoke: { src: inner, id: 'inner' } }));
    element.flow.send({ type: 'draft.changed', values: { email: 'asta@post.example' } });
    element.flow.send({ type: 'flow.back' });
    expect(heard).to.deep.equal(['outer draft.changed', 'inner draft.changed', 'inner flow.back']);
  });

  it('ends the one before when it is started again', () => {
    const actors: AnyActorRef[] = [];
    element.inspector = { next: actorsOf(actors) };
    element.play();
    const [first] = actors;
    element.play();
    const status = (first?.getSnapshot() as { status: string }).status;
    expect(status).to.equal('stopped');
    expect(element.flow.current?.step).to.equal('register.identify');
  });

  it('passes on what a machine within it tells', async () => {
    const ports = fakePorts(
      {},
      {
        begin: async () => {
          throw failure('unavailable');
        },
      },
    );
    element.play(ports);
    element.flow.send({ type: 'identity.chosen', provider: 'mitid' });
    await waitUntil(() => element.emitted.length > 0);
    expect(element.emitted).to.deep.equal([{ type: 'flow.failed', code: 'unavailable', retryable: true }]);
  });

  it('says when it has fallen over', async () => {
    const fault = new Error('broken');
    const machine = createMachine({
      id: 'signup',
      on: {
        'flow.back': {
          actions: () => {
            throw fault;
          },
        },
      },
    });
    start(machine);
    element.flow.send({ type: 'flow.back' });
    await waitUntil(() => element.errors.length > 0);
    expect(element.errors).to.deep.equal([fault]);
  });
});
