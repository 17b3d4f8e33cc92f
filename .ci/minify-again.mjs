// A Vite plugin for the one-file script: after Vite's own minifier terser still finds 0.6 KB.
import { minify } from 'terser';

const OPTIONS = { ecma: 2022, compress: { ecma: 2022, passes: 2, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true } };

export function minifyAgain() {
  return {
    name: 'minify-again',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = (await minify(file.code, OPTIONS)).code;
    },
  };
}
