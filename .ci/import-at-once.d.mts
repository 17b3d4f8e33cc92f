import type { Plugin } from 'vite';

export function importAtOnce(): Plugin;
