const isPublic = ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

/** Leaves out what is the element's own business, and events that the analyzer only guesses from a `dispatchEvent` with a computed name. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.startsWith('signup-'));
      }
    }
  },
};

// The manifest describes the one public element; the screens inside it are no elements. define.ts tells its tag.
export default {
  globs: ['src/library-signup.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
