import * as z from 'zod/mini';
import { PROBLEM_STATUS, problemSchema as contractSchema, type ProblemCode } from '../contracts/problem.js';

export const problemSchema = z.extend(contractSchema, {
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
});
type Problem = z.infer<typeof problemSchema>;

const TITLES: Partial<Record<ProblemCode, string>> = {
  'field-invalid': 'One or more fields are not valid',
  'session-expired': 'The session has expired',
  unavailable: 'The service is not available',
};

/** Facts of a problem besides its code. */
export type ProblemFacts = Pick<Problem, 'errors' | 'retryAfter' | 'attemptsLeft' | 'detail' | 'reason'>;

/** Thrown where gateway or library system refuse; becomes an `application/problem+json` answer. */
export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';
  readonly problem: Problem & { code: ProblemCode; status: number };

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.problem = {
      type: 'about:blank',
      title: TITLES[code] ?? code.replaceAll('-', ' '),
      status: PROBLEM_STATUS[code],
      code,
      ...facts,
    };
  }
}

export function fieldProblem(...errors: { field: string; code: string }[]): GatewayProblem {
  return new GatewayProblem('field-invalid', { errors });
}

export function problemResponse({ problem }: GatewayProblem): Response {
  return new Response(JSON.stringify(z.parse(problemSchema, problem)), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(problem.retryAfter !== undefined && { 'Retry-After': String(problem.retryAfter) }),
    },
  });
}
