import { expect } from '@open-wc/testing';
import { createActor, createMachine } from 'xstate';
import { currentScreen, receiverOf, runningMachines } from '../../src/flow/current-screen.js';
import type { FlowEvent } from '../../src/flow/types.js';

const identify = createMachine({
  id: 'identify',
  context: { providers: ['mitid'] },
  initial: 'choosing',
  states: {
    choosing: { meta: { screen: 'identify' }, on: { 'provider.chosen': 'leaving' } },
    leaving: { tags: 'busy', meta: { screen: 'leaving' } },
  },
});
const flow = createMachine({
  id: 'recover',
  context: { of: 'recover' },
  initial: 'which',
  on: { 'flow.back': {} },
  states: {
    which: { meta: { step: 'recover.which' }, on: { 'flow.restart': 'login' } },
    login: { meta: { step: 'recover.identify' }, invoke: { src: identify, id: 'identify' }, on: { 'flow.cancel': 'end' } },
    end: { tags: 'end', meta: { step: 'recover.pin-changed' } },
  },
});
const root = createMachine({
  id: 'signup',
  context: { of: 'root' },
  invoke: { src: flow, id: 'recover' },
  initial: 'on',
  states: { on: {} },
});

const start = () => {
  const actor = createActor(root).start();
  const send = (event: { type: string }): void => {
    receiverOf(actor, event as FlowEvent)?.send(event);
  };
  return { actor, send };
};

describe('which screen is on', () => {
  it('is the one of the innermost machine that names one, with the context of its flow', () => {
    const { actor } = start();
    expect(currentScreen(actor)).to.deep.include({ step: 'recover.which', busy: false, ended: false, context: { of: 'recover' } });
    expect(runningMachines(actor)).to.have.length(2);
  });

  it('is one of the flow that runs a machine which several flows share', () => {
    const { actor, send } = start();
    send({ type: 'flow.restart' });
    const now = currentScreen(actor);
    expect(now.step).to.equal('recover.identify');
    expect(now.context).to.deep.equal({ of: 'recover' });
    expect(now.identify).to.deep.equal({ providers: ['mitid'] });
    send({ type: 'provider.chosen' });
    expect(currentScreen(actor)).to.deep.include({ step: 'recover.leaving', busy: true });
  });

  it('says when the flow is at an end', () => {
    const { actor, send } = start();
    send({ type: 'flow.restart' });
    send({ type: 'flow.cancel' });
    expect(currentScreen(actor)).to.deep.include({ step: 'recover.pin-changed', ended: true });
    expect(currentScreen(actor)).not.to.have.property('identify');
  });

  it('leads an event to the innermost machine that takes it, and nowhere if none does', () => {
    const { actor, send } = start();
    send({ type: 'flow.restart' });
    expect(receiverOf(actor, { type: 'flow.cancel' })?.id).to.equal('recover');
    expect(receiverOf(actor, { type: 'flow.retry' })).to.equal(undefined);
  });
});
