import * as z from 'zod/mini';
import type { MockLibrary } from '../../mocks/library.js';
import { LibraryProblem, fieldProblem } from '../../mocks/problem.js';
import { isScenarioName } from '../../mocks/scenarios.js';
import type { ScenarioSetting } from '../../mocks/scenarios.js';

const settingSchema = z.object({ name: z.string(), call: z.optional(z.string()), times: z.optional(z.int().check(z.positive())) });

async function readSetting(request: Request): Promise<ScenarioSetting> {
  const parsed = settingSchema.safeParse(await request.json().catch(() => undefined));
  if (!parsed.success) throw fieldProblem();
  const { name, ...rest } = parsed.data;
  if (!isScenarioName(name)) throw fieldProblem({ field: 'name', code: 'unknown' });
  return { name, ...rest };
}

/** Answers `/_demo/…` (of a further library `/<name>/_demo/…`), which the simulator panel works with beside the contract; there is nothing real behind it. */
export async function answerDemoControl(request: Request, library: MockLibrary): Promise<Response> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname.replace(/^.*\/_demo\//, '')}`) {
    case 'GET scenario':
      return Response.json(library.scenario.get());
    case 'PUT scenario':
      library.scenario.set(await readSetting(request));
      return Response.json(library.scenario.get());
    case 'GET mails':
      return Response.json(library.mails);
    case 'POST reset':
      library.reset();
      await library.behind?.reset();
      return new Response(null, { status: 204 });
    default:
      throw new LibraryProblem('not-found');
  }
}
