// A Vite plugin for the one-file script: after Vite's own minifier terser still finds 0.6 KB, and leaves nothing that a page in another encoding than
// UTF-8 would misread (a script without an encoding of its own is read in the page's).
import { minify } from 'terser';

const OPTIONS = { ecma: 2022, format: { ascii_only: true }, compress: { ecma: 2022, passes: 2, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true } };

export function minifyAgain() {
  return {
    name: 'minify-again',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = (await minify(file.code, OPTIONS)).code;
        // Terser leaves tagged templates as they are.
        const foreign = /[^\0-\x7f]/.exec(file.code);
        if (foreign) this.error(`Write it as an escape: ${foreign[0]} in …${file.code.slice(foreign.index - 60, foreign.index + 20)}…`);
      }
    },
  };
}
