import { expect, it } from '@jest/globals';
import type { PersonId } from '@linli/domain/access';
import { plainDateOf } from '@linli/domain/base';
import { testDatabase } from '../../testing/index.js';
import { cancelMeeting } from './announce.js';
import { done, lifeScenario } from './life.scenario.js';

const database = testDatabase();
const { branchOf, plans, announces, sql } = lifeScenario(database);

interface Told {
  readonly kind: string;
  readonly residentId: PersonId;
  readonly centreId: string | null;
  readonly parameters: Readonly<Record<string, string | null>>;
}
const toldOf = async (members: readonly PersonId[]): Promise<Told[]> =>
  sql(
    `SELECT kind, resident_id AS "residentId", centre_id AS "centreId", parameters FROM notice
     WHERE resident_id = ANY ($1) ORDER BY kind, resident_id`,
    [members],
  );

it('whoever is due is told once that there is a meeting, and that there is none', async () => {
  const { branch, members, secretary } = await branchOf(3);
  const meeting = done(await plans(secretary, branch, ['THEME_DAY', 'PARTY_LECTURE']));
  expect(await toldOf(members)).toEqual([]);

  done(await announces(secretary, meeting, { place: '院內涼亭' }));
  done(await announces(secretary, meeting));
  const told = await toldOf(members);
  expect(told.map(({ residentId }) => residentId)).toEqual(members.toSorted());
  expect(told[0]).toMatchObject({
    ...{ kind: 'MEETING_ANNOUNCED', centreId: null },
    parameters: { meeting: 'PARTY_LECTURE,THEME_DAY', service: '黨課、主題黨日', place: '院內涼亭' },
  });
  expect(plainDateOf(new Date(told[0]?.parameters.startsAt ?? ''))).toBe(meeting.day);

  const gone = { id: meeting.id, reason: '場地停電' };
  done(await cancelMeeting(database(), secretary, gone));
  done(await cancelMeeting(database(), secretary, gone));
  const after = await toldOf(members);
  expect(after.map(({ kind }) => kind)).toEqual([
    ...members.map(() => 'MEETING_ANNOUNCED'),
    ...members.map(() => 'MEETING_CANCELLED'),
  ]);
  expect(after.at(-1)?.parameters.reason).toBe('場地停電');
});

it('of what was planned and never announced nobody hears', async () => {
  const { branch, members, secretary } = await branchOf(2);
  const meeting = done(await plans(secretary, branch));
  done(await cancelMeeting(database(), secretary, { id: meeting.id, reason: '改期' }));
  expect(await toldOf(members)).toEqual([]);
});
