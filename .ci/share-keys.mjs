// A Vite plugin for the one-file script, which holds every language: the keys of the texts stand in it once, with Danish, and the other languages are
// lists of texts in the same order.

const PACK = /\/src\/locales\/(?!da\/)\w+\/(\w+)\.ts$/;
const HELPER = '\0share-keys';

/** The object that a part of a language exports: its keys, and each text as it stands in the code. */
function textsOf(code, program) {
  const exported = program.body.find(({ type }) => type === 'ExportNamedDeclaration')?.declaration.declarations[0];
  if (exported?.init.type !== 'ObjectExpression') throw new Error('A part of a language exports one object');
  const texts = new Map(
    exported.init.properties.map(({ key, value }) => [key.type === 'Identifier' ? key.name : key.value, code.slice(value.start, value.end)]),
  );
  return { name: exported.id.name, texts };
}

export function shareKeys() {
  return {
    name: 'share-keys',
    apply: 'build',
    // After TypeScript is gone.
    enforce: 'post',
    resolveId: (id) => (id === HELPER ? id : null),
    load: (id) =>
      id === HELPER ? 'export const shared = (keys, texts) => Object.fromEntries(Object.keys(keys).map((key, at) => [key, texts[at]]));' : null,
    async transform(code, id) {
      const part = PACK.exec(id)?.[1];
      if (!part) return null;
      const danish = await this.load({ id: id.replace(/\/\w+\/\w+\.ts$/, `/da/${part}.ts`) });
      const keys = textsOf(danish.code, this.parse(danish.code)).texts;
      const { name, texts } = textsOf(code, this.parse(code));
      const missing = [...keys.keys()].filter((key) => !texts.has(key));
      if (missing.length > 0 || texts.size !== keys.size) this.error(`${id} hasn't the keys of Danish: ${missing.join(', ')}`);
      const list = [...keys.keys()].map((key) => texts.get(key)).join(',');
      return {
        code: `import { ${name} as keys } from '../da/${part}.js';\nimport { shared } from '${HELPER}';\nexport const ${name} = shared(keys, [${list}]);\n`,
        map: null,
      };
    },
  };
}
