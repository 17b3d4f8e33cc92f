import type { CSSResult } from 'lit';
import type { Step } from '../../flow/types.js';
import type { View } from '../view.js';

/** Screens that are downloaded together, with the styles that they need beside the element's own. */
export interface ScreenSet {
  readonly screens: Readonly<Partial<Record<Step, View>>>;
  readonly styles: readonly CSSResult[];
}
