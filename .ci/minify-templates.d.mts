import type { Plugin } from 'vite';

export function minifyCss(parts: readonly string[]): string[];
export function minifyHtml(parts: readonly string[]): string[];
export function minifyTemplates(): Plugin;
