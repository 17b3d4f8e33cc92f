// `rolldown --config`: the declarations beside the ES modules, without what no public type needs. The compiler alone spells out the type of every part
// of the statechart, ten times as much. Not in vite.config.ts, because Vite's build drops declarations that are only exported again.
import { dts } from 'rolldown-plugin-dts';
import { elementModules, external, mockModules, serverModules } from './entries.mjs';

export default {
  input: { ...elementModules, ...mockModules, ...serverModules },
  external: [/^node:/, ...external],
  plugins: [dts({ tsconfig: 'tsconfig.build.json', emitDtsOnly: true })],
  output: { dir: 'dist/es', chunkFileNames: 'types/[name].js' },
  checks: { pluginTimings: false },
  logLevel: 'warn',
};
