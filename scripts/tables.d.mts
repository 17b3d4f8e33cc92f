export function tablesOf(manifest: unknown): Readonly<Record<string, string>>;
export function withTables(page: string, tables: Readonly<Record<string, string>>): string;
