import { expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { newId, testApi } from '../../testing/index.js';
import { meetingId } from '@linli/domain/organisation/life';
import { lifeScenario } from './life.scenario.js';

const api = testApi();
const { branchOf } = lifeScenario(() => api.database());
const sql = (text: string, values: unknown[] = []) =>
  api.database().query<Record<string, unknown>[]>(text, values);

it('who was due goes out with how each was there, to who may see it, and is on the trail', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const stranger = (await branchOf(1)).secretary;
  const id = newId(meetingId);
  await sql(
    `INSERT INTO meeting (id, organisation_id, day, starts_at, place, minutes, planned_by)
     VALUES ($1, $2, '2026-03-05', '2026-03-05 15:00+08', '活動室', 60, '測試')`,
    [id, branch],
  );
  await sql(
    `INSERT INTO meeting_roster (meeting_id, resident_id, voting, exempt, mark, reason, marked_at, made_up_on)
     SELECT $1, id, nth < 3, false, (ARRAY['PRESENT', 'LEAVE', NULL])[nth], (ARRAY[NULL, '出差', NULL])[nth],
       CASE WHEN nth < 3 THEN now() END, CASE nth WHEN 2 THEN DATE '2026-03-20' END
     FROM unnest($2::uuid[]) WITH ORDINALITY AS member (id, nth)`,
    [id, members],
  );
  const path = `/attendance/${id}.xlsx?face=console&locale=zh-Hant`;
  const response = await api.get(secretary, path);
  expect(response.status).toBe(200);
  const [headings, ...lines] = await readSheet(Buffer.from(await response.arrayBuffer()));
  expect(headings).toEqual(['姓名', '表決權', '到會', '簽到方式', '事由', '補課日期']);
  expect(lines.map((line) => line.slice(1)).toSorted()).toEqual(
    [
      ['有', '到會', '點名', null, null],
      ['有', '請假', '點名', '出差', '2026-03-20'],
      ['無', '未登記', null, null, null],
    ].toSorted(),
  );
  expect((await api.get(undefined, path)).status).toBe(401);
  expect((await api.get(stranger, path)).status).toBe(404);
  const trail = await sql(`SELECT detail FROM audit_entry WHERE action = 'ATTENDANCE_EXPORTED'`);
  expect(trail).toMatchObject([{ detail: { count: 3 } }]);
});
