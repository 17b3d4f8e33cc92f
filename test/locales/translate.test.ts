import { expect } from '@open-wc/testing';
import { shared as daShared } from '../../src/locales/da/shared.js';
import { fields as daFields } from '../../src/locales/da/fields.js';
import { notices as daNotices } from '../../src/locales/da/notices.js';
import { questions as daQuestions } from '../../src/locales/da/questions.js';
import { refused as daRefused } from '../../src/locales/da/refused.js';
import { register as daRegister } from '../../src/locales/da/register.js';
import { child as daChild } from '../../src/locales/da/child.js';
import { recover as daRecover } from '../../src/locales/da/recover.js';
import { shared as enShared } from '../../src/locales/en/shared.js';
import { fields as enFields } from '../../src/locales/en/fields.js';
import { notices as enNotices } from '../../src/locales/en/notices.js';
import { questions as enQuestions } from '../../src/locales/en/questions.js';
import { refused as enRefused } from '../../src/locales/en/refused.js';
import { register as enRegister } from '../../src/locales/en/register.js';
import { child as enChild } from '../../src/locales/en/child.js';
import { recover as enRecover } from '../../src/locales/en/recover.js';
import { createTranslator, messagesFor } from '../../src/locales/translate.js';
import { loadMessages } from '../support/messages.js';

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();

describe('the texts', () => {
  for (const [group, da, en] of [
    ['shared', daShared, enShared],
    ['fields', daFields, enFields],
    ['notices', daNotices, enNotices],
    ['questions', daQuestions, enQuestions],
    ['register', daRegister, enRegister],
    ['refused', daRefused, enRefused],
    ['child', daChild, enChild],
    ['recover', daRecover, enRecover],
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

  it('say the same where a key stands in several groups', () => {
    const groups: Record<string, string>[] = [daShared, daFields, daQuestions, daRegister, daRefused, daChild, daRecover];
    const texts = new Map<string, string>();
    for (const [key, text] of groups.flatMap((group) => Object.entries(group))) {
      expect(texts.get(key) ?? text, key).to.equal(text);
      texts.set(key, text);
    }
  });
});

describe('the translator', () => {
  before(() => Promise.all([loadMessages('da', 'register'), loadMessages('en', 'shared', 'register')]));

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
