/** A place in a configuration: `['register', 'audiences', 0, 'kind']`. */
export type Path = readonly (string | number)[];

/** As the element writes it in its messages: `register.audiences[0].kind`. */
export function pathText(path: Path): string {
  const text = path.map((part) =>
    typeof part === 'number' ? `[${part}]` : /^[\w$-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`,
  );
  return text.join('').replace(/^\./, '');
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | null | undefined)?.[key], value);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A copy with another value there; `undefined` takes it away, and objects that have nothing left with it, unless they are in `kept`. */
export function withValue(value: unknown, path: Path, next: unknown, kept: ReadonlySet<string> = new Set(), at: Path = []): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return next;
  const child = withValue(valueAt(value, [first]), rest, next, kept, [...at, first]);
  const gone = child === undefined || (isEmpty(child) && rest.length > 0 && !Array.isArray(child) && !kept.has(pathText([...at, first])));
  if (typeof first === 'number') {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    if (child === undefined) list.splice(first, 1);
    else list[first] = child;
    return list;
  }
  const { [first]: _old, ...others } = (value ?? {}) as Record<string, unknown>;
  if (gone) return others;
  return Object.hasOwn(value ?? {}, first) ? { ...(value as object), [first]: child } : { ...others, [first]: child };
}

/** What is said of a value: the messages that name it, or something in it that has no field. */
export function issuesAt(issues: readonly string[], path: Path, isLeaf: boolean): readonly string[] {
  const text = pathText(path);
  return issues.flatMap((issue) => {
    const at = issue.indexOf(': ');
    const [where, what] = [issue.slice(0, at), issue.slice(at + 2)];
    return where === text || (isLeaf && (where.startsWith(`${text}.`) || where.startsWith(`${text}[`))) ? [what] : [];
  });
}
