import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  delivery,
  maySendAt,
  nextStep,
  nightEndsAt,
  type Outcome,
  tooLateInTheMorning,
  type Urgency,
} from './index.js';

const china = (text: string): Date => new Date(`${text}:00+08:00`);

it.each([
  ['2026-11-24T20:59', undefined],
  ['2026-11-24T21:00', '2026-11-25T07:00'],
  ['2026-11-24T23:59', '2026-11-25T07:00'],
  ['2026-12-31T22:00', '2027-01-01T07:00'],
  ['2026-11-25T00:00', '2026-11-25T07:00'],
  ['2026-11-25T06:59', '2026-11-25T07:00'],
  ['2026-11-25T07:00', undefined],
])('at %s the night ends at %s', (now, morning) => {
  expect(nightEndsAt(china(now))).toEqual(morning && china(morning));
});

it.each<[Urgency, string, string, boolean]>([
  ['CALM', '2026-11-24T22:00', '2026-11-25T07:10', false],
  ['CALM', '2026-11-24T20:00', '2026-11-25T07:10', true],
  ['TIMELY', '2026-11-24T22:00', '2026-11-25T11:30', false],
  // Breakfast at half past seven: who is told at seven is on the way.
  ['TIMELY', '2026-11-24T22:00', '2026-11-25T07:30', true],
  ['TIMELY', '2026-11-25T03:00', '2026-11-25T08:00', false],
  ['URGENT', '2026-11-25T03:00', '2026-11-26T08:00', true],
])('%s at %s, of use until %s: %s', (urgency, now, until, may) => {
  expect(maySendAt(china(now), urgency, china(until))).toBe(may);
});

it('by night only what is urgent, or too late in the morning; by day everything', () => {
  const moment = fc.date({
    min: china('2026-01-01T00:00'),
    max: china('2028-01-01T00:00'),
    noInvalidDate: true,
  });
  const urgency = fc.constantFrom<Urgency>('CALM', 'TIMELY', 'URGENT');
  fc.assert(
    fc.property(moment, urgency, moment, (now, how, until) => {
      const hour = (now.getUTCHours() + 8) % 24;
      const morning = nightEndsAt(now);
      expect(morning !== undefined).toBe(hour >= 21 || hour < 7);
      if (morning) expect(morning.getTime() - now.getTime()).toBeLessThanOrEqual(10 * 3_600_000);
      const urgent =
        how === 'URGENT' || (how === 'TIMELY' && morning && until < tooLateInTheMorning(morning));
      expect(maySendAt(now, how, until)).toBe(!morning || Boolean(urgent));
    }),
  );
});

it('what may have been sent is never tried again with a carrier that knows no keys', () => {
  const outcome = fc.constantFrom<Outcome>('SENT', 'NOT_SENT', 'REFUSED', 'UNKNOWN');
  fc.assert(
    fc.property(outcome, fc.integer({ min: 1, max: 20 }), fc.boolean(), (what, tries, knowsKeys) => {
      const next = nextStep(what, { tries, knowsKeys });
      if (what === 'UNKNOWN' && !knowsKeys) expect(next).toEqual({ state: 'FAILED', problem: 'UNCERTAIN' });
      // It ends: sent, refused, or after the last wait.
      if (tries > delivery.backOff.length) expect(next.state).not.toBe('QUEUED');
      if (next.state === 'QUEUED') expect(next.wait).toBe(delivery.backOff[tries - 1]);
      expect(next.state === 'SENT').toBe(what === 'SENT');
    }),
  );
});

it('waits longer each time', () => {
  expect([...delivery.backOff].sort((one, other) => one - other)).toEqual([...delivery.backOff]);
  expect(delivery.timeout).toBeLessThan(delivery.lease);
});
