import { html, nothing, type TemplateResult } from 'lit';
import type { Branch } from '../../contracts/library.js';
import { addressOf } from '../../domain/address.js';
import { createBranchSearch } from '../../domain/branch-search.js';
import { weekdayInCopenhagen } from '../../domain/copenhagen.js';
import { hoursOn } from '../../domain/opening-hours.js';
import type { Ui } from '../view.js';
import { action } from '../frame/actions.js';
import { defineCombobox, type Item, type Search } from './combobox.js';
import { field } from './field.js';
import { hoursText } from './hours-text.js';

// Named, because the package is marked as free of side effects: a bundler would drop an import that nothing is taken from.
defineCombobox();

/** More than a screen reader or a thumb goes through; the rest is found by typing on. */
const LIMIT = 50;
export function searchInBranches(branches: readonly Item[]): Search {
  const { find, exact } = createBranchSearch(branches);
  return { find: (text) => find(text, LIMIT), exact };
}

/** What stands below a branch's name: its address, and today's hours in Denmark. */
export function branchLines({ t, clock, language }: Pick<Ui, 't' | 'clock' | 'language'>, branch: Branch): string[] {
  // Asked for only where there are hours to show: the browser's calendar takes its time.
  const hours = branch.openingHours?.length && hoursOn(weekdayInCopenhagen(clock.now()), branch.openingHours, language);
  return [addressOf(branch), hours && hoursText(t, hours)].filter((line) => typeof line === 'string' && line !== '') as string[];
}

/** The pick-up library. While the list hasn't come one can type already; when it can't be had, one can ask again. */
export function branchField(ui: Ui): TemplateResult {
  const { t, context } = ui;
  const failed = context.branchesFailed;
  return field(
    ui,
    {
      name: 'branch',
      label: t('field.branch'),
      hint: t('field.branch.hint'),
      after: failed
        ? html`<p class="error" role="status">${t('field.branch.failed')}</p>
            ${action(ui, 'retry', { type: 'branches.retry' }, t('action.retry'))}`
        : nothing,
    },
    ({ invalid, describedBy }) =>
      html`<library-signup-combobox
        .name=${'branch'}
        .items=${context.branches}
        .searchIn=${searchInBranches}
        .value=${context.draft.branch ?? ''}
        .invalid=${invalid}
        .describedBy=${describedBy}
        .language=${ui.language}
        .t=${t}
        .linesOf=${(item: Branch) => branchLines(ui, item)}
        @combobox-change=${(event: CustomEvent<{ value: string }>) => ui.send({ type: 'draft.changed', values: { branch: event.detail.value } })}
      ></library-signup-combobox>`,
  );
}
