import type { HoursToday } from '../../domain/opening-hours.js';
import type { Ui } from '../view.js';

/** Today's hours in words, e.g. `Åbent i dag 8–20, bemandet 10–18`. */
export const hoursText = (t: Ui['t'], { open, staffed }: HoursToday): string =>
  open
    ? t('field.branch.open', { hours: open }) + (staffed && `, ${t('field.branch.staffed', { hours: staffed })}`)
    : t('field.branch.closed');
