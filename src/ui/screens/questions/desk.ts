import { html, nothing, type TemplateResult } from 'lit';
import type { Branch } from '../../../contracts/library.js';
import { audienceOf } from '../../../flow/audiences.js';
import { addressOf } from '../../../domain/address.js';
import { calendarOf, nextOpening } from '../../../domain/calendar.js';
import { saveCalendar } from './save-calendar.js';
import { weekdayInCopenhagen } from '../../../domain/copenhagen.js';
import { hoursOn } from '../../../domain/opening-hours.js';
import { hoursText } from '../../form/hours-text.js';
import { ending } from '../../frame/ending.js';
import { wordList } from '../../parts/word-list.js';
import { newTab } from '../../parts/new-tab.js';
import { libraryName, text, waiting } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import type { Ui, View } from '../../view.js';
import { staffedHours, weekHours } from '../../../domain/week-hours.js';

/** By position where the library gives one, else by address. */
function mapOf(place: Branch): string | undefined {
  const { position } = place;
  const query = position ? `${position.lat},${position.lng}` : addressOf(place, ' ');
  return query && `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`;
}

/** What to bring, e.g. `your student card and your AU ID`. */
const bringOf = (ui: Ui): string =>
  wordList(
    ui,
    (audienceOf(ui.context)?.documents ?? ['photo-id']).map((name) => ui.t(`document.${name}`)),
    'conjunction',
  );

/** Hours are kept together: `10–18` is no place for a new line. */
const unbroken = (text: string): unknown =>
  text.split(/(\S*–\S*)/).map((part, at) => (at % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part));

function today(ui: Ui, place: Branch): unknown {
  const hours = hoursOn(weekdayInCopenhagen(ui.clock.now()), place.openingHours, ui.language);
  return hours ? [' ', html`<span class="muted">${unbroken(hoursText(ui.t, hours))}</span>`] : nothing;
}

function servicePoint(ui: Ui, place: Branch): TemplateResult {
  const { t } = ui;
  const hours = staffedHours(place.openingHours);
  const map = mapOf(place);
  if (!map && hours.length === 0) return html`<p>${place.name}</p>`;
  const save = (): void => {
    const now = ui.clock.now();
    const opening = nextOpening(hours, now);
    const title = t('register.identify.heading', { library: libraryName(ui) });
    if (opening) saveCalendar(calendarOf(place, opening, title, `${t('register.desk.bring')}: ${bringOf(ui)}`, now));
  };
  return html`<details name="service-point">
    <summary>${place.name}${today(ui, place)}</summary>
    <p>${addressOf(place)}</p>
    ${hours.some(({ staffed }) => staffed) ? html`<p><b>${t('register.desk.hours')}</b></p>` : nothing}
    <ul>
      ${weekHours(hours, ui.language).map(([days, open]) => html`<li>${unbroken(`${days} ${open}`)}</li>`)}
    </ul>
    <div class="links">
      ${map ? newTab(ui, map, t('register.desk.map'), { about: `: ${place.name}`, action: 'map' }) : nothing}
      ${
        hours.length > 0
          ? html`<button type="button" part="link" class="quiet" data-action="calendar" @click=${save}>
              ${t('register.desk.calendar')}<span class="visually-hidden">: ${place.name}</span>
            </button>`
          : nothing
      }
    </div>
  </details>`;
}

/** No CPR number, but books wanted: where to come, when, and what to bring. */
export const desk: View = (ui) => {
  const { t } = ui;
  const { servicePoints } = ui.context;
  const isStudent = audienceOf(ui.context)?.documents?.includes('student-card') ?? true;
  return ending(
    ui,
    t('register.desk.heading'),
    html` ${text(t(isStudent ? 'register.desk.student' : 'register.desk.employee'))}
      ${termList([[t('register.desk.bring'), `${bringOf(ui).replace(/^./, (letter) => letter.toUpperCase())}.`]])}
      <h3 part="sub-heading">${t('register.desk.where')}</h3>
      ${
        servicePoints === null
          ? waiting(t('busy'))
          : servicePoints.length === 0
            ? text(t('register.desk.none', { library: libraryName(ui) }))
            : html`<div class="places">${servicePoints.map((place) => servicePoint(ui, place))}</div>`
      }`,
    { sign: 'arrived' },
  );
};
