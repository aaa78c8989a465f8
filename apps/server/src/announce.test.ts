import { expect, it } from '@jest/globals';
import { SAMPLE_PASSWORD, sampleAccounts, STORY } from '@linli/sample';
import { announce } from './announce.js';
import { demonstrationSignIns } from './demonstration/index.js';

/** In columns of a terminal: a Chinese character takes two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g) ?? []).length;

const said = (on: boolean, url = 'http://127.0.0.1:4000') =>
  announce(url, { DEMONSTRATION: on }, demonstrationSignIns).split('\n');

it('fits a terminal of 80 columns, with a long port too', () => {
  const tooWide = said(true, 'http://127.0.0.1:54321').filter((line) => widthOf(line) > 80);
  expect(tooWide).toEqual([]);
});

it('gives each address whole and once, the outbox on a line of its own', () => {
  const lines = said(true).map((line) => line.trim());
  for (const path of ['/', '/console/', '/screen/', '/graphql', '/outbox'])
    expect(lines.filter((line) => line.split(' ')[0] === `http://127.0.0.1:4000${path}`)).toHaveLength(1);
  expect(lines).toContain('http://127.0.0.1:4000/outbox');
});

it('names everybody who may come in, under each other, and the password once', () => {
  const lines = said(true);
  const accounts = [
    ...Object.values(STORY).map(({ phone }): string => phone),
    ...sampleAccounts('', '').map(({ account }) => account),
  ];
  const rows = lines.filter((line) => accounts.includes(line.trim().split(' ')[0] ?? ''));
  expect(rows.map((line) => line.trim().split(' ')[0])).toEqual(accounts);
  const seconds = rows.map((line) => line.length - line.replace(/^ +\S+ +/, '').length);
  expect(new Set(seconds).size).toBe(1);
  expect(new Set(rows.map((line) => line.slice(seconds[0]))).size).toBe(rows.length);
  expect(lines.join('\n').split(SAMPLE_PASSWORD)).toHaveLength(2);
});

it('invites nobody where it is no demonstration', () => {
  const text = said(false).join('\n');
  expect(text).toContain('http://127.0.0.1:4000/console/');
  expect(text).not.toMatch(/outbox|13900000001|qiantai/);
  expect(text).not.toContain(SAMPLE_PASSWORD);
});
