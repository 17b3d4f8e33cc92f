import { expect } from '@open-wc/testing';
import { explain } from '../../src/config/issues.js';
import { readConfig as read, type ConfigReading } from '../../src/config/read.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';

const readConfig = (value: unknown): Promise<ConfigReading> => read(value, async (own) => explain(own));

const good = {
  $schema: 'https://library.example/schema.json',
  version: 1,
  library: {
    id: 'DK-710100',
    name: { da: 'Biblioteket', en: 'The library' },
    municipality: '101',
    contact: { phone: '+45 00 00 10 10', email: 'hjaelp@library.example', url: { da: '/kontakt', en: '/en/contact' } },
    inactiveYears: 2,
  },
  gateway: { type: 'http', url: '/signup-api/' },
  identity: {
    providers: {
      mitid: {
        adapter: 'mitid',
        broker: 'idura',
        issuer: 'https://broker.example',
        authorizationEndpoint: 'https://broker.example/auth',
        clientId: 'c',
        level: 'substantial',
      },
      nemid: { adapter: 'nemid', replacedBy: 'mitid' },
    },
  },
  register: { audiences: [{ id: 'adult', kind: 'adult', providers: ['mitid'], minimumAge: 18 }] },
  texts: { da: { 'register.done.heading': 'Velkommen' } },
} satisfies SignupConfigInput;

/** A copy with one value changed; `undefined` takes it away. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(good);
  const keys = path.split('/');
  const last = keys.pop()!;
  const at = keys.reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, copy as Record<string, unknown>);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

async function issuesOf(value: unknown): Promise<string[]> {
  const reading = await readConfig(value);
  return 'issues' in reading ? reading.issues : [];
}

describe('Reading a configuration', () => {
  it('fills in what has a default', async () => {
    const reading = await readConfig(good);
    if (!('config' in reading)) throw new Error(reading.issues.join('\n'));
    expect(reading.warnings).to.deep.equal([]);
    const { library, gateway, identity, register } = reading.config;
    expect(library.userIds).to.deep.equal(['cpr']);
    expect(gateway.credentials).to.equal('omit');
    expect(identity.mode).to.equal('redirect');
    expect(register).to.deep.include({ pin: { minLength: 4, maxLength: 4, weak: 'refuse' }, phone: 'optional', sms: true });
  });

  for (const [path, warning] of [
    ['colour', 'colour: unknown key'],
    ['library/zip', 'library.zip: unknown key'],
    ['library/name/sv', 'library.name.sv: unknown key'],
    ['library/contact/url/de', 'library.contact.url.de: unknown key'],
    ['identity/providers/mitid/secret', 'identity.providers.mitid.secret: unknown key'],
    ['register/audiences/0/min age', 'register.audiences[0]["min age"]: unknown key'],
    ['texts/sv', 'texts.sv: unknown key'],
  ] as const) {
    it(`warns of ${path} and reads the rest`, async () => {
      const input = changed(path, '/x');
      const before = JSON.stringify(input);
      const reading = await readConfig(input);
      expect(reading).to.have.property('config').that.deep.include({ version: 1 });
      expect(reading).to.have.property('warnings').that.deep.equals([warning]);
      expect(JSON.stringify(input), "the page's own object").to.equal(before);
    });
  }

  for (const [path, value, issue] of [
    ['version', 2, 'version: expected 1'],
    ['version', undefined, 'version: is required, expected 1'],
    ['library', undefined, 'library: is required, expected object'],
    ['library/id', 'DK 71', 'library.id: expected a text like /^[\\w.-]+$/'],
    ['library/name', 4, 'library.name: expected a text, or one for each language (da, en)'],
    ['library/inactiveYears', 0, 'library.inactiveYears: expected a whole number of at least 1'],
    ['library/userIds', ['cpr', 'dna'], 'library.userIds[1]: expected cpr or card or email or local'],
    ['gateway/type', 'ftp', 'gateway.type: expected http'],
    ['gateway/url', 'http://gateway.example/', 'gateway.url: expected an https URL, or one relative to the page'],
    ['gateway/url', 'javascript:alert(1)', 'gateway.url: expected an https URL, or one relative to the page'],
    ['gateway/url', '//[', 'gateway.url: expected an https URL, or one relative to the page'],
    ['library/contact/url', { da: 'data:text/html,x' }, 'library.contact.url.da: expected an https URL, or one relative to the page'],
    ['identity/providers', [], 'identity.providers: expected object'],
    ['identity/providers/my mitid', { adapter: 'mitid' }, 'identity.providers["my mitid"]: expected a name like /^[\\w.-]+$/'],
    ['identity/providers/mitid/clientId', '', 'identity.providers.mitid.clientId: is empty'],
    ['identity/providers/mitid/clientId', undefined, 'identity.providers.mitid.clientId: is required beside authorizationEndpoint'],
    [
      'identity/providers/nemid/replacedBy',
      'nemid',
      'identity.providers.nemid.replacedBy: "nemid" is not another provider in identity.providers',
    ],
    ['register/audiences', [], 'register.audiences: is empty'],
    ['register/audiences', 'adult', 'register.audiences: expected array'],
    ['register/audiences/0/kind', 'adults', 'register.audiences[0].kind: expected adult or child or campus or hospital or private'],
    ['register/audiences/0/kind', 'hospital', 'register.audiences[0].mailbox: is required for kind "hospital"'],
    ['register/audiences/0/providers', ['wayf'], 'register.audiences[0].providers[0]: "wayf" is not in identity.providers'],
    ['register/audiences/0/minimumAge', 130, 'register.audiences[0].minimumAge: expected a whole number of at most 120'],
    ['register/audiences/0/minimumAge', 17.5, 'register.audiences[0].minimumAge: expected a whole number'],
    ['register/pin', { minLength: 6 }, 'register.pin.minLength: is more than maxLength'],
    ['recover', { providers: ['wayf'] }, 'recover.providers[0]: "wayf" is not in identity.providers'],
    ['login', { guest: 'yes' }, 'login.guest: expected boolean'],
    [
      'library/contact/email',
      'a@b.dk?bcc=evil@x.dk&body=x',
      'library.contact.email: expected a text like /^[^\\s?&#%@:/<>"]{1,64}@[^\\s?&#%@:/<>"]{1,255}$/',
    ],
    ['library/contact/phone', '+45 1;ext=2', 'library.contact.phone: expected a text like /^\\+?[\\d\\s().-]{3,30}$/'],
    ['texts/da/register.done.heading', 4, 'texts.da["register.done.heading"]: expected string'],
  ] as const) {
    it(`names ${issue}`, async () => {
      expect(await issuesOf(changed(path, value))).to.deep.equal([issue]);
    });
  }

  it('refuses what has no measure, at once', async () => {
    const audiences = Array.from({ length: 2_000 }, (_, at) => ({ id: `a${at}`, kind: 'adult', providers: ['mitid'] }));
    const started = performance.now();
    expect(await issuesOf({ ...good, register: { audiences } })).to.deep.equal(['register.audiences: has more than 20 entries']);
    expect(performance.now() - started).to.be.below(5000);
  });

  it('reads own keys only, where a page has extended what every object inherits', async () => {
    const prototype = Object.prototype as Record<string, unknown>;
    prototype['extended'] = function extended(): void {};
    prototype['mitid'] = { adapter: 'mitid' };
    try {
      const reading = await readConfig(good);
      expect(reading).to.have.property('config');
      expect(reading).to.have.property('warnings').that.deep.equals([]);
    } finally {
      delete prototype['extended'];
      delete prototype['mitid'];
    }
  });

  it('names two audiences with one id, and unknown keys beside what is wrong', async () => {
    const [adult] = good.register.audiences;
    expect(await issuesOf({ ...good, colour: 'red', register: { audiences: [adult, adult] } })).to.deep.equal([
      'register.audiences[1].id: "adult" is used twice',
      'colour: unknown key',
    ]);
  });

  it("keeps the contact of a configuration that can't be used", async () => {
    const reading = await readConfig(changed('gateway', undefined));
    expect(reading).to.deep.include({ contact: good.library.contact });
  });

  it('keeps what can be read of a contact, and nothing unsafe', async () => {
    const contact = { phone: 12, email: 'hjaelp@library.example', url: 'javascript:alert(1)' };
    const reading = await readConfig({ library: { name: ['x'], contact } });
    expect(reading).to.have.property('issues');
    expect(reading).to.deep.include({ contact: { phone: undefined, email: contact.email, url: undefined } });
  });

  it('throws at nothing', async () => {
    const cyclic: Record<string, unknown> = { ...good };
    cyclic.library = cyclic;
    cyclic.register = { audiences: [cyclic] };
    const trap = {
      get library(): never {
        throw new Error('no');
      },
    };
    const proxy = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const poisoned: unknown = JSON.parse('{"__proto__":{"version":1},"constructor":1,"library":{"__proto__":{}}}');
    for (const value of [
      undefined,
      null,
      0,
      '',
      'text',
      [],
      [[]],
      () => 1,
      Symbol('s'),
      1n,
      NaN,
      new Date(),
      new Map(),
      cyclic,
      trap,
      proxy,
      poisoned,
      Object.create(null),
    ]) {
      const reading = await readConfig(value);
      expect(reading).to.have.property('issues').with.length.above(0);
    }
  });
});
