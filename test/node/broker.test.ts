import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startBroker } from '../../mocks/broker/broker.js';
import type { Broker } from '../../mocks/broker/broker.js';
import { personas } from '../../mocks/personas.js';
import { authorizationUrl, CLIENT, createVisitor, newTransaction, redeem } from '../support/broker-visitor.js';

/** The claims of a JWT; the signature is the business of the gateway's tests. */
function claimsOf(token: unknown): Record<string, unknown> {
  const payload = String(token).split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}

const json = async (response: Response): Promise<Record<string, unknown>> => (await response.json()) as Record<string, unknown>;

describe('the broker that plays MitID and WAYF', () => {
  let broker: Broker;
  let issuer: string;
  const transaction = newTransaction();
  const start = (more?: Record<string, string | undefined>): string => authorizationUrl(issuer, transaction, more);

  before(async () => {
    broker = await startBroker({
      personas,
      clients: [{ id: CLIENT.id, secret: CLIENT.secret, name: 'The test’s <library>', redirectUris: [CLIENT.redirectUri] }],
      controlOrigins: ['http://localhost:9'],
    });
    issuer = broker.issuer;
  });
  beforeEach(() => broker.misbehave({}));
  after(() => broker.close());

  describe('its login page', () => {
    it('is titled as a simulator, in Danish, under a policy without script', async () => {
      const page = await createVisitor().visit(start());
      assert.equal(page.status, 200);
      assert.match(page.text, /<html lang="da">/);
      assert.match(page.text, /<title>MitID-simulator: vælg testperson<\/title>/);
      assert.match(page.text, /<button name="persona" value="adult-resident">/);
      assert.match(page.text, /<button name="refuse" value="cancelled">/);
      assert.doesNotMatch(page.text, /<script|style=| on\w+=/);
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      // Chromium checks where the form's answer redirects to as well.
      assert.match(policy, /form-action 'self' http:\/\/localhost:9;/);
    });

    it('speaks English when ui_locales or language ask for it', async () => {
      for (const more of [{ ui_locales: 'en da' }, { language: 'en' }]) {
        const page = await createVisitor().visit(start(more));
        assert.match(page.text, /<html lang="en">/);
        assert.match(page.text, /Who is logging on\?/);
      }
    });

    it('can be read in the other language without losing the login', async () => {
      const visitor = createVisitor();
      const page = await visitor.visit(start());
      const english = await visitor.visit(`${page.url.href}?language=en`);
      assert.match(english.text, /<html lang="en">/);
      assert.equal((await visitor.visit(english.url.href, { persona: 'adult-resident' })).url.origin, 'http://localhost:9');
    });

    it('shows names as text, never as markup', async () => {
      assert.match((await createVisitor().visit(start())).text, /The test’s &lt;library&gt;/);
    });

    it('offers the persons of the provider that was asked for', async () => {
      const mitid = await createVisitor().visit(start());
      assert.doesNotMatch(mitid.text, /value="student"/);
      for (const more of [
        { acr_values: undefined, idpentityid: 'https://birk.wayf.dk/x' },
        { acr_values: undefined, idp_values: 'wayf' },
      ]) {
        const wayf = await createVisitor().visit(start(more));
        assert.match(wayf.text, /WAYF-simulator/);
        assert.match(wayf.text, /value="student"/);
        assert.doesNotMatch(wayf.text, /value="adult-resident"/);
      }
      const school = await createVisitor().visit(
        start({ acr_values: 'To_Faktor', scope: 'openid InstitutionIdsClientScope UserHasLicenseClientScope' }),
      );
      assert.match(school.text, /UNI-Login-simulator/);
      assert.match(school.text, /value="pupil"/);
      const nemid = await createVisitor().visit(start({ acr_values: 'urn:grn:authn:dk:nemid:poces' }));
      assert.match(nemid.text, /NemID-simulator/);
    });

    it('shows WAYF’s people by what they are, with their institution, and how WAYF can refuse them', async () => {
      const page = await createVisitor().visit(start({ acr_values: undefined, idpentityid: 'https://idp.au.example/saml2' }));
      const text = page.text.replaceAll(/\s+(?=<)|(?<=>)\s+/g, '');
      assert.match(text, /<dd>https:\/\/idp\.au\.example\/saml2<\/dd>/);
      const groups = [...text.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, heading]) => heading);
      assert.deepEqual(groups, ['Studerende', 'Ansatte', 'Tilknyttede, som på hospitalet', 'Andre']);
      assert.match(text, /value="other-institution">.*?<span class="from">Et Andet Universitet<\/span>/);
      assert.match(text, /value="cancelled"><strong>Sig nej til samtykke<\/strong>/);
      assert.doesNotMatch((await createVisitor().visit(start())).text, /<h3>|samtykke/);
    });

    it('has its style sheet', async () => {
      assert.equal((await fetch(`${issuer}/broker.css`)).headers.get('Content-Type'), 'text/css; charset=utf-8');
    });
  });

  describe('a login', () => {
    it('answers with code, state and issuer, and the code gives the claims to the client with the secret', async () => {
      const { url } = await createVisitor().choose(start(), { persona: 'adult-resident' });
      assert.equal(url.origin + url.pathname, CLIENT.redirectUri);
      assert.equal(url.searchParams.get('state'), transaction.state);
      assert.equal(url.searchParams.get('iss'), issuer);
      const answer = await redeem(issuer, url.searchParams.get('code') ?? '', transaction);
      assert.equal(answer.status, 200);
      const tokens = await json(answer);
      const claims = claimsOf(tokens.id_token);
      assert.equal(claims.nonce, transaction.nonce);
      assert.equal(claims.name, 'Astrid Prøvensen');
      assert.equal(claims.birthdate, '1986-03-12');
      assert.equal(claims.cprNumberIdentifier, '7203861234');
      assert.equal(claims.identityscheme, 'dkmitid');
      const userinfo = await json(await fetch(`${issuer}/me`, { headers: { Authorization: `Bearer ${String(tokens.access_token)}` } }));
      assert.equal(userinfo.sub, claims.sub);
      assert.deepEqual(userinfo.address_details, { municipality: 'København', municipality_code: '0101' });
    });

    it('gives WAYF’s claims their LDAP names', async () => {
      const { url } = await createVisitor().choose(start({ acr_values: undefined, idp: 'wayf' }), { persona: 'student' });
      const claims = claimsOf((await json(await redeem(issuer, url.searchParams.get('code') ?? '', transaction))).id_token);
      assert.equal(claims.schacHomeOrganization, 'au.dk');
      assert.equal(claims.eduPersonPrimaryAffiliation, 'student');
      assert.deepEqual(claims.schacPersonalUniqueID, ['urn:mace:terena.org:schac:personalUniqueID:dk:CPR:7404025245']);
    });

    it('withholds the name of a person with protection, and has no number for one without', async () => {
      const claims = async (persona: string): Promise<Record<string, unknown>> => {
        const { url } = await createVisitor().choose(start(), { persona });
        return claimsOf((await json(await redeem(issuer, url.searchParams.get('code') ?? '', transaction))).id_token);
      };
      assert.equal((await claims('protected')).name, 'NAVNE & ADRESSEBESKYTTET');
      assert.equal('cprNumberIdentifier' in (await claims('no-cpr')), false);
    });

    it('shows the picker every time, so that the next person at the computer is not taken for the last', async () => {
      const visitor = createVisitor();
      for (const persona of ['adult-resident', 'adult-non-resident', 'adult-resident']) {
        const picker = await visitor.visit(start());
        assert.match(picker.text, /<button name="persona"/);
        const { url } = await visitor.visit(picker.url.href, { persona });
        const { id_token } = await json(await redeem(issuer, url.searchParams.get('code') ?? '', transaction));
        assert.equal(claimsOf(id_token).test_persona, persona);
      }
      assert.equal(
        [...visitor.cookies.keys()].some((name) => name.startsWith('_session')),
        false,
      );
    });

    it('works in two tabs at once', async () => {
      const visitor = createVisitor();
      const first = await visitor.visit(start());
      const kept = new Map(visitor.cookies);
      const second = await visitor.visit(start({ state: 'second' }));
      assert.equal((await visitor.visit(second.url.href, { persona: 'lapsed' })).url.searchParams.get('state'), 'second');
      // A real browser keeps each tab's cookies apart by their path.
      for (const [name, value] of kept) visitor.cookies.set(name, value);
      assert.equal((await visitor.visit(first.url.href, { persona: 'lapsed' })).url.searchParams.get('state'), transaction.state);
    });
  });

  describe('a refused login', () => {
    for (const [refuse, description] of [
      ['cancelled', 'mitid_user_aborted'],
      ['timed-out', 'mitid_timeout'],
      ['failed', 'mitid_core_client_error'],
    ] as const) {
      it(`answers ${refuse} as the real brokers do`, async () => {
        const { url } = await createVisitor().choose(start(), { refuse });
        assert.equal(url.origin + url.pathname, CLIENT.redirectUri);
        assert.equal(url.searchParams.get('error'), 'access_denied');
        assert.equal(url.searchParams.get('error_description'), description);
        assert.equal(url.searchParams.get('state'), transaction.state);
        assert.equal(url.searchParams.has('code'), false);
      });
    }

    it('that forgets to answer ends on the broker’s own page', async () => {
      const visitor = createVisitor();
      const picker = await visitor.visit(start());
      const lost = await visitor.visit(picker.url.href, { refuse: 'never-returned' });
      assert.equal(lost.isAway, false);
      assert.equal(lost.status, 400);
      assert.match(lost.text, /Noget gik galt/);
      // Back to the picker does not revive it.
      assert.equal((await visitor.visit(picker.url.href)).status, 400);
    });

    it('never returns from a request that is wrong: unknown client or address', async () => {
      for (const more of [
        { redirect_uri: 'http://localhost:9/elsewhere' },
        { redirect_uri: 'https://evil.example/' },
        { client_id: 'stranger' },
      ]) {
        const page = await createVisitor().visit(start(more));
        assert.equal(page.isAway, false);
        assert.equal(page.status, 400);
        assert.match(page.text, /Broker-simulator/);
      }
    });

    it('refuses a request without PKCE or with a plain challenge', async () => {
      for (const more of [{ code_challenge: undefined, code_challenge_method: undefined }, { code_challenge_method: 'plain' }]) {
        assert.equal((await createVisitor().visit(start(more))).url.searchParams.get('error'), 'invalid_request');
      }
    });

    it('ignores a persona that is not on the page', async () => {
      const page = await createVisitor().choose(start(), { persona: 'student' });
      assert.equal(page.isAway, false);
      assert.match(page.text, /<button name="persona"/);
    });
  });

  describe('a code', () => {
    const newCode = async (): Promise<string> => {
      const { url } = await createVisitor().choose(start(), { persona: 'adult-resident' });
      return url.searchParams.get('code') ?? '';
    };
    const isRefused = async (response: Response, error: string): Promise<void> => {
      assert.equal((await json(response)).error, error);
      assert.ok(response.status >= 400);
    };

    it('works once', async () => {
      const code = await newCode();
      assert.equal((await redeem(issuer, code, transaction)).status, 200);
      await isRefused(await redeem(issuer, code, transaction), 'invalid_grant');
    });

    it('needs its verifier, its address and the secret', async () => {
      await isRefused(await redeem(issuer, await newCode(), newTransaction()), 'invalid_grant');
      await isRefused(await redeem(issuer, await newCode(), transaction, 'http://localhost:9/demo/index.html'), 'invalid_grant');
      await isRefused(await redeem(issuer, await newCode(), transaction, CLIENT.redirectUri, 'wrong'), 'invalid_client');
    });
  });

  describe('told to misbehave', () => {
    it('spoils issuer and state of the response', async () => {
      broker.misbehave({ issuer: 'wrong', state: 'tampered' });
      const { url } = await createVisitor().choose(start(), { persona: 'adult-resident' });
      assert.equal(url.searchParams.get('iss'), 'http://another-issuer.example');
      assert.equal(url.searchParams.get('state'), `x${transaction.state}`);
      broker.misbehave({ issuer: 'missing', state: 'missing' });
      const { url: bare } = await createVisitor().choose(start(), { refuse: 'cancelled' });
      assert.deepEqual([...bare.searchParams.keys()], ['error', 'error_description']);
    });

    it('is slow', async () => {
      broker.misbehave({ delay: 120 });
      const begun = performance.now();
      await fetch(`${issuer}/.well-known/openid-configuration`);
      assert.ok(performance.now() - begun >= 110);
    });

    it('loses its token endpoint', async () => {
      broker.misbehave({ token: 'down' });
      assert.equal((await redeem(issuer, 'any', transaction)).status, 503);
    });

    it('by HTTP, from the demo’s own page only', async () => {
      const put = (body: unknown, origin = 'http://localhost:9'): Promise<Response> =>
        fetch(`${issuer}/_demo/misbehaviour`, {
          method: 'PUT',
          headers: { Origin: origin, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
      assert.equal((await put({ issuer: 'wrong' })).status, 200);
      const { url } = await createVisitor().choose(start(), { persona: 'adult-resident' });
      assert.equal(url.searchParams.get('iss'), 'http://another-issuer.example');
      assert.equal((await put({ issuer: 'whatever' })).status, 422);
      assert.equal((await put({}, 'https://evil.example')).status, 403);
    });
  });
});
