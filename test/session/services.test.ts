import { expect } from '@open-wc/testing';
import { configSchema } from '../../src/contracts/config.js';
import { createAdapters, type Surroundings } from '../../src/downloads/adapters.js';
import { provideDownloads, type Downloads } from '../../src/downloads/downloads.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { createServices } from '../../src/session/services.js';
import { TEST_CONFIG } from '../support/flow.js';

const made: Surroundings[] = [];
let asked = 0;
let isOffline = false;
const adapters = async () => {
  asked += 1;
  if (isOffline) throw new Error('offline');
  return {
    createAdapters: (surroundings: Surroundings) => {
      made.push(surroundings);
      return createAdapters(surroundings);
    },
  };
};
// The services have a use for nothing else.
provideDownloads({ adapters } as unknown as Downloads);

const surroundings = (): Surroundings => ({
  config: configSchema.parse(TEST_CONFIG),
  secrets: createSecretHolder(),
  clock: { now: () => 42 },
  owner: 'one',
  publicComputer: () => false,
  popup: () => Promise.reject(new Error('no popup here')),
  announce: () => true,
  hostReferences: () => ({ handoverChallenge: null, order: null }),
  dispatch: () => undefined,
});

describe('what a flow is backed by', () => {
  beforeEach(() => {
    made.length = 0;
    asked = 0;
    isOffline = false;
  });

  it('is the element’s own secrets and clock, and fetches nothing by itself', () => {
    const around = surroundings();
    const services = createServices(around);
    expect(services.secrets).to.equal(around.secrets);
    expect(services.clock.now()).to.equal(42);
    expect(asked).to.equal(0);
  });

  it('talks to the outside through the same adapters, however often and however fast it is asked', async () => {
    const around = surroundings();
    const services = createServices(around);
    const [one, two] = await Promise.all([services.adapters(), services.adapters()]);
    expect(two).to.equal(one);
    expect(await services.adapters()).to.equal(one);
    expect(made).to.deep.equal([around]);
  });

  it('can be asked again after the adapters could not be fetched', async () => {
    const services = createServices(surroundings());
    isOffline = true;
    const fault = await services.adapters().catch((error: unknown) => error);
    expect(fault).to.be.an('error');
    isOffline = false;
    expect(await services.adapters()).to.have.all.keys('client', 'gateway', 'identity');
  });

  it('is another element’s no matter what', async () => {
    const [one, two] = [createServices(surroundings()), createServices(surroundings())];
    expect(await one.adapters()).not.to.equal(await two.adapters());
  });
});
