// The manifest describes the one public element; the screens inside it are its own business.
export default {
  globs: ['src/library-signup.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
