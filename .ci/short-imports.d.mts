import type { Plugin } from 'vite';

export function shortImports(): Plugin;
