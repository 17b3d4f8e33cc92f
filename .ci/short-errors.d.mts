import type { Plugin } from 'vite';

export function shortErrors(): Plugin;
