import { expect } from '@open-wc/testing';
import { calendarOf, nextOpening } from '../../src/domain/calendar.js';
import { staffedHours, weekHours } from '../../src/domain/week-hours.js';

const day = (number: number, opens: string, closes: string, staffed?: boolean) => ({
  day: number,
  opens,
  closes,
  ...(staffed === undefined ? {} : { staffed }),
});
const WEEK = [...[1, 2, 3, 4, 5].map((number) => day(number, '10:00', '18:00')), day(6, '10:00', '14:00')];
const next = (now: string, hours = WEEK): string => {
  const { date, opens, closes } = nextOpening(hours, Date.parse(now)) ?? {};
  return `${date} ${opens}–${closes}`;
};

describe('the next opening', () => {
  it('is today before the doors open, in Danish time, winter and summer', () => {
    expect(next('2026-11-23T06:00:00Z')).to.equal('2026-11-23 10:00–18:00');
    expect(next('2026-07-06T06:00:00Z')).to.equal('2026-07-06 10:00–18:00');
  });

  it('is that of today until it closes, in Danish time', () => {
    expect(next('2026-11-23T16:59:00Z')).to.equal('2026-11-23 10:00–18:00');
    expect(next('2026-11-23T17:00:00Z')).to.equal('2026-11-24 10:00–18:00');
    expect(next('2026-07-06T15:59:00Z')).to.equal('2026-07-06 10:00–18:00');
    expect(next('2026-07-06T16:00:00Z')).to.equal('2026-07-07 10:00–18:00');
  });

  it('is on Monday when Saturday is over, also across a clock change', () => {
    expect(next('2026-11-21T14:00:00Z')).to.equal('2026-11-23 10:00–18:00');
    expect(next('2026-03-28T14:00:00Z')).to.equal('2026-03-30 10:00–18:00');
  });

  it('may be in a week, and end at midnight', () => {
    expect(next('2026-11-23T18:00:00Z', [day(1, '08:00', '16:00')])).to.equal('2026-11-30 08:00–16:00');
    expect(next('2026-11-23T22:59:00Z', [day(1, '08:00', '24:00')])).to.equal('2026-11-23 08:00–24:00');
  });

  it('is unknown where no hours are', () => {
    expect(nextOpening([], 0)).to.equal(undefined);
    expect(nextOpening(undefined, 0)).to.equal(undefined);
  });
});

describe('an event for a calendar', () => {
  const place = { id: 'DK-1', name: 'Ålekistevej', address: { street: 'Vej 1, 2. sal', postalCode: '2720', city: 'Vanløse' } };
  const opening = { date: '2026-11-23', opens: '10:00', closes: '24:00' };
  const title = 'Bliv låner; med bøger, \\o/';
  const text = calendarOf(place, opening, title, 'Tag med:\nÅ'.repeat(20), Date.parse('2026-11-23T08:00:00Z'));

  it('is iCalendar with the times on the library’s clock, and commas, semicolons, backslashes and line ends escaped', () => {
    const whole = text.replace(/\r\n /g, '');
    expect(whole).to.contain('DTSTART:20261123T100000\r\nDTEND:20261123T235900\r\n');
    expect(whole).to.contain('SUMMARY:Bliv låner\\; med bøger\\, \\\\o/\r\n');
    expect(whole).to.contain('LOCATION:Ålekistevej\\, Vej 1\\, 2. sal\\, 2720 Vanløse\r\n');
    expect(whole).to.match(/^BEGIN:VCALENDAR\r\n[^]+END:VCALENDAR\r\n$/);
    expect(whole).not.to.match(/[^\r]\n/);
  });

  it('has no line of more than 75 octets', () => {
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
  });
});

describe('the hours of a week', () => {
  it('take as few lines as they can', () => {
    expect(weekHours(WEEK, 'da')).to.deep.equal([
      ['man.–fre.', '10–18'],
      ['lør.', '10–14'],
    ]);
    expect(weekHours(WEEK, 'en')).to.deep.equal([
      ['Mon–Fri', '10:00–18:00'],
      ['Sat', '10:00–14:00'],
    ]);
  });

  it('are the staffed ones where they are told apart', () => {
    const hours = [day(1, '08:00', '20:00'), day(1, '10:00', '18:00', true)];
    expect(weekHours(staffedHours(hours), 'da')).to.deep.equal([['man.', '10–18']]);
    expect(weekHours(staffedHours([day(1, '08:00', '20:00')]), 'da')).to.deep.equal([['man.', '8–20']]);
    expect(staffedHours(undefined)).to.deep.equal([]);
  });
});
