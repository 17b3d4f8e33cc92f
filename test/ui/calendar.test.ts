import { expect } from '@open-wc/testing';
import { calendarOf, nextOpening } from '../../src/ui/calendar.js';
import { staffedHours, weekHours } from '../../src/ui/week-hours.js';

const day = (number: number, opens: string, closes: string, staffed?: boolean) => ({
  day: number,
  opens,
  closes,
  ...(staffed === undefined ? {} : { staffed }),
});
const WEEK = [...[1, 2, 3, 4, 5].map((number) => day(number, '10:00', '18:00')), day(6, '10:00', '14:00')];
const iso = (time: number | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString());
const next = (now: string, hours = WEEK): (string | undefined)[] => {
  const opening = nextOpening(hours, Date.parse(now));
  return [iso(opening?.start), iso(opening?.end)];
};

describe('the next opening', () => {
  it('is today before the doors open, in Danish time, winter and summer', () => {
    expect(next('2026-11-23T06:00:00Z')).to.deep.equal(['2026-11-23T09:00:00.000Z', '2026-11-23T17:00:00.000Z']);
    expect(next('2026-07-06T06:00:00Z')).to.deep.equal(['2026-07-06T08:00:00.000Z', '2026-07-06T16:00:00.000Z']);
  });

  it('is what is left of today while it is open', () => {
    expect(next('2026-11-23T12:00:00Z')).to.deep.equal(['2026-11-23T12:00:00.000Z', '2026-11-23T17:00:00.000Z']);
  });

  it('is on Monday when Saturday is over, and on the right side of a clock change', () => {
    expect(next('2026-11-21T14:00:00Z')[0]).to.equal('2026-11-23T09:00:00.000Z');
    expect(next('2026-03-28T14:00:00Z')[0]).to.equal('2026-03-30T08:00:00.000Z');
  });

  it('may be in a week, and end at midnight', () => {
    expect(next('2026-11-23T18:00:00Z', [day(1, '08:00', '16:00')])[0]).to.equal('2026-11-30T07:00:00.000Z');
    expect(next('2026-11-23T12:00:00Z', [day(1, '08:00', '24:00')])[1]).to.equal('2026-11-23T23:00:00.000Z');
  });

  it('is unknown where no hours are', () => {
    expect(nextOpening([], 0)).to.equal(undefined);
    expect(nextOpening(undefined, 0)).to.equal(undefined);
  });
});

describe('an event for a calendar', () => {
  const place = { id: 'DK-1', name: 'Ålekistevej', address: { street: 'Vej 1, 2. sal', postalCode: '2720', city: 'Vanløse' } };
  const start = Date.parse('2026-11-23T09:00:00Z');
  const title = 'Bliv låner; med bøger, \\o/';
  const text = calendarOf(place, { start, end: start + 3_600_000, title, description: 'Tag med:\nÅ'.repeat(20) }, start);

  it('is iCalendar with times in UTC, and commas, semicolons, backslashes and line ends escaped', () => {
    const whole = text.replace(/\r\n /g, '');
    expect(whole).to.contain('DTSTART:20261123T090000Z\r\nDTEND:20261123T100000Z\r\n');
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
