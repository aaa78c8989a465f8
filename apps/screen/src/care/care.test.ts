import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { readAddress } from '../shell/address';
import { noteError, takeError } from './last-error';
import { resolutionOf } from './resolution';
import { startWatchdog } from './watchdog';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('a page that has not painted for a minute is opened anew, unless nobody sees it', () => {
  const reload = jest.fn();
  let hidden = false;
  const dog = startWatchdog({ now: () => Date.now(), isHidden: () => hidden, reload });
  for (let second = 0; second < 300; second += 1) {
    jest.advanceTimersByTime(1000);
    dog.painted();
  }
  jest.advanceTimersByTime(60_000);
  expect(reload).not.toHaveBeenCalled();
  jest.advanceTimersByTime(5000);
  expect(reload).toHaveBeenCalled();

  reload.mockClear();
  hidden = true;
  jest.advanceTimersByTime(600_000);
  expect(reload).not.toHaveBeenCalled();
  dog.stop();
});

it('an error is told once, in a line that the server takes', () => {
  expect(takeError()).toBeUndefined();
  noteError(new TypeError(`first\nsecond\u202e${'x'.repeat(400)}`));
  const told = takeError();
  expect(told).toMatch(/^TypeError: first second x+$/);
  expect(told).toHaveLength(300);
  expect(takeError()).toBeUndefined();
});

it('tells its size as the server reads it', () => {
  const told = (innerWidth: number, innerHeight: number, devicePixelRatio: number) =>
    resolutionOf({ innerWidth, innerHeight, devicePixelRatio } as Window);
  expect([
    told(1920, 1080, 1),
    told(1920, 1080, 2),
    told(1536, 864, 1.25),
    told(1536, 864, 1.333333),
  ]).toEqual([...['1920x1080', '1920x1080@2', '1536x864@1.25', '1536x864@1.33']]);
  for (const text of [told(1920, 1080, 1.3333), told(0, 0, 0), told(3840, 1080, 3)]) {
    expect(text).toMatch(/^\d{2,5}x\d{2,5}(@\d(\.\d{1,2})?)?$/);
  }
});

it('is in Traditional unless the address says otherwise', () => {
  const id = '01a2045d-8091-7195-b6bf-bc0668ecb4b1';
  expect(readAddress('')).toEqual({ locale: 'zh-Hant', preview: undefined });
  expect(readAddress('?lang=zh-Hans').locale).toBe('zh-Hans');
  expect(readAddress('?lang=xx').locale).toBe('zh-Hant');
  expect(readAddress(`?preview=centre:${id}`).preview).toEqual({ centreId: id });
  expect(readAddress(`?preview=area:${id}&lang=en`)).toEqual({ locale: 'en', preview: { areaId: id } });
  expect(readAddress('?preview=centre:x').preview).toBeUndefined();
});
