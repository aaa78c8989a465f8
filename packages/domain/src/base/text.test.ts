import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { line, mobile, phone, timeOfDay, words } from './text.js';

it.each([
  ['控制字符', '王\u0000蘭'],
  ['方向標記', '王\u202e蘭'],
  ['零寬字符', '王\u200b蘭'],
  ['換行', '王\n蘭'],
  ['空白', '   '],
  ['太長', '蘭'.repeat(41)],
])('a line refuses %s', (_what, text) => {
  expect(line(40).safeParse(text).success).toBe(false);
});

it('a line keeps what people write, trimmed', () => {
  expect(line(40).parse(' 鄰里中心·一樓 (東) ')).toBe('鄰里中心·一樓 (東)');
});

it('words to look for may be none, and are as harmless as a line', () => {
  expect([words(4).parse(' '), words(4).parse(' 王 ')]).toEqual(['', '王']);
  for (const wrong of ['王\u0000', '王\u202e', '王王王王王'])
    expect(words(4).safeParse(wrong).success).toBe(false);
});

it('whatever a line lets through has no control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { data } = line(40).safeParse(text);
      // eslint-disable-next-line no-control-regex
      if (data !== undefined) expect(data).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    }),
  );
});

it('a phone is read as people write it', () => {
  expect(mobile.parse('138 0395-1234')).toBe('13803951234');
  expect(mobile.parse('+8613803951234')).toBe('13803951234');
  expect(phone.parse('0395-555-0118')).toBe('03955550118');
  for (const wrong of ['', '12345', '23803951234', '138039512345', '1380395123a']) {
    expect(mobile.safeParse(wrong).success).toBe(false);
  }
});

it('a time of day has an hour that exists', () => {
  expect(['00:00', '09:30', '23:59'].every((time) => timeOfDay.safeParse(time).success)).toBe(true);
  expect(['24:00', '9:30', '12:60'].some((time) => timeOfDay.safeParse(time).success)).toBe(false);
});
