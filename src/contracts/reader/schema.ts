/** What is wrong. `continue`: the type is right all the same, so the checks around it still run. */
export interface Issue {
  code: string;
  path?: PropertyKey[];
  message?: string;
  continue?: boolean;
  [detail: string]: unknown;
}
/** `issues` is the schema's own list: whoever called puts its key in front of their paths. */
export type Read = (value: unknown, issues: Issue[]) => unknown;
export type Check = (context: { value: unknown; issues: Issue[] }) => void;

export interface Facts {
  absent?: 'left' | 'filled';
  /** What a literal or an enum takes. */
  values?: readonly unknown[];
  shape?: Readonly<Record<string, Schema>>;
}
export interface Schema {
  facts: Facts;
  run: Read;
  check(...checks: Check[]): Schema;
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };
}

export type Fields = Record<string, unknown>;
export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

export const finished = (issues: Issue[]): Issue[] => issues.map((issue) => ({ ...issue, path: issue.path ?? [] }));

/* @__NO_SIDE_EFFECTS__ */
export function schema(read: Read, facts: Facts = {}, checks: readonly Check[] = []): Schema {
  const run: Read = (value, issues) => {
    const context = { value: read(value, issues), issues };
    for (const check of checks) if (issues.every((issue) => issue.continue)) check(context);
    return context.value;
  };
  return {
    facts,
    run,
    check: (...more) => schema(read, facts, [...checks, ...more]),
    safeParse: (value) => {
      const issues: Issue[] = [];
      const data = run(value, issues);
      return issues.length > 0 ? { success: false, error: { issues: finished(issues) } } : { success: true, data };
    },
  };
}

/** Reads a part of a value. */
export function readPart(part: Schema, key: PropertyKey, value: unknown, issues: Issue[]): unknown {
  const own: Issue[] = [];
  const data = part.run(value, own);
  for (const issue of own) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
  return data;
}
