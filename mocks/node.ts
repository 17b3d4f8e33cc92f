import { setupServer, type SetupServer } from 'msw/node';
import { createHandlers } from './handlers/gateway.js';
import { createMockIdentify } from './identify.js';
import { createMockLibrary, type MockLibrary, type MockLibraryOptions } from './library.js';

export { encodeMockCode } from './identify.js';
export { auLibrary } from './libraries.js';
export { personas } from './personas.js';
export { scenarios } from './scenarios.js';

/** A mock library behind `fetch` in Node. Call `server.listen()` before and `server.close()` after. @param options.base absolute address of the gateway */
export function createNodeMocks({ base, ...options }: Partial<MockLibraryOptions> & { base: string }): {
  library: MockLibrary;
  server: SetupServer;
} {
  const library = createMockLibrary({ identify: createMockIdentify(), ...options });
  return { library, server: setupServer(...createHandlers({ base, library })) };
}
