// What the flow, the contracts and the field's rules may take for granted beyond the language: nothing of the DOM.
// tsconfig.pure.json alone reads this file.

interface URL {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}
declare const URL: { new (url: string, base?: string | URL): URL };

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** HTML's, but every JavaScript runtime has it. */
declare function structuredClone<T>(value: T): T;
