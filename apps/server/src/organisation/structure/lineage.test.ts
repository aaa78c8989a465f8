import { expect, it } from '@jest/globals';
import { areaId } from '@linli/domain/organisation/structure';
import { newId, testDatabase } from '../../testing/index.js';
import { areaLineage } from './index.js';

const database = testDatabase();

it('runs from the district down to the area itself', async () => {
  const [district, town] = [newId(areaId), newId(areaId)];
  const insert = `INSERT INTO area (id, code, kind, name, official_name, parent_id, lineage)
                  VALUES ($1, $2, $3, '區', '区', $4, $5)`;
  await database().query(insert, [district, '411103', 'DISTRICT', null, [district]]);
  await database().query(insert, [town, '411103101', 'TOWN', district, [district, town]]);

  expect(await areaLineage(database(), town)).toEqual([district, town]);
  await expect(areaLineage(database(), newId(areaId))).rejects.toThrow('No such area');
  // Neither a second root nor a lineage that skips the parent.
  const second = newId(areaId);
  await expect(database().query(insert, [second, '411104', 'DISTRICT', null, [second]])).rejects.toThrow(
    'area_has_one_root',
  );
  await expect(database().query(insert, [second, '411103102', 'TOWN', district, [second]])).rejects.toThrow(
    'lineage',
  );
});
