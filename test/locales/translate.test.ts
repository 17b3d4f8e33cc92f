import { expect } from '@open-wc/testing';
import { core as daCore } from '../../src/locales/da/core.js';
import { questions as daQuestions } from '../../src/locales/da/questions.js';
import { register as daRegister } from '../../src/locales/da/register.js';
import { core as enCore } from '../../src/locales/en/core.js';
import { questions as enQuestions } from '../../src/locales/en/questions.js';
import { register as enRegister } from '../../src/locales/en/register.js';
import { createTranslator, loadMessages, messagesFor } from '../../src/locales/translate.js';

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();

describe('the texts', () => {
  for (const [group, da, en] of [
    ['core', daCore, enCore],
    ['questions', daQuestions, enQuestions],
    ['register', daRegister, enRegister],
  ] as const) {
    it(`say the same in both languages (${group})`, () => {
      expect(Object.keys(en).sort()).to.deep.equal(Object.keys(da).sort());
      for (const [key, text] of Object.entries<string>(da)) {
        const other = (en as Record<string, string>)[key] ?? '';
        expect(text.trim() && other.trim(), key).not.to.equal('');
        expect(placeholders(other), key).to.deep.equal(placeholders(text));
      }
    });
  }

  it('have no key in two groups', () => {
    expect(
      [...Object.keys(daRegister), ...Object.keys(daQuestions)].filter((key, at, keys) => key in daCore || keys.indexOf(key) !== at),
    ).to.deep.equal([]);
  });
});

describe('the translator', () => {
  before(() => Promise.all([loadMessages('da', 'register'), loadMessages('en', 'core'), loadMessages('en', 'register')]));

  it('fills in values, and picks the form that goes with a number', () => {
    const { t } = createTranslator('en');
    expect(t('register.identify.heading', { library: 'X & {y}' })).to.equal('Become a patron at X & {y}');
    expect(t('register.done.keep.text', { years: 1 })).to.contain('for 1 year,');
    expect(t('register.done.keep.text', { years: 2 })).to.contain('for 2 years,');
  });

  it('takes the library’s own words', () => {
    expect(createTranslator('da', { 'action.back': 'Retur' }).t('action.back')).to.equal('Retur');
  });

  it('never shows an empty label', () => {
    expect(createTranslator('da', { 'action.back': ' ' }).t('action.back')).to.equal('Tilbage');
  });

  it('keeps the wording of the MitID button', () => {
    expect(createTranslator('en', { 'provider.mitid': 'Buy now' }).t('provider.mitid')).to.equal('Log on with MitID');
  });

  it('knows which texts there are', () => {
    const { has } = createTranslator('da');
    expect(has('error.pin.weak-year')).to.equal(true);
    expect(has('error.pin.nonsense')).to.equal(false);
    expect(has('constructor')).to.equal(false);
    expect(messagesFor('da')['action.back']).to.equal('Tilbage');
  });
});
