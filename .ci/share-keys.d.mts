import type { Plugin } from 'vite';

export function shareKeys(): Plugin;
