import { after, before, describe, it } from 'node:test';
import { EmbeddingApp, packPackage } from '../support/embedding-app.js';
import { openBrowser } from '../support/journey.js';

/** The two that need nothing from the registry; `npm run test:hosts` has the others. */
describe('applications that embed the package', () => {
  const apps: Record<string, EmbeddingApp> = {};
  before(async () => {
    const tarball = packPackage();
    for (const name of ['html', 'react']) apps[name] = await EmbeddingApp.start({ name, tarball, dependencies: 'project' });
  });
  after(() => Promise.all(Object.values(apps).map((app) => app.close())));

  it('registers an adult by a module, with its hash', async () => void (await apps.html?.register(await openBrowser(), '/module.html')));
  it('registers an adult by the one-file script, with its hash', async () =>
    void (await apps.html?.register(await openBrowser(), '/script.html')));
  it('registers an adult in React, in strict mode, with types', async () => {
    await apps.react?.build();
    apps.react?.checkTypes();
    await apps.react?.register(await openBrowser());
  });
});
