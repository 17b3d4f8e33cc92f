import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { sitePages } from './site/site-pages.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string): string => readFileSync(path, 'utf8');

/** What no page imports: the libraries' configurations, named in an attribute, and MSW's worker, which reaches as far as its folder. */
function looseFiles(): Plugin {
  return {
    name: 'library-signup-demo-files',
    generateBundle() {
      const worker = 'mockServiceWorker.js';
      this.emitFile({ type: 'asset', fileName: worker, source: read(createRequire(import.meta.url).resolve(`msw/${worker}`)) });
      for (const name of readdirSync(here('libraries'))) {
        this.emitFile({ type: 'asset', fileName: `libraries/${name}`, source: read(here(`libraries/${name}`)) });
      }
    },
  };
}

/** Builds the demo as static files that work in any folder of any server: library system and broker run in the browser. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [sitePages(), looseFiles()],
  build: {
    outDir: here('../dist/demo'),
    emptyOutDir: true,
    target: 'es2022',
    // The statechart shows conditions as they are written.
    minify: false,
    rolldownOptions: {
      // The simulator holds the tag's configuration back before the element's script runs, whichever files they share with other pages.
      output: { strictExecutionOrder: true },
      input: readdirSync(here('.'))
        .filter((name) => name.endsWith('.html'))
        .map(here),
    },
  },
});
