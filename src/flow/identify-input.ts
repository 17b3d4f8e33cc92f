import type { Offer } from './audiences.js';
import type { IdentifyInput } from './identify.machine.js';
import { positionOf } from './persistence.js';
import type { FlowContext, Step } from './types.js';

/** What a hand-off starts with at this step. What just happened goes before what is always so. */
export const identifyInput = (context: FlowContext, step: Step, { providers, notice }: Offer): IdentifyInput => ({
  language: context.language,
  position: positionOf(context, step),
  providers,
  notice: context.notice ?? notice,
  returned: context.returned,
});
