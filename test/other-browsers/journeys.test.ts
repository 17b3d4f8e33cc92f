import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Demo } from '../../demo/start.js';
import { openDemo } from '../support/demo.js';
import { startFirefox } from './firefox.js';
import { Visitor, type Driver, type Program } from './visitor.js';
import { startWebKit } from './webkit.js';

const BROWSERS: Readonly<Record<string, () => Promise<Program>>> = { firefox: startFirefox, webkit: startWebKit };
const name = process.env['JOURNEY_BROWSER'] ?? 'firefox';

describe(`the main journeys in ${name}`, () => {
  let program: Program;
  let driver: Driver;
  let demo: Demo;
  before(async () => {
    const start = BROWSERS[name];
    assert.ok(start, `JOURNEY_BROWSER is one of ${Object.keys(BROWSERS).join(', ')}`);
    [program, demo] = await Promise.all([start(), openDemo()]);
  });
  after(() => program.stop());
  beforeEach(async () => {
    driver = await program.newProfile();
    demo.gateway.library.reset();
    demo.gateway.others.au?.reset();
  });
  afterEach(() => driver.close());
  const visit = async (path: string): Promise<Visitor> => {
    const visitor = new Visitor(driver);
    await visitor.open(new URL(path, demo.url).href);
    return visitor;
  };

  it('an adult registers by way of the broker, and leaves nothing behind', async () => {
    const visitor = await visit('?audience=adult');
    await visitor.shows('register.identify');
    await visitor.logIn('adult-resident');
    await visitor.arrives('register.details');
    await visitor.type('email', 'astrid@post.example');
    await visitor.chooseBranch('øster');
    await visitor.type('pin', '2580');
    await visitor.tick('terms');
    await visitor.submit();
    await visitor.arrives('register.done');
    assert.equal(demo.gateway.library.patrons.get('adult-resident')?.status, 'active');
    assert.doesNotMatch(await visitor.traces(), /astrid|2580|code=|state=/);
  });

  it('a guardian applies for a child', async () => {
    const visitor = await visit('');
    await visitor.shows('register.audience');
    await visitor.choose('audience', 'child');
    await visitor.arrives('register.identify');
    await visitor.logIn('adult-resident');
    await visitor.arrives('register.child');
    await visitor.type('childCpr', '7005154321');
    await visitor.type('childName', 'Asta Prøvensen');
    await visitor.pick('relation', 'guardian');
    await visitor.type('email', 'astrid@post.example');
    await visitor.chooseBranch('øster');
    await visitor.tick('liability');
    await visitor.submit();
    await visitor.arrives('register.application-received');
    assert.doesNotMatch(await visitor.traces(), /4321|Asta/);
  });

  it('hospital staff prove their mailbox with a code, and register', async () => {
    const visitor = await visit('au.html');
    await visitor.shows('register.audience');
    await visitor.choose('audience', 'hospital');
    await visitor.arrives('register.has-login');
    await visitor.choose('hasLogin', 'no');
    await visitor.arrives('register.kaldemail');
    await visitor.type('email', 'nanna.proevensen@auh.rm.dk');
    await visitor.submit();
    await visitor.arrives('register.kaldemail-code');
    await visitor.type('code', demo.gateway.others.au?.mails.findLast(({ kind }) => kind === 'code')?.code ?? '');
    await visitor.submit();
    await visitor.arrives('register.identify');
    await visitor.logIn('hospital');
    await visitor.arrives('register.details');
    await visitor.chooseBranch('kat');
    await visitor.type('pin', '2580');
    await visitor.submit();
    await visitor.arrives('register.done');
  });

  it('somebody finds a MitID user ID step by step', async () => {
    const visitor = await visit('recover.html');
    await visitor.shows('recover.which');
    await visitor.choose('forgotten', 'mitid');
    await visitor.arrives('recover.mitid');
    await visitor.pick('document', 'danish');
    await visitor.pick('app', 'yes');
    await visitor.submit();
    await visitor.arrives('recover.mitid-app');
    for (const step of ['1', '2', '3', '4', '5', '6', '7']) await visitor.pick('guide', step);
    await visitor.act('restart');
    await visitor.arrives('recover.which');
  });

  it('somebody asks for a new PIN by mail', async () => {
    const visitor = await visit('recover.html');
    await visitor.shows('recover.which');
    await visitor.choose('forgotten', 'pin');
    await visitor.arrives('recover.pin');
    await visitor.choose('route', 'email');
    await visitor.arrives('recover.pin-reset');
    await visitor.type('email', 'gorm@post.example');
    await visitor.submit();
    await visitor.arrives('recover.pin-reset-sent');
  });
});
