import { expect } from '@open-wc/testing';
import { LIBRARIES, makeDirectory } from '../../mocks/directory/libraries.js';
import { createDirectorySearch } from '../../mocks/directory/search.js';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { createMockLibrary, type MockLibrary } from '../../mocks/library.js';
import { sha256 as challengeOf } from '../../src/server/secrets.js';
import type { PersonaId } from '../../mocks/personas.js';
import { librariesSchema } from '../../src/contracts/directory.js';
import { redemptionSchema } from '../../src/contracts/login.js';
import { PROBLEM_STATUS, type ProblemCode } from '../../src/contracts/problem.js';
import { sessionSchema, type Session } from '../../src/contracts/session.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
interface CardAndPin {
  library: string;
  userId: string;
  pin: string;
}
const ASTRID: CardAndPin = { library: LIBRARIES.research, userId: 'astrid', pin: 'Polar-2580' };
const INGA: CardAndPin = { ...ASTRID, userId: 'inga' };
let clock: number;
let library: MockLibrary;

interface Sent {
  body?: unknown;
  token?: string;
  basic?: string;
}

async function call(line: string, { body, token, basic }: Sent = {}) {
  const [method = '', path = ''] = line.split(' ');
  const headers = { ...(token && { Authorization: `Bearer ${token}` }), ...(basic && { Authorization: `Basic ${btoa(basic)}` }) };
  const response = await library.fetch(
    new Request(`https://gateway.example/api/${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    '/api/',
  );
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}

async function refused(answer: ReturnType<typeof call>, code: ProblemCode, more: object = {}): Promise<void> {
  const { status, body } = await answer;
  expect(body).to.include({ code, ...more });
  expect(status).to.equal(PROBLEM_STATUS[code]);
}

const byCard = async (card: CardAndPin): Promise<Session> =>
  sessionSchema.parse((await call('POST sessions', { body: { method: 'library-card', ...card } })).body);
const byEid = async (persona: PersonaId, codeVerifier = 'verifier'): Promise<Session> =>
  sessionSchema.parse(
    (
      await call('POST sessions', {
        body: {
          method: 'code',
          provider: 'mitid',
          code: encodeMockCode(persona),
          codeVerifier,
          nonce: 'n',
          redirectUri: 'https://a.example/',
        },
      })
    ).body,
  );

/** A right to attach, bound to the hand-off of this verifier. */
async function intentFor(verifier: string, card = ASTRID): Promise<string> {
  const { token } = await byCard(card);
  const { body } = await call('POST link-intents', { token, body: { codeChallenge: await challengeOf(verifier) } });
  return String(body['intent']);
}

const attach = (token: string, body: object, id: string = LIBRARIES.research) => call(`PUT profiles/me/libraries/${id}`, { token, body });

/** Probability, by the normal approximation of the Mann–Whitney U test, that two samples differ so much by chance. */
function rankTest(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, own: true })), ...other.map((value) => ({ value, own: false }))].sort(
    (a, b) => a.value - b.value,
  );
  let ranks = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (all[end + 1]?.value === all[at]?.value) end += 1;
    for (let each = at; each <= end; each += 1) if (all[each]?.own) ranks += (at + end) / 2 + 1;
    at = end + 1;
  }
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  // Abramowitz and Stegun 7.1.26.
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2);
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-(z * z) / 2);
}

describe('the mock library, for logging in', () => {
  beforeEach(() => {
    clock = Date.parse('2026-03-02T09:00:00Z');
    library = createMockLibrary({ identify: createMockIdentify(), now: () => clock, hosts: { host: 'secret' } });
  });

  describe('a directory', () => {
    const find = async (query: string, more = ''): Promise<string[]> =>
      librariesSchema
        .parse((await call(`GET libraries?q=${encodeURIComponent(query)}&purpose=login${more}`)).body)
        .libraries.map(({ name }) => name);

    for (const [query, name] of [
      ['Århus', 'Aarhus Bibliotekerne'],
      ['Aarhus', 'Aarhus Bibliotekerne'],
      ['aarhus kommunes', 'Aarhus Bibliotekerne'],
      ['kbh', 'Københavns Biblioteker'],
      ['kobenhavn', 'Københavns Biblioteker'],
      ['koebenhavn', 'Københavns Biblioteker'],
      ['820050', 'Dansk Polarforskningsbibliotek'],
      ['DK-820050', 'Dansk Polarforskningsbibliotek'],
      ['dk820050', 'Dansk Polarforskningsbibliotek'],
      ['Kgl. Medicinske', 'Kgl. Medicinske Bibliotek'],
      ['kongelige medicinske', 'Kgl. Medicinske Bibliotek'],
      ['soefartens', 'Søfartens Bibliotek'],
      ['Polarforskningsbibliotk', 'Dansk Polarforskningsbibliotek'],
    ] as const)
      it(`finds ${name} by ${query}`, async () => {
        expect((await find(query))[0]).to.equal(name);
      });

    it('finds by town, says why, and finds nothing for what is none', async () => {
      const { libraries } = librariesSchema.parse((await call('GET libraries?q=svendborg&purpose=order')).body);
      expect(libraries.find(({ id }) => id === LIBRARIES.guests)?.match).to.deep.equal({ field: 'city', text: 'Svendborg' });
      const { libraries: byAlias } = librariesSchema.parse((await call('GET libraries?q=dokk1&purpose=login')).body);
      expect(byAlias[0]?.match).to.deep.equal({ field: 'alias', text: 'Dokk1' });
      expect(await find('qqqqqq')).to.deep.equal([]);
    });

    it('is like the real one: some 1,230 entries, one in seven without a town, in pages of at most 50', async () => {
      const seen: string[] = [];
      let withoutTown = 0;
      for (let cursor: string | undefined = '0'; cursor !== undefined;) {
        const { libraries, next }: ReturnType<typeof librariesSchema.parse> = librariesSchema.parse(
          (await call(`GET libraries?q=&purpose=login&limit=500&cursor=${cursor}`)).body,
        );
        expect(libraries.length).to.be.at.most(50);
        seen.push(...libraries.map(({ id }) => id));
        withoutTown += libraries.filter(({ city }) => city === undefined).length;
        cursor = next;
      }
      expect(new Set(seen).size).to.equal(1_233);
      expect(withoutTown / seen.length).to.be.closeTo(0.14, 0.01);
    });

    it('answers with what is of use for the purpose, and may be cached', async () => {
      const { libraries } = librariesSchema.parse((await call('GET libraries?q=&purpose=libraries&limit=50')).body);
      expect(libraries.every(({ policy }) => policy.login && !policy.culr)).to.equal(true);
      expect((await call('GET libraries?q=a')).headers.get('Cache-Control')).to.equal('public, max-age=300');
      await refused(call('GET libraries/DK-999999'), 'library-unknown');
    });

    it('lets log in only where a library wants both, the shared login and to be ordered from here', () => {
      const made = makeDirectory(3_000).filter(({ kind, id }) => kind === 'research' && !Object.values<string>(LIBRARIES).includes(id));
      for (const { id, policy } of made) {
        const at = Number(id.slice(3)) - 830_000;
        expect(policy.login, id).to.equal(at % 3 !== 0 && at % 11 !== 0);
      }
      expect(made.length).to.be.above(500);
    });

    it('searches 10,000 libraries in less than a frame', () => {
      const search = createDirectorySearch(makeDirectory(10_000));
      const times = ['b', 'bi', 'bib', 'vejle bib', 'museums', 'silkeborg', '830100', 'zz', 'biblotek'].map((query) => {
        // The best of five: other work on the machine is not the search's.
        const tries = Array.from({ length: 5 }, () => {
          const start = performance.now();
          search.find(query, 'login');
          return performance.now() - start;
        });
        return Math.min(...tries);
      });
      expect(Math.max(...times), times.join()).to.be.below(16);
    });
  });

  describe('a card', () => {
    it('tells of its profile by what the library is', async () => {
      const profileOf = async (card: CardAndPin) => (await byCard(card)).profile;
      expect(await profileOf({ library: LIBRARIES.syncing, userId: 'astrid@ucn.example', pin: 'Studie-25' })).to.include({
        status: 'linked',
        offerLink: false,
      });
      expect(await profileOf(ASTRID)).to.deep.equal({ status: 'none', offerLink: true });
      expect(await profileOf(INGA)).to.deep.equal({ status: 'withheld', offerLink: false });
      expect(await profileOf({ library: LIBRARIES.public, userId: '8105631239', pin: '2580' })).to.include({ status: 'linked' });
    });

    it('says nothing of a profile that it doesn’t open, in any answer', async () => {
      const { token } = await byCard(INGA);
      await refused(call('GET profiles/me', { token }), 'not-permitted');
      await refused(call('POST profiles', { token, body: {} }), 'not-permitted');
      for (const line of ['GET sessions/current'] as const)
        expect((await call(line, { token })).text).not.to.match(/710100|Gorm|8105631239/);
    });

    it('is refused alike, whether there is such a user ID or not: status, body, tries, lock and its time', async () => {
      const answers: unknown[][] = [];
      for (const userId of ['astrid', 'nobody']) {
        const own: unknown[] = [];
        for (const pin of ['wrong-1', 'wrong-2', 'wrong-3', 'Polar-2580']) {
          const { status, body } = await call('POST sessions', {
            body: { method: 'library-card', library: LIBRARIES.research, userId, pin },
          });
          own.push([status, body]);
        }
        answers.push(own);
      }
      expect(answers[0]).to.deep.equal(answers[1]);
      expect(JSON.stringify(answers[0])).to.contain('"attemptsLeft":2').and.to.contain('locked-out');
      clock += 20 * MINUTE;
      expect((await byCard(ASTRID)).method).to.equal('library-card');
    });

    it('takes the same time for known and unknown user IDs (rank test over 60 pairs)', async function () {
      this.timeout(20_000);
      const [known, unknown]: [number[], number[]] = [[], []];
      const time = async (userId: string): Promise<number> => {
        const start = performance.now();
        await call('POST sessions', { body: { method: 'library-card', library: LIBRARIES.research, userId, pin: 'wrong' } });
        return performance.now() - start;
      };
      for (let pair = 0; pair < 60; pair += 1) {
        library.reset();
        // In turn, and in either order: the machine may get slower or faster meanwhile.
        if (pair % 2 === 0) {
          known.push(await time('astrid'));
          unknown.push(await time(`nobody${pair}`));
        } else {
          unknown.push(await time(`nobody${pair}`));
          known.push(await time('astrid'));
        }
      }
      expect(rankTest(known, unknown), 'the chance of such a difference').to.be.above(0.001);
    });

    it('is blocked with its reason, and a library without a login takes none', async () => {
      await refused(call('POST sessions', { body: { method: 'library-card', ...ASTRID, userId: 'spaerret' } }), 'blocked', {
        reason: 'debt',
      });
      for (const id of [LIBRARIES.guests, LIBRARIES.closed, 'DK-999999'])
        await refused(call('POST sessions', { body: { method: 'library-card', ...ASTRID, library: id } }), 'library-unknown');
    });

    it('is offered to be linked until its user has said never, for 90 days; another user is asked', async () => {
      const { token } = await byCard(ASTRID);
      expect((await call('PUT sessions/current/link-offer', { token, body: { ask: false, days: 90 } })).status).to.equal(204);
      expect((await byCard(ASTRID)).profile?.offerLink).to.equal(false);
      expect((await byCard({ library: LIBRARIES.hospital, userId: '7203861234', pin: '2580' })).profile?.offerLink).to.equal(true);
      clock += 90 * DAY;
      expect((await byCard(ASTRID)).profile?.offerLink).to.equal(true);
    });
  });

  describe('linking', () => {
    it('takes the proof of the card to the session of the hand-off it was made for', async () => {
      const intent = await intentFor('mine');
      const { token } = await byEid('adult-resident', 'mine');
      expect((await attach(token, { intent })).body).to.deep.equal({ libraries: [LIBRARIES.syncing, LIBRARIES.research] });
      expect((await byCard(ASTRID)).profile).to.deep.equal({ status: 'withheld', offerLink: false });
    });

    it('refuses it from another hand-off, a second time, and after 15 minutes', async () => {
      const { token: other } = await byEid('adult-resident', 'another');
      await refused(attach(other, { intent: await intentFor('mine') }), 'expired');
      const intent = await intentFor('mine');
      const { token } = await byEid('adult-resident', 'mine');
      expect((await attach(token, { intent })).status).to.equal(200);
      await refused(attach(token, { intent }), 'expired');
      const late = await intentFor('late');
      clock += 15 * MINUTE;
      const { token: later } = await byEid('adult-resident', 'late');
      await refused(attach(later, { intent: late }), 'expired');
    });

    it('refuses a card of another person, one that is in another profile, and what can’t be attached', async () => {
      const intent = await intentFor('mine');
      const { token } = await byEid('adult-non-resident', 'mine');
      await refused(attach(token, { intent }), 'account-mismatch');
      for (const [id, reason] of [
        [LIBRARIES.public, 'automatic'],
        [LIBRARIES.syncing, 'automatic'],
        [LIBRARIES.guests, 'no-login'],
      ] as const)
        await refused(attach(token, { intent: 'any' }, id), 'not-attachable', { reason });
      await refused(attach((await byCard(ASTRID)).token, { intent: 'any' }), 'not-permitted');
    });

    it('never takes a card out of another profile', async () => {
      const { token } = await byEid('adult-non-resident');
      const { token: libraryToken } = await byCard({ ...ASTRID, userId: 'bertil' });
      await refused(attach(token, { libraryToken }), 'already-linked');
    });

    it('takes the card’s own session where MitID came first', async () => {
      const { token } = await byEid('adult-resident');
      const { token: libraryToken } = await byCard(ASTRID);
      expect((await attach(token, { libraryToken })).status).to.equal(200);
      await refused(attach(token, { libraryToken }), 'expired');
    });

    it('is undone by the card for its own library only, never for one that comes by itself, and nobody is asked for a day', async () => {
      const { token } = await byCard(INGA);
      await refused(call(`DELETE profiles/me/libraries/${LIBRARIES.hospital}`, { token }), 'not-permitted');
      expect((await call(`DELETE profiles/me/libraries/${LIBRARIES.research}`, { token })).status).to.equal(204);
      expect((await call(`DELETE profiles/me/libraries/${LIBRARIES.research}`, { token })).status).to.equal(204);
      expect((await byCard(INGA)).profile).to.deep.equal({ status: 'none', offerLink: false });
      clock += DAY;
      expect((await byCard(INGA)).profile?.offerLink).to.equal(true);
      const { token: eid } = await byEid('already-patron');
      await refused(call(`DELETE profiles/me/libraries/${LIBRARIES.public}`, { token: eid }), 'not-permitted');
    });

    it('makes a profile by MitID once, with the libraries that come by themselves', async () => {
      const { token, profile } = await byEid('adult-resident');
      expect(profile?.status).to.equal('none');
      await refused(call('GET profiles/me', { token }), 'not-found');
      expect((await call('POST profiles', { token, body: {} })).status).to.equal(201);
      const again = await call('POST profiles', { token, body: {} });
      expect([again.status, again.body]).to.deep.equal([200, { libraries: [LIBRARIES.syncing] }]);
      const { body } = await call('GET profiles/me', { token });
      expect(body['libraries']).to.deep.equal([{ id: LIBRARIES.syncing, name: 'UCN Biblioteket', kind: 'school', removable: false }]);
    });
  });

  describe('an order', () => {
    it('takes the PIN of the library, counts wrong ones, and remembers a right one', async () => {
      const { token } = await byEid('adult-resident');
      const check = (pin: string, id: string = LIBRARIES.research) => call('POST order-checks', { token, body: { library: id, pin } });
      await refused(check('wrong'), 'credentials-wrong', { attemptsLeft: 2 });
      expect((await check('Polar-2580')).status).to.equal(204);
      expect((await call('GET sessions/current', { token })).body['provenLibraries']).to.deep.equal([LIBRARIES.research]);
      await refused(check('2580', LIBRARIES.guests), 'library-unknown');
      const { token: gone } = await byEid('adult-non-resident');
      await refused(call('POST order-checks', { token: gone, body: { library: LIBRARIES.research, pin: 'x' } }), 'not-found');
    });

    it('without a login takes the library’s fields with exactly one ID, and the same answer for everyone', async () => {
      const order = (fields: object) => call('POST guest-orders', { body: { library: LIBRARIES.guests, fields } });
      const filled = { cardno: '4711', userName: 'Astrid', userMail: 'a@b.example' };
      expect((await order(filled)).status).to.equal(202);
      expect((await order({ ...filled, cardno: '1' })).status).to.equal(202);
      await refused(order({ ...filled, barcode: '2' }), 'field-invalid');
      await refused(order({ userName: 'Astrid', userMail: 'a@b.example' }), 'field-invalid');
      await refused(order({ cardno: '4711', userName: 'Astrid' }), 'field-invalid');
      await refused(call('POST guest-orders', { body: { library: LIBRARIES.research, fields: filled } }), 'not-permitted');
    });
  });

  describe('a hand-over', () => {
    const redeem = (code: string, verifier: string, basic?: string) =>
      call('POST handovers/redemptions', { body: { code, verifier }, ...(basic && { basic }) });
    const codeFor = async (token: string, verifier = 'host-verifier'): Promise<string> =>
      String((await call('POST handovers', { token, body: { challenge: await challengeOf(verifier) } })).body['code']);

    it('tells the host who it was, without a PIN, a CPR number or a name', async () => {
      const { token } = await byCard(ASTRID);
      const { status, text } = await redeem(await codeFor(token), 'host-verifier', 'host:secret');
      expect(status).to.equal(200);
      const told = redemptionSchema.parse(JSON.parse(text));
      expect(told).to.include({ method: 'library-card', library: LIBRARIES.research, profile: 'none' });
      expect(text).not.to.match(/Polar|7203861234|Astrid/);
    });

    it('has the same subject for card and MitID of one person, and another one at another host', async () => {
      library = createMockLibrary({ identify: createMockIdentify(), hosts: { host: 'secret', other: 'secret' } });
      const subjectAt = async ({ token }: Session, host: string): Promise<unknown> =>
        (await redeem(await codeFor(token), 'host-verifier', `${host}:secret`)).body['subject'];
      const card = { library: LIBRARIES.syncing, userId: 'astrid@ucn.example', pin: 'Studie-25' };
      const bySchool = await subjectAt(await byCard(card), 'host');
      expect(await subjectAt(await byEid('adult-resident'), 'host')).to.equal(bySchool);
      expect(await subjectAt(await byCard(card), 'other')).not.to.equal(bySchool);
    });

    it('is refused without the verifier, without the client’s secret, when used, and after a minute', async () => {
      const { token } = await byCard(ASTRID);
      await refused(redeem(await codeFor(token), 'another', 'host:secret'), 'proof-invalid');
      await refused(redeem(await codeFor(token), 'host-verifier'), 'session-expired');
      await refused(redeem(await codeFor(token), 'host-verifier', 'host:guess'), 'session-expired');
      const code = await codeFor(token);
      expect((await redeem(code, 'host-verifier', 'host:secret')).status).to.equal(200);
      await refused(redeem(code, 'host-verifier', 'host:secret'), 'proof-invalid');
      const late = await codeFor(token);
      clock += MINUTE;
      await refused(redeem(late, 'host-verifier', 'host:secret'), 'proof-invalid');
    });
  });
});
