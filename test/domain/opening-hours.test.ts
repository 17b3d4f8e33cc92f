import { expect } from '@open-wc/testing';
import type { OpeningHours } from '../../src/contracts/library.js';
import { weekdayInCopenhagen } from '../../src/domain/copenhagen.js';
import { hoursOn } from '../../src/domain/opening-hours.js';

const monday = (opens: string, closes: string, staffed?: boolean): OpeningHours => ({ day: 1, opens, closes, staffed });

describe('opening hours today', () => {
  it('counts the day in Denmark, in winter and in summer', () => {
    expect(weekdayInCopenhagen(Date.parse('2026-03-01T22:59:00Z'))).to.equal(7);
    expect(weekdayInCopenhagen(Date.parse('2026-03-01T23:00:00Z'))).to.equal(1);
    expect(weekdayInCopenhagen(Date.parse('2026-07-05T21:59:00Z'))).to.equal(7);
    expect(weekdayInCopenhagen(Date.parse('2026-07-05T22:00:00Z'))).to.equal(1);
  });

  it('tells open and staffed hours apart', () => {
    const hours = [monday('08:00', '20:00'), monday('10:00', '18:00', true)];
    expect(hoursOn(1, hours, 'da')).to.deep.equal({ open: '8–20', staffed: '10–18' });
    expect(hoursOn(1, hours, 'en')).to.deep.equal({ open: '8:00–20:00', staffed: '10:00–18:00' });
  });

  it('joins self-service before and after staffed hours', () => {
    const hours = [monday('18:00', '22:00'), monday('07:30', '10:00'), monday('10:00', '18:00', true)];
    expect(hoursOn(1, hours, 'da')).to.deep.equal({ open: '7.30–22', staffed: '10–18' });
  });

  it('keeps a break in the day', () => {
    expect(hoursOn(1, [monday('10:00', '12:00'), monday('14:00', '24:00')], 'da')?.open).to.equal('10–12, 14–24');
  });

  it('does not repeat hours that are staffed throughout', () => {
    expect(hoursOn(1, [monday('10:00', '18:00', true)], 'da')).to.deep.equal({ open: '10–18', staffed: '' });
  });

  it('knows closed from unknown', () => {
    expect(hoursOn(7, [monday('08:00', '20:00')], 'da')).to.deep.equal({ open: '', staffed: '' });
    expect(hoursOn(1, undefined, 'da')).to.equal(null);
    expect(hoursOn(1, [], 'da')).to.equal(null);
  });
});
