import type { MockLibrary, SessionPorts } from '../../mocks/library.js';
import { LibraryProblem, problemResponse } from '../../mocks/problem.js';
import { createOpenIdBroker, type OpenIdProvider } from '../../src/server/brokers/openid.js';
import { serve } from '../../src/server/node.js';
import type { CodeProof, HostProof } from '../../src/server/ports.js';
import { answerDemoControl } from './demo-control.js';
import { readPersonaClaims } from './identity-claims.js';

export type GatewayProvider = OpenIdProvider;

/** One library behind the gateway: who may log in, and the system that knows the patrons. */
export interface LibrarySystem {
  /** By the provider's name in the configuration of the library. */
  providers: Readonly<Record<string, GatewayProvider>>;
  /** Builds the library system, which asks back who somebody is and where a login starts. */
  createLibrary(ports: SessionPorts & { allowedOrigins: readonly string[] }): MockLibrary;
}

export interface GatewayOptions extends LibrarySystem {
  /** 0 (default) takes a free one. */
  port?: number;
  host?: string;
  /** Further libraries, each a system of its own, under a path of its own: `au` is served at `/au/signup-api/`. */
  others?: Readonly<Record<string, LibrarySystem>>;
  /** Compared exactly, here as well as at the broker. */
  redirectUris: readonly string[];
  /** Pages that may call, exactly. */
  allowedOrigins: readonly string[];
}

export interface Gateway {
  /** Base of the contract's calls, with a slash at the end. */
  readonly url: string;
  readonly library: MockLibrary;
  /** The further libraries' systems. */
  readonly others: Readonly<Record<string, MockLibrary>>;
  close(): Promise<void>;
}

export const BASE_PATH = '/signup-api/';

/** The simulator's own calls may come from the same pages. */
function withOrigin(response: Response, origin: string | null): Response {
  response.headers.set('Cache-Control', 'no-store');
  if (origin !== null) {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Methods', 'GET, POST, PUT');
    response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
  }
  return response;
}

/** Starts the server that a library would run, once for each library of the demo. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port = 0, host = '127.0.0.1', redirectUris, allowedOrigins, others: systems = {} } = options;
  const open = ({ providers, createLibrary }: LibrarySystem): MockLibrary => {
    const broker = createOpenIdBroker({ providers, redirectUris, readClaims: readPersonaClaims });
    return createLibrary({
      allowedOrigins,
      identify: (proof) => broker.identify(proof as CodeProof | HostProof),
      ...(broker.authorize && { authorize: broker.authorize }),
    });
  };
  const library = open(options);
  const others = Object.fromEntries(Object.entries(systems).map(([name, system]) => [name, open(system)]));

  const control = async (request: Request, asked: MockLibrary): Promise<Response> => {
    const origin = request.headers.get('Origin');
    if (origin !== null && !allowedOrigins.includes(origin)) return new Response(null, { status: 403 });
    if (request.method === 'OPTIONS') return withOrigin(new Response(null, { status: 204 }), origin);
    const answer = await answerDemoControl(request, asked).catch((error: unknown) =>
      problemResponse(error instanceof LibraryProblem ? error : new LibraryProblem('unavailable')),
    );
    return withOrigin(answer, origin);
  };

  const server = await serve(
    async (request) => {
      const { pathname } = new URL(request.url);
      const name = Object.keys(others).find((prefix) => pathname.startsWith(`/${prefix}/`));
      const [prefix, asked] = name === undefined ? ['', library] : [`/${name}`, others[name] ?? library];
      return pathname.startsWith(`${prefix}/_demo/`) ? control(request, asked) : asked.fetch(request, prefix + BASE_PATH);
    },
    { port, host },
  );
  return {
    url: server.origin + BASE_PATH,
    library,
    others,
    close: async () => {
      server.server.closeAllConnections();
      await server.close(0);
    },
  };
}
