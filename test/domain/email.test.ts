import { expect } from '@open-wc/testing';
import { mailboxDomain, parseEmail } from '../../src/domain/email.js';
import { isAllowedMailbox } from '../../src/domain/mailbox.js';

describe('An e-mail address', () => {
  for (const email of [
    'a@b.dk',
    'Asta.Test+bib@Example.DK',
    "o'hara_1@mail.example.com",
    'asta@blåbær.dk',
    'asta@xn--blbr-roah.dk',
    'søren@example.dk',
    'a@b.museum',
  ]) {
    it(`"${email}" is accepted as typed`, () => expect(parseEmail(`  ${email} `)).to.deep.equal({ ok: true, email }));
  }
  for (const email of ['', ' '])
    it(`"${email}" is missing`, () => expect(parseEmail(email)).to.deep.equal({ ok: false, code: 'required' }));
  for (const email of [
    'asta',
    'asta@',
    '@example.dk',
    'asta@example',
    'asta@@example.dk',
    'asta@b@example.dk',
    'asta @example.dk',
    'asta@exam ple.dk',
    'asta@example..dk',
    'asta@.example.dk',
    'asta@example.dk.',
    '.asta@example.dk',
    'asta.@example.dk',
    'as..ta@example.dk',
    'Asta <asta@example.dk>',
    'a@b.dk,c@d.dk',
    'a@b.dk;c@d.dk',
    'asta@127.0.0.1',
    'asta@[127.0.0.1]',
    'asta@example.dk:25',
    'asta@example.dk/evil',
    'asta@example.dk?x=1',
    'asta@example.dk#x',
    'asta@exa%6dple.dk',
    'as\u200bta@example.dk',
    'asta@exam\u00adple.dk',
    'asta@example.dk\u0000',
    `${'a'.repeat(250)}@b.dk`,
    '(asta)@example.dk',
    '"asta"@example.dk',
    'asta@exam\\ple.dk',
  ]) {
    it(`${JSON.stringify(email)} is refused`, () => expect(parseEmail(email)).to.deep.equal({ ok: false, code: 'invalid' }));
  }
  it('has the domain that DNS knows', () => {
    expect(mailboxDomain('asta@Blåbær.DK')).to.equal('xn--blbr-roah.dk');
    expect(mailboxDomain('asta@AUH.rm.dk')).to.equal('auh.rm.dk');
    expect(mailboxDomain('no address')).to.equal(null);
  });
});

describe('A hospital mailbox', () => {
  const domains = ['auh.rm.dk', 'aarhus.rm.dk', '@Skejby.rm.dk', ' ps.rm.dk '];
  for (const email of ['asta@auh.rm.dk', ' asta@AUH.RM.DK ', 'asta@aarhus.rm.dk', 'Asta@skejby.rm.dk', 'asta@ps.rm.dk']) {
    it(`"${email}" is allowed`, () => expect(isAllowedMailbox(email, domains)).to.equal(true));
  }
  const refused: [email: string, why: string][] = [
    ['asta@rm.dk', 'the parent domain'],
    ['asta@x.auh.rm.dk', 'a sub-domain'],
    ['asta@auh.rm.dk.evil.dk', 'the domain as a prefix'],
    ['asta@evilauh.rm.dk', 'the domain as a suffix'],
    ['asta@auh-rm.dk', 'a hyphen for a dot'],
    ['asta@auh.rm.dk.', 'a trailing dot'],
    ['asta@evil.dk@auh.rm.dk', 'two @'],
    ['asta@auh.rm.dk@evil.dk', 'two @ the other way'],
    ['asta@аuh.rm.dk', 'a Cyrillic a'],
    ['asta@auh.rм.dk', 'a Cyrillic m'],
    ['asta@ａｕｈ.rm.dk', 'full-width letters'],
    ['asta@auh\u3002rm.dk', 'an ideographic full stop'],
    ['asta@s\u212aejby.rm.dk', 'the Kelvin sign for a K'],
    ['asta@\u0455kejby.rm.dk', 'a Cyrillic s'],
    ['asta@auh.rm.d\u212a', 'the Kelvin sign in the country'],
    ['asta@au\u00adh.rm.dk', 'a soft hyphen'],
    ['asta@auh\u200b.rm.dk', 'a zero-width space'],
    ['asta@auh.rm.dk\u202e', 'a direction mark'],
    ['asta@auh%2erm.dk', 'a percent-encoded dot'],
    ['asta@auh.rm.dk/evil', 'a path'],
    ['asta@auh.rm.dk#evil.dk', 'a fragment'],
    ['asta@evil.dk#@auh.rm.dk', 'a fragment before @'],
    ['asta@evil.dk,b@auh.rm.dk', 'two addresses'],
    ['"asta@evil.dk"@auh.rm.dk', 'a quoted @'],
    ['<asta@auh.rm.dk>', 'angle brackets'],
    ['asta@auh.rm.dk\r\nBcc: x@evil.dk', 'a header'],
    ['auh.rm.dk', 'the domain alone'],
    ['@auh.rm.dk', 'no name'],
    ['', 'nothing'],
    ['asta@xn--uh-7kc.rm.dk', 'a look-alike in its encoded form'],
  ];
  for (const [email, why] of refused) it(`with ${why} is refused`, () => expect(isAllowedMailbox(email, domains)).to.equal(false));

  it('may be in an internationalised domain, however it is written', () => {
    for (const written of ['sygehus.ø.dk', 'SYGEHUS.Ø.dk', 'sygehus.xn--pda.dk']) {
      expect(isAllowedMailbox('asta@sygehus.ø.dk', [written]), written).to.equal(true);
      expect(isAllowedMailbox('asta@sygehus.xn--pda.dk', [written]), written).to.equal(true);
    }
    expect(isAllowedMailbox('asta@sygehus.o.dk', ['sygehus.ø.dk'])).to.equal(false);
  });
  it('is never allowed by an empty or broken list', () => {
    expect(isAllowedMailbox('asta@auh.rm.dk', [])).to.equal(false);
    expect(isAllowedMailbox('asta@auh.rm.dk', ['', '@', 'not a domain'])).to.equal(false);
  });
});
