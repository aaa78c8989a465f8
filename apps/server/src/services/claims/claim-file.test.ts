import { expect, it } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import type { Viewer } from '@linli/domain/access';
import { cookieFor, openSession } from '../../access/sessions/index.js';
import { csvOf } from '../../platform/files/index.js';
import { testApi } from '../../testing/index.js';
import { claimScenario, PAYER } from './claims.scenario.js';

const api = testApi();
const { given, when, world, ate, sql, lastMonth } = claimScenario(api);

async function download(viewer: Viewer | undefined, path: string) {
  const headers: Record<string, string> = {};
  if (viewer) {
    const { token } = await openSession(api.database(), {
      ...{ face: viewer.face, personId: viewer.personId, displayName: viewer.name, device: 'test' },
      ...{ areaId: null, centreId: null },
    });
    headers.cookie = cookieFor(viewer.face, token, 60, false);
  }
  const response = await fetch(`${api.url()}${path}`, { headers });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The files of an archive, by its table at the end. */
function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = archive.subarray(at + 46, at + 46 + lengths[0]).toString();
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + size);
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString());
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return files;
}

it('the payer gets a file with each meal, its price and its evidence, in both forms', async () => {
  const at = await world();
  await ate(at, await given.resident({ name: '馬秋蓮' }), { nth: 2 });
  await ate(at, await given.resident({ name: '=危險("公式")' }), { nth: 4 });
  const { id = '' } = await when.drafts(at);

  const csv = await download(at.staff, `/claims/${id}.csv?face=console`);
  expect(csv.response.status).toBe(200);
  expect(csv.response.headers.get('content-disposition')).toContain(
    encodeURIComponent(`沙北街道鄰里中心 ${lastMonth()} ${PAYER} 第 1 份.csv`),
  );
  const [head = '', one = '', two = '', total = ''] = csv.bytes.toString().split('\r\n');
  expect(head).toBe(
    '\ufeff序號,類別,日期,餐次,方式,姓名,住址（樓棟）,票號,補貼規則,全價（元）,補貼（元）,憑據,憑據時間,經手人,沖減原因',
  );
  expect(one).toBe(
    `1,申報,${lastMonth()}-03,午餐,堂食,馬秋蓮,COMMUNITYBUILDING,1234,高齡助餐,12,8,到店簽到,${lastMonth()}-03 11:15,${at.staff.name},`,
  );
  expect(two).toContain(`"'=危險(""公式"")"`);
  expect(total).toBe('合計,,,,,,,,,,16,,,,');

  const xlsx = await download(at.staff, `/claims/${id}.xlsx?face=console&locale=zh-Hans`);
  expect(xlsx.response.headers.get('content-type')).toContain('spreadsheetml');
  const files = unzipped(xlsx.bytes);
  const all = [...files.values()].join('\n');
  for (const text of ['序号', '补贴（元）', '马秋莲', '馬秋蓮', '到店签到']) {
    expect([text, all.includes(text)]).toEqual([text, text !== '马秋莲']);
  }
  expect([...files.keys()]).toContain('xl/worksheets/sheet1.xml');

  const trail = await sql(
    `SELECT actor_id FROM audit_entry WHERE action = 'CLAIM_EXPORTED' AND subject_id = $1`,
    [id],
  );
  expect(trail).toMatchObject([{ actor_id: at.staff.personId }]);
});

it('is for nobody else, and nothing else is found there', async () => {
  const at = await world();
  await ate(at, await given.resident());
  const { id = '' } = await when.drafts(at);
  const stranger = (await world()).staff;
  const status = async (viewer: Viewer | undefined, path: string) => {
    const { response, bytes } = await download(viewer, path);
    expect(bytes.toString()).not.toContain('李桂蘭');
    return response.status;
  };
  expect(await status(undefined, `/claims/${id}.csv?face=console`)).toBe(401);
  expect(await status(await given.resident(), `/claims/${id}.csv?face=console`)).toBe(401);
  expect(await status(await given.resident(), `/claims/${id}.csv`)).toBe(404);
  expect(await status(stranger, `/claims/${id}.xlsx?face=console`)).toBe(404);
  expect(await status(at.staff, '/claims/nothing.csv?face=console')).toBe(404);
});

it('a cell that would be a formula is text, and quotes are doubled', async () => {
  const rows = [['=1+1', '+86', '-8', '@a', 'a"b', 'a,b', 'a\nb', -8, '蘭']];
  expect(await text(csvOf(rows))).toBe(`\ufeff'=1+1,'+86,'-8,'@a,"a""b","a,b","a\nb",-8,蘭\r\n`);
});
