import * as z from 'zod/mini';
import { PROBLEM_STATUS, type ProblemCode } from '../contracts/problem.js';
import { isWhole } from '../contracts/limits.js';
import { CALLS, type Call } from './calls.js';
import { GatewayProblem, problemSchema } from './problem.js';

type Json = Record<string, unknown>;

/** What every call may answer. */
const ALWAYS: readonly ProblemCode[] = ['too-many-requests', 'unavailable'];
const GROUPS: Readonly<Record<Call['group'], string>> = {
  session: 'Logging in, and what the gateway can',
  adult: 'Registering adults: the least that a gateway has',
  child: 'Applications for children',
  pins: 'New PINs',
  ids: 'User IDs',
  mailbox: 'Proof of a mailbox',
  login: 'Libraries, profiles, orders',
  handover: 'The login for a host’s back end',
};

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.checks?.some(({ _zod }) => (_zod.def as { fn?: unknown }).fn === isWhole)) jsonSchema.type = 'integer';
    },
  }) as Json;
  return json;
}

const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .replace(/[{}]/g, '')
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function problemsOf(codes: readonly ProblemCode[]): Json {
  const byStatus: Record<string, ProblemCode[]> = {};
  for (const code of codes) (byStatus[String(PROBLEM_STATUS[code])] ??= []).push(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\``).join(', '),
        ...(['423', '429', '503'].includes(status) && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(list.map((code) => [code, { value: new GatewayProblem(code).problem }])),
          },
        },
      },
    ]),
  );
}

function operationOf(method: string, path: string, call: Call): Json {
  const { summary, group, auth, query = {}, request, answers, problems } = call;
  const isWrite = method !== 'GET';
  return {
    operationId: operationId(method, path),
    summary,
    tags: [group],
    security: auth === 'session' ? [{ session: [] }] : auth === 'session?' ? [{}, { session: [] }] : auth === 'host' ? [{ host: [] }] : [],
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query).map(([name, description]) => ({ name, in: 'query', description, schema: { type: 'string' } })),
      ...(isWrite ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(request.schema, 'input'), example: request.example } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, { schema, example }]) => [
          status,
          {
            description: schema ? 'As asked for' : 'Done; there is no body',
            headers: { 'Cache-Control': { $ref: '#/components/headers/CacheControl' } },
            ...(schema && { content: { 'application/json': { schema: schemaOf(schema, 'output'), example } } }),
          },
        ]),
      ),
      ...problemsOf([...problems, ...ALWAYS]),
    },
  };
}

/** The contract as an OpenAPI 3.1 document, made from the schemas that gateway and element check with. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, call] of Object.entries(CALLS)) {
    const [method = '', path = ''] = name.split(' ');
    (paths[`/${path}`] ??= {})[method.toLowerCase()] = operationOf(method, path, call);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gateway of <library-signup>',
      version,
      description: 'What a library’s gateway answers: docs/back-end.md. An answer that does not fit its schema is never half-used.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://gateway.example.org/signup-api', description: '`gateway.url` of the configuration' }],
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      parameters: {
        IdempotencyKey: {
          ...{ name: 'Idempotency-Key', in: 'header', required: false },
          description:
            'The same key within 24 hours gets the same answer. Bound to method, path, session and body: with another it is `field-invalid`.',
          schema: { type: 'string', maxLength: 512 },
        },
      },
      headers: {
        CacheControl: { description: '`no-store`; for libraries `public, max-age=300`', schema: { type: 'string' } },
        RetryAfter: { description: 'Seconds', schema: { type: 'integer' } },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Token of `POST sessions`' },
        host: { type: 'http', scheme: 'basic', description: 'Client ID and secret of the host, URL-encoded (RFC 6749, 2.3.1)' },
      },
    },
  };
}
