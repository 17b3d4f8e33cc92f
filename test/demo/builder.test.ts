import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { CSS_PROPERTIES, cssOf } from '../../demo/builder/colours.js';
import { outputsOf } from '../../demo/builder/outputs.js';
import { issuesAt, withValue } from '../../demo/builder/paths.js';
import { properties } from '../../demo/builder/schema-form.js';
import { STARTS } from '../../src/config/starts.js';
import { explain } from '../../src/config/issues.js';
import { configJsonSchema } from '../../src/config/json-schema.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';

const PUBLIC = STARTS['Public library'] as SignupConfigInput;

describe('the builder', () => {
  for (const [name, start] of Object.entries(STARTS)) {
    it(`begins with a configuration that is complete: ${name}`, () => expect(explain(start)).to.have.property('config'));
  }

  it('has a control for every key that the element knows', () => {
    const everything = {
      version: 1,
      library: { contact: {} },
      gateway: {},
      identity: { providers: { mitid: {} } },
      register: { audiences: [{ mailbox: {} }], pin: {}, terms: {} },
      recover: {},
      login: { handover: {} },
      texts: {},
    };
    const root = document.createElement('form');
    render(properties({ config: everything, issues: [], set: () => undefined }, [], configJsonSchema()), root);
    const wanted = [
      ...['library.id', 'library.name', 'library.url', 'library.municipality', 'library.contact.phone', 'library.userIds'],
      ...['gateway.type', 'gateway.url', 'gateway.credentials', 'identity.mode', 'identity.redirectUri'],
      ...['adapter', 'broker', 'issuer', 'level', 'replacedBy', 'simulate'].map((key) => `identity.providers.mitid.${key}`),
      ...['id', 'kind', 'providers', 'label', 'icon', 'minimumAge', 'documents', 'mailbox.domains'].map(
        (key) => `register.audiences[0].${key}`,
      ),
      ...['register.pin.minLength', 'register.pin.weak', 'register.phone', 'register.sms', 'register.terms.version', 'recover.routes'],
      ...['login.directory', 'login.handover.mode', 'login.handover.url', 'texts.da', 'texts.en'],
    ];
    expect(wanted.filter((id) => !root.querySelector(`[id="${id}"]`))).to.deep.equal([]);
  });

  it('changes one value, and takes away what is empty', () => {
    expect(withValue({ a: [{ b: 1 }, { b: 2 }] }, ['a', 1, 'b'], 3)).to.deep.equal({ a: [{ b: 1 }, { b: 3 }] });
    expect(withValue({ a: { b: 1 }, c: 2 }, ['a', 'b'], undefined)).to.deep.equal({ c: 2 });
    expect(withValue({ a: [1, 2] }, ['a', 0], undefined)).to.deep.equal({ a: [2] });
    expect(withValue({}, ['recover'], {}, new Set(['recover']))).to.deep.equal({ recover: {} });
    expect(withValue({ recover: { a: 1 } }, ['recover', 'a'], undefined, new Set(['recover']))).to.deep.equal({ recover: {} });
  });

  it('says what is wrong at its field, or at the one around it', () => {
    const issues = ['register.audiences[0].providers[1]: "x" is not in identity.providers', 'library.id: is required, expected string'];
    expect(issuesAt(issues, ['library', 'id'], true)).to.deep.equal(['is required, expected string']);
    expect(issuesAt(issues, ['register', 'audiences', 0, 'providers'], true)).to.have.length(1);
    expect(issuesAt(issues, ['register', 'audiences', 0, 'id'], true)).to.deep.equal([]);
  });

  it('gives a page what it needs: policy, redirect URIs, origin', () => {
    const outputs = outputsOf(PUBLIC, {}, 'recover', 'https://library.example.org/bliv-bruger?x=1#y');
    const text = (title: string): string => outputs.find((output) => output.title === title)?.text ?? '';
    expect(JSON.parse(text('Configuration'))).to.deep.equal(PUBLIC);
    expect(text('Tag')).to.contain('flow="recover"');
    expect(text('Security policy')).to.contain("connect-src 'self' https://gateway.example.org");
    expect(text('For your broker').trim()).to.equal('https://library.example.org/bliv-bruger');
    expect(text('For your gateway').trim()).to.equal('https://library.example.org');
    const popup = outputsOf(
      { ...PUBLIC, identity: { ...PUBLIC.identity, mode: 'popup' } },
      {},
      'register',
      'https://library.example.org/a/b',
    );
    expect(popup.find(({ title }) => title === 'For your broker')?.text.trim()).to.equal('https://library.example.org/a/callback.html');
  });

  it('writes colours for light and dark, of properties that the element has', () => {
    expect(CSS_PROPERTIES.length).to.be.greaterThan(15);
    const css = cssOf({ '--signup-accent': '#123456', '--signup-accent dark': '#abcdef', '--signup-radius': '0' });
    expect(css).to.equal('library-signup {\n  --signup-accent: light-dark(#123456, #abcdef);\n  --signup-radius: 0;\n}\n');
  });
});
