import type { Plugin } from 'vite';

export function withoutUnused(code: string, id: string, parse: (code: string) => unknown): string | undefined;
export function leaveOutUnused(packages?: RegExp): Plugin;
