import type { Plugin } from 'vite';

export function inOrder(entry: string, modules: readonly string[]): Plugin;
