import { expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { MOST_ROWS } from '@linli/domain/organisation/structure';
import { Refused } from '../../platform/graphql/index.js';
import { bytesOf, readFile } from './read-file.js';

const text = 'code,name,parentCode\n411103001,龙塔街道,411103\n411103102209,"䩐勒桥,村",411103102\n';
const table = [
  ['code', 'name', 'parentCode'],
  ['411103001', '龙塔街道', '411103'],
  ['411103102209', '䩐勒桥,村', '411103102'],
];

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 (BOM)', Buffer.from(`\ufeff${text}`)],
  ['GB18030', iconv.encode(text, 'gb18030')],
  ['UTF-8', Buffer.from(text.replaceAll('\n', '\r\n'))],
])('reads %s and says so', (encoding, bytes) => {
  expect(readFile(bytes)).toMatchObject({ encoding, records: table });
});

it('keeps empty rows, so that rows are counted as a spreadsheet does', () => {
  expect(readFile(Buffer.from('code\n\n411103\n'))).toMatchObject({ records: [['code'], [''], ['411103']] });
});

it.each([
  ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), 'FILE_NOT_READABLE'],
  ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'FILE_NOT_READABLE'],
  ['UTF-16', Buffer.from(text, 'utf16le'), 'FILE_NOT_READABLE'],
  ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x2c]), 'FILE_NOT_READABLE'],
  ['a quote that never ends', Buffer.from('code,name\n"411103,区\n'), 'FILE_NOT_READABLE'],
  ['no bytes', Buffer.alloc(0), 'FILE_EMPTY'],
  ['only a mark and blanks', Buffer.from('\ufeff \n\n'), 'FILE_EMPTY'],
  ['too many bytes', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'FILE_TOO_LARGE'],
  ['too many rows', Buffer.from(`code\n${'1\n'.repeat(MOST_ROWS + 1)}`), 'FILE_TOO_LARGE'],
])('refuses %s', (_what, bytes, code) => {
  expect(readFile(bytes)).toMatchObject({ constructor: Refused, code });
});

it('reads as many rows as allowed', () => {
  const read = readFile(Buffer.from(`code\n${'1\n'.repeat(MOST_ROWS)}`));
  expect(read instanceof Refused ? read.code : read.records.length).toBe(MOST_ROWS + 1);
});

it('takes only base64 for base64', () => {
  expect(bytesOf('5Yy6')).toEqual(Buffer.from('区'));
  expect(bytesOf('區!')).toMatchObject({ code: 'FILE_NOT_READABLE' });
});
