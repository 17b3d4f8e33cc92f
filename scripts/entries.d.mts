export const elementModules: Record<string, string>;
export const serverModules: Record<string, string>;
export const mockModules: Record<string, string>;
export const external: RegExp[];
