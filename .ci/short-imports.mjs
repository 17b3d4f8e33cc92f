// A Vite plugin for the ES modules: late imports that cost an integrator's bundle less, and do the same.
import MagicString from 'magic-string';

/** `(await import(x)).y`: Vite wraps a function of its own around each. It leaves `.then` alone. */
const NAMED = /\(await import\(("[^"]+")\)\)\.(\w+)/g;

/** What several late imports find in one file: plain objects at its end do, where the bundler makes objects of getters and brings a helper for them. */
const NAMESPACE = /var (\w+) = \/\* @__PURE__ \*\/ __exportAll\(\{([^}]*)\}\);\n/g;
const HELPER = /import \{ \w+ as __exportAll \} from "[^"]*rolldown-runtime\.js";\n/;
const END = /^export \{/m;

export function shortImports() {
  return {
    name: 'short-imports',
    apply: 'build',
    renderChunk(code, { name }) {
      const text = new MagicString(code);
      for (const { 0: all, 1: path, 2: member, index } of code.matchAll(NAMED)) {
        text.update(index, index + all.length, `(await import(${path}).then((n) => n.${member}))`);
      }
      const helper = HELPER.exec(code);
      if (helper) {
        text.remove(helper.index, helper.index + helper[0].length);
        const end = END.exec(code).index;
        for (const { 0: all, 1: namespace, 2: getters, index } of code.matchAll(NAMESPACE)) {
          text.remove(index, index + all.length).appendLeft(end, `var ${namespace} = {${getters.replaceAll(': () =>', ':')}};\n`);
        }
        if (text.toString().includes('__exportAll')) this.error(`The bundler writes the namespaces of ${name} in another way`);
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
    generateBundle(_, bundle) {
      // The helpers' file, when nobody is left who needs it.
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const helpers = chunks.find(({ name }) => name === 'rolldown-runtime')?.fileName;
      if (helpers && !chunks.some(({ code }) => /from "[^"]*rolldown-runtime\.js"/.test(code))) delete bundle[helpers];
    },
  };
}
