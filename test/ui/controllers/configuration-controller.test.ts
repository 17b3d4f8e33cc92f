import { defineCE, expect, fixture, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import * as mistakes from '../../../src/downloads/mistakes.js';
import type { SignupConfigInput } from '../../../src/contracts/config.js';
import { ConfigurationController } from '../../../src/ui/controllers/configuration-controller.js';
import { TEST_CONFIG } from '../../support/flow.js';

class Reader extends LitElement {
  property: unknown;
  src: string | null = null;
  readonly log: string[] = [];
  readonly configuration: ConfigurationController = new ConfigurationController(this, {
    sources: () => ({ property: this.property, src: this.src }),
    preselection: () => ({ audience: null, provider: null }),
    mistakes: async () => mistakes,
    onConfiguration: ({ library }) => this.log.push(`uses ${JSON.stringify(library.name)}`),
    onRefused: () => this.log.push('refuses'),
  });

  /** Reads a property, and waits until something has come of it. */
  async take(property: unknown): Promise<void> {
    const before = this.log.length;
    this.property = property;
    this.configuration.read();
    await waitUntil(() => this.log.length > before);
  }
}
const tag = defineCE(Reader);

const named = (name: string, contact: SignupConfigInput['library']['contact'] = { phone: '+45 33 00 00 00' }): SignupConfigInput => ({
  ...TEST_CONFIG,
  library: { ...TEST_CONFIG.library, name, contact },
});
const broken = { ...named('Broken'), gateway: undefined };
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 10);
  });

describe('the configuration of an element', () => {
  const { error, warn } = console;
  let lines: string[];
  let element: Reader;
  beforeEach(async () => {
    lines = [];
    const keep = (...values: unknown[]): void => void lines.push(values.map(String).join(' '));
    Object.assign(console, { error: keep, warn: keep });
    element = await fixture<Reader>(`<${tag}></${tag}>`);
  });
  afterEach(() => {
    Object.assign(console, { error, warn });
  });

  it('is handed over when it is another one, and not again for a new object that says the same', async () => {
    await element.take(named('One'));
    element.property = named('One');
    element.configuration.read();
    await settled();
    await element.take(named('Two'));
    expect(element.log).to.deep.equal(['uses "One"', 'uses "Two"']);
    expect(element.configuration.value?.library.name).to.equal('Two');
  });

  it('tells the developer, and nobody else, what is wrong with it, and keeps a contact for the patron', async () => {
    await element.take(broken);
    expect(element.log).to.deep.equal(['refuses']);
    expect(element.configuration.isBroken).to.equal(true);
    expect(element.configuration.contact).to.include({ phone: '+45 33 00 00 00' });
    expect(lines.join()).to.match(/^\[library-signup\] gateway/);
  });

  it('is taken again after one that could not be used, and is whole once a flow has started', async () => {
    await element.take(named('One'));
    await element.take(broken);
    await element.take(named('One'));
    expect(element.log).to.deep.equal(['uses "One"', 'refuses', 'uses "One"']);
    element.configuration.accept();
    expect(element.configuration.isBroken).to.equal(false);
    expect(element.configuration.contact).to.equal(undefined);
  });

  it('offers its own contact when the flow that is asked for can’t start with it', async () => {
    await element.take(named('One', { email: 'hjelp@bibliotek.example' }));
    element.configuration.refuse(['flow "login": is not in this version']);
    expect(element.configuration.contact).to.deep.equal({ email: 'hjelp@bibliotek.example' });
    expect(lines).to.deep.equal(['[library-signup] flow "login": is not in this version']);
  });

  it('is used with a warning when it holds what nobody knows', async () => {
    await element.take({ ...named('One'), colour: 'red' });
    expect(element.log).to.deep.equal(['uses "One"']);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^\[library-signup\] .*colour/);
  });

  it('is the last that was asked for, whichever comes first', async () => {
    element.src = `data:application/json,${encodeURIComponent(JSON.stringify(named('Fetched')))}`;
    element.configuration.read();
    await element.take(named('Property'));
    await settled();
    expect(element.log).to.deep.equal(['uses "Property"']);
    expect(lines).to.deep.equal([]);
  });
});
