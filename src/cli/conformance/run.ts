import { spawn } from 'node:child_process';
import { Deviation, Skipped, type Check, type Group, type Tools } from './check.js';
import { CHECKS, SWEEPS } from './checks.js';
import { GatewayClient } from './client.js';
import type { Persons } from './persons.js';

export interface ConformanceOptions {
  /** `gateway.url` of the configuration. */
  readonly url: string;
  readonly persons: Persons;
  /** Gives a body for `POST sessions` that proves this person. */
  readonly prove: (person: string) => Promise<Record<string, unknown>>;
  readonly groups?: readonly Group[] | undefined;
  readonly origin?: string | undefined;
  readonly host?: { readonly id: string; readonly secret: string } | undefined;
  /** Times answers that have to be alike. Default: yes. */
  readonly timing?: boolean;
  /** Version of the terms that registrations accept. */
  readonly terms?: string | undefined;
}

export interface Result {
  readonly id: string;
  readonly group: Group | 'every answer';
  readonly title: string;
  readonly section: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly request?: string | undefined;
  readonly expected?: string | undefined;
  readonly got?: string | undefined;
  readonly milliseconds: number;
}

/** Runs a command for each proof: it gets the person's name as its last argument, and prints the body as JSON. */
export function proveByCommand(command: string): (person: string) => Promise<Record<string, unknown>> {
  return (person) =>
    new Promise((resolve, reject) => {
      const child = spawn(`${command} ${person}`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => {
        try {
          if (code !== 0) throw new Error(`ended with ${String(code)}`);
          resolve(JSON.parse(output) as Record<string, unknown>);
        } catch (error) {
          reject(new Error(`the command for proofs: ${error instanceof Error ? error.message : String(error)}`));
        }
      });
    });
}

function toolsOf({ persons, prove, origin, host, terms, timing = true }: ConformanceOptions, client: GatewayClient): Tools {
  const person: Tools['person'] = (name) => {
    const found = persons[name as keyof Persons];
    if (!found) throw new Skipped(`no person "${name}" in the file of persons`);
    return found;
  };
  let branch: string | undefined;
  const tools: Tools = {
    ...{ client, persons, origin, host, person, timing },
    prove: async (name) => {
      person(name);
      return prove(name);
    },
    enter: async (name) => {
      const exchange = await client.call('POST sessions', { body: await tools.prove(name) });
      const token = exchange.body?.['token'];
      if (exchange.status !== 201 || typeof token !== 'string')
        throw new Deviation('a session', `${exchange.status} ${exchange.text.slice(0, 200)}`, 'POST sessions');
      return { token, session: exchange.body ?? {} };
    },
    registration: async ({ email = 'conformance@post.example' }) => {
      branch ??= ((await client.call('GET branches')).body?.['branches'] as { id: string }[] | undefined)?.[0]?.id ?? '';
      return {
        email,
        phone: '20304050',
        sms: true,
        branch,
        pin: '2580',
        language: 'da',
        ...(terms !== undefined && { acceptedTerms: terms }),
      };
    },
  };
  return tools;
}

async function runCheck(check: Check, tools: Tools, calls: readonly string[] | undefined): Promise<Result> {
  const { id, group, title, section, needs = [] } = check;
  const begun = performance.now();
  const result = (outcome: Result['outcome'], facts: Partial<Result> = {}): Result => ({
    ...{ id, group, title, section, outcome, milliseconds: performance.now() - begun },
    ...facts,
  });
  const lacking = needs.find((name) => calls && !calls.includes(name));
  if (lacking !== undefined) return result('skipped', { got: `the gateway says that it has no ${lacking}` });
  try {
    await check.run(tools);
    return result('passed');
  } catch (error) {
    if (error instanceof Skipped) return result('skipped', { got: error.message });
    if (error instanceof Deviation) return result('failed', { request: error.request, expected: error.expected, got: error.got });
    return result('failed', { expected: 'an answer', got: error instanceof Error ? error.message : String(error) });
  }
}

/** Asks a gateway everything that the contract says, and tells what it does otherwise. It registers persons: use a system for tests. */
export async function runConformance(options: ConformanceOptions, onResult: (result: Result) => void = () => undefined): Promise<Result[]> {
  const client = new GatewayClient(options.url);
  const tools = toolsOf(options, client);
  const capabilities = await client.call('GET capabilities').catch(() => undefined);
  const claimed = capabilities?.body?.['calls'];
  const calls = Array.isArray(claimed) ? (claimed as string[]) : undefined;
  const results: Result[] = [];
  const note = (result: Result): void => {
    results.push(result);
    onResult(result);
  };
  for (const check of CHECKS) if (options.groups?.includes(check.group) ?? true) note(await runCheck(check, tools, calls));

  const secrets = Object.values(options.persons).flatMap((person) => (person?.cpr === undefined ? [] : [person.cpr.replace(/\D/g, '')]));
  for (const { id, title, section, find } of SWEEPS) {
    const found = client.exchanges.map((exchange) => ({ exchange, what: find(exchange, secrets) })).find(({ what }) => what !== undefined);
    const facts = found
      ? { request: `${found.exchange.request.method} ${found.exchange.request.path}`, expected: title, got: found.what }
      : {};
    note({ id, group: 'every answer', title, section, outcome: found ? 'failed' : 'passed', milliseconds: 0, ...facts });
  }
  return results;
}
