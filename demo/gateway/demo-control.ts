import * as z from 'zod/mini';
import { LibraryProblem, fieldProblem } from '../../mocks/problem.js';
import { isScenarioName } from '../../mocks/scenarios.js';
import type { ScenarioSetting, ScenarioSwitch } from '../../mocks/scenarios.js';

/** What the simulator panel works with, beside the contract. */
export interface DemoLibrary {
  readonly scenario: ScenarioSwitch;
  /** What the library system has sent. */
  readonly mails: readonly unknown[];
  reset(): void;
}

const settingSchema = z.object({ name: z.string(), call: z.optional(z.string()), times: z.optional(z.int().check(z.positive())) });

async function readSetting(request: Request): Promise<ScenarioSetting> {
  const parsed = settingSchema.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) throw fieldProblem();
  const { name, ...rest } = parsed.data;
  if (!isScenarioName(name)) throw fieldProblem({ field: 'name', code: 'unknown' });
  return { name, ...rest };
}

/** Answers `/_demo/…`: for the demo's own pages and tools; there is nothing real behind it. */
export async function answerDemoControl(request: Request, library: DemoLibrary): Promise<Response> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname.slice('/_demo/'.length)}`) {
    case 'GET scenario':
      return Response.json(library.scenario.get());
    case 'PUT scenario':
      library.scenario.set(await readSetting(request));
      return Response.json(library.scenario.get());
    case 'GET mails':
      return Response.json(library.mails);
    case 'POST reset':
      library.reset();
      return new Response(null, { status: 204 });
    default:
      throw new LibraryProblem('not-found');
  }
}
