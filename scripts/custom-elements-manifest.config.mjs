import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';

const isPublic = ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

/** Files of the package for the sources that the analyzer reads. */
const SHIPPED = { 'src/library-signup.ts': 'dist/es/index.js', 'src/define.ts': 'dist/es/define.js' };
const shipped = (path) => SHIPPED[path.replace(/^\/?(.*)\.js$/, '$1.ts')] ?? SHIPPED[path] ?? path;

/** Leaves out what is the element's own business, and names files that the package has. */
const asShipped = {
  name: 'as-shipped',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = shipped(module.path);
      for (const declaration of module.declarations) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.startsWith('signup-'));
      }
      for (const entry of module.exports) if (entry.declaration?.module) entry.declaration.module = shipped(entry.declaration.module);
    }
  },
};

// The manifest describes the one public element; the screens inside it are no elements. define.ts tells its tag.
export default {
  globs: ['src/library-signup.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    asShipped,
    customElementVsCodePlugin({ outdir: 'dist', htmlFileName: 'vscode.html-custom-data.json', cssFileName: 'vscode.css-custom-data.json', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', webTypesFileName: 'web-types.json', packageJson: false, hideLogs: true }),
  ],
};
