// `cem analyze`: the manifest of the one public element, and what VS Code and JetBrains' editors read. The screens inside it are no elements.
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Where the package has what the analyzer finds in a source. */
const PATHS = { 'src/library-signup.ts': 'dist/es/index.js', 'src/define.ts': 'dist/es/define.js' };

/** A test writes elsewhere. */
const OUTPUT = process.env.MANIFEST_FOLDER ?? 'dist';

let checker;
/** The analyzer looks at one file at a time; types need all that it imports. */
function overrideModuleCreation({ ts, globs }) {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.');
  const program = ts.createProgram(globs, { ...options, types: [] });
  checker = program.getTypeChecker();
  return program.getSourceFiles().filter(({ fileName }) => globs.some((path) => fileName.endsWith(path)));
}

/** `'register' | 'recover'` in place of the name of such a type, which editors can't look up. */
function valuesOf(type) {
  const types = type.isUnion() ? type.types : [type];
  return types.every((one) => one.isStringLiteral()) ? types.map(({ value }) => `'${value}'`).join(' | ') : undefined;
}

/** Writes values out, gives a setter the type of its parameter, and joins an `@attr` of the class with the field of that name. */
const completeFields = {
  name: 'complete-fields',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { members: fields = [], attributes = [] } = moduleDoc.declarations.find(({ name }) => name === node.name?.text) ?? {};
    for (const member of node.members) {
      const field = fields.find(({ kind, name }) => kind === 'field' && name === member.name?.getText());
      if (!field) continue;
      const declared = ts.isSetAccessor(member) ? member.parameters[0]?.type : member.type;
      const text = valuesOf(checker.getTypeAtLocation(member)) ?? declared?.getText();
      if (text) field.type = { text };
    }
    for (const attribute of attributes) {
      const field = fields.find(({ name }) => name === (attribute.fieldName ?? attribute.name));
      if (!field) continue;
      Object.assign(attribute, { fieldName: field.name, type: field.type });
      field.attribute = attribute.name;
    }
  },
};

const isPublic = ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

/** Leaves out what is the element's own business, and events that the analyzer only guesses from a `dispatchEvent` with a computed name. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    // What is exported again for its type only, the analyzer takes for a value of a module that the package lacks.
    for (const module of customElementsManifest.modules) {
      module.exports = module.exports.filter(({ declaration: { module: from } }) => from === undefined || !from.startsWith('.'));
    }
    for (const declaration of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
      declaration.members &&= declaration.members.filter(isPublic);
      // What stands between is the project's own; for others it is an element of Lit.
      if (declaration.superclass) declaration.superclass = { name: 'LitElement', package: 'lit' };
      declaration.events &&= declaration.events.filter(({ name }) => name?.startsWith('signup-'));
    }
  },
};

const packagePaths = {
  name: 'package-paths',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const inPackage = (path) => PATHS[path.replace(/^\//, '').replace(/\.js$/, '.ts')] ?? path;
    for (const module of modules) {
      module.path = inPackage(module.path);
      for (const { declaration } of module.exports) if (declaration.module) declaration.module = inPackage(declaration.module);
    }
  },
};

export default {
  globs: Object.keys(PATHS),
  outdir: OUTPUT,
  litelement: true,
  packagejson: false,
  overrideModuleCreation,
  plugins: [
    completeFields,
    publicOnly,
    packagePaths,
    customElementVsCodePlugin({ outdir: OUTPUT, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: OUTPUT, packageJson: false, excludeCss: true, hideLogs: true }),
  ],
};
