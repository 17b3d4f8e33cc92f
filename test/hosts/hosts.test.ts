// `npm run test:hosts`: applications that embed the package, each with what its own package.json names, from the registry. HOSTS=vue,next runs some.
import { after, before, describe, it } from 'node:test';
import { EmbeddingApp, packPackage } from '../support/embedding-app.js';
import { openBrowser } from '../support/journey.js';

interface Host {
  pages?: readonly string[];
  /** Plain pages have neither types nor a build. */
  isPlain?: boolean;
}
const HOSTS: Readonly<Record<string, Host>> = {
  html: { pages: ['/module.html', '/script.html'], isPlain: true },
  react: {},
  next: {},
  vue: {},
  svelte: {},
  angular: {},
  astro: {},
  webpack: {},
};

const chosen = process.env.HOSTS?.split(',') ?? Object.keys(HOSTS);
const rows: Record<string, Record<string, string>> = {};
let tarball = '';
before(() => {
  tarball = packPackage();
});
after(() => console.table(rows));

for (const name of chosen) {
  const { pages = ['/'], isPlain = false } = HOSTS[name] ?? {};
  describe(`an application: ${name}`, () => {
    let app: EmbeddingApp;
    const row: Record<string, string> = (rows[name] = {});
    before(async () => {
      app = await EmbeddingApp.start({ name, tarball, dependencies: 'own' });
    });
    after(() => app.close());

    if (!isPlain) {
      it('is built', async () => {
        await app.build();
        row.build = 'yes';
      });
      it('has types', () => {
        app.checkTypes();
        row.types = 'yes';
      });
    }
    for (const page of pages) {
      it(`registers an adult on ${page}`, async () => {
        const size = await app.register(await openBrowser(), page);
        row.registers = `${row.registers ? `${row.registers}, ` : ''}yes, ${size.toFixed(1)} KB of scripts`;
      });
    }
  });
}
