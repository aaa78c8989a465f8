import '../../testing/production.js';
import { beforeAll, expect, it } from '@jest/globals';
import { type PersonId, personId, type Viewer } from '@linli/domain/access';
import { newUuid, transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { newId, testApi } from '../../testing/index.js';
import { DOCUMENTS, verb } from './flat-documents.scenario.js';
import { pointInputs } from './points-operations.scenario.js';
import { flatTable, WHO } from './flat-table.scenario.js';
import { lastWritten } from './refusal-driver.scenario.js';

const api = testApi();
const { database, ask, listen } = api;
const { given, today } = bookingScenario(database);

interface Answered {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}
const MARKS: Readonly<Record<string, string>> = { NOT_FOUND: '-', FORBIDDEN: 'x', UNAUTHENTICATED: '!' };
function markOf({ data, errors }: Answered): string {
  const code = errors?.[0]?.extensions?.code;
  if (code !== undefined) return MARKS[code] ?? code;
  return data ? '+' : 'nothing';
}

/** The first answer of a subscription. */
async function hear(viewer: Viewer | undefined, query: string, variables: object): Promise<Answered> {
  const client = await listen(viewer);
  try {
    for await (const answer of client.iterate({ query, variables: { ...variables } }))
      return answer as Answered;
    return {};
  } catch (error) {
    return { errors: error as Answered['errors'] & object };
  } finally {
    await client.dispose();
  }
}

let viewers: Readonly<Record<string, Viewer | undefined>>;
let elder: PersonId;
let variables: Record<string, unknown>;

async function givenEnded(area: string): Promise<Viewer> {
  const viewer: Viewer = {
    ...{ personId: newId(personId), face: 'CONSOLE', name: '前任', duties: [], caresFor: [] },
  };
  await database().query(
    `INSERT INTO account (id, account, name, password_hash, must_change_password)
     VALUES ($1, 'former', '前任', 'none', false)`,
    [viewer.personId],
  );
  await database().query(
    `INSERT INTO duty (id, account_id, role, area_id, valid_from, valid_to)
     VALUES ($1, $2, 'DISTRICT_CADRE', $3, '2020-01-01', (now() AT TIME ZONE 'Asia/Shanghai')::date - 1)`,
    [newUuid(), viewer.personId, area],
  );
  return viewer;
}

beforeAll(async () => {
  const { district, street, community, building } = await given.tree();
  await database().query(
    `INSERT INTO area_version (area_id, kind, name, code, official_name, parent_id)
     SELECT id, kind, name, code, official_name, parent_id FROM area`,
  );
  const organisation = newUuid();
  for (const text of [
    `INSERT INTO organisation (id, kind, name, lineage) VALUES ($1, 'DISTRICT_COMMITTEE', '區委', ARRAY[$1::uuid])`,
    `INSERT INTO organisation_version (organisation_id, kind, name) VALUES ($1, 'DISTRICT_COMMITTEE', '區委')`,
  ])
    await database().query(text, [organisation]);
  const centre = await given.usualCentre();
  const service = await given.service();
  const session = await given.session({ service });
  const screen: Viewer = { ...given.worker('SCREEN', { centreId: centre }), face: 'SCREEN' };
  await database().query(
    `INSERT INTO screen (id, name, centre_id, paired_by) VALUES ($1, '大廳', $2, '甲')`,
    [screen.personId, centre],
  );
  elder = (await given.resident()).personId;
  const revoked = await given.resident();
  await database().query(
    `INSERT INTO carer_grant (id, elder_id, carer_id, scopes, ends_at, revoked_at)
     VALUES ($1, $2, $3, '{BOOKINGS,HEALTH,CONTACTS}', now() + interval '1 day', now())`,
    [newUuid(), elder, revoked.personId],
  );
  for (const subjectId of [centre, screen.personId])
    await transaction(database(), (tx) => recordEvent(tx, { name: 'test', subjectId, payload: {} }));
  viewers = {
    district: given.worker('DISTRICT_CADRE', { areaId: district }),
    town: given.worker('TOWN_CADRE', { areaId: street }),
    community: given.worker('COMMUNITY_CADRE', { areaId: community }),
    branch: given.worker('BRANCH_SECRETARY', { areaId: building }),
    grid: given.worker('GRID_LEAD', { areaId: building }),
    building: given.worker('BUILDING_LEAD', { areaId: building }),
    staff: given.staff(centre),
    kitchen: given.worker('KITCHEN', { centreId: centre }),
    volunteer: given.worker('DELIVERY_VOLUNTEER', { centreId: centre }),
    worker: given.worker('HOME_WORKER', { centreId: centre }),
    resident: await given.resident(),
    ...{ screen, nobody: undefined, ended: await givenEnded(district), revoked },
  };
  for (const viewer of Object.values(viewers)) {
    if (!viewer) continue;
    const { personId: subjectId } = viewer;
    await transaction(database(), (tx) => recordEvent(tx, { name: 'test', subjectId, payload: {} }));
  }
  // Somebody else's session: nobody of these may end it.
  const other = given.worker('DISTRICT_CADRE', { areaId: district });
  await ask(other, '{ me { id } }');
  const [sign] = await database().query<{ id: string }[]>('SELECT id FROM sign_in WHERE person_id = $1', [
    other.personId,
  ]);
  const inputs: Readonly<Record<string, object>> = {
    reportScreen: { version: '1', resolution: '1920x1080' },
    publishRatingTemplate: {
      ...{ id: newUuid(), setKey: 'TEST', name: '試', kinds: ['ESTATE_BRANCH'], validFrom: '2026-01-01' },
      ...{ documentNumber: '1號', classAFrom: 2, classBFrom: 1 },
      stars: [{ name: '星', passPoints: 1, criteria: [{ text: '項', points: 1 }] }],
    },
    ...pointInputs(),
    savePreferences: { language: 'en', elderMode: true },
    markNoticesRead: {},
    ...{ makeCalendarFeed: { id: newUuid() }, revokeCalendarFeed: { id: newUuid() } },
    requestCareCode: { elderId: elder },
    ...{ askLeave: { id: newUuid(), reason: '住院' }, confirmAttendance: { code: 'none' } },
    revokeSession: { id: sign?.id },
    ...{
      startTotp: { password: 'geheim' },
      stopTotp: { password: 'geheim' },
      confirmTotp: { code: '123456' },
    },
    changePassword: { current: 'geheim', next: '鄰里中心今天有紅燒肉' },
  };
  variables = {
    ...{ area: community, organisation, centre, service, session: session.id, day: today(), inputs },
  };
});

const inputOf = (operation: string) => (variables.inputs as Record<string, object>)[operation];
const secrets = () =>
  database().query<object[]>(
    `SELECT id, password_hash, totp_secret, totp_pending, totp_confirmed FROM account WHERE name <> '周秀芬' ORDER BY id`,
  );
const openSignIns = (before: Date) =>
  database().query<object[]>(
    `SELECT id, ends_at FROM sign_in WHERE signed_in_at < $1 AND ends_at > now() ORDER BY id`,
    [before],
  );

it.each(Object.entries(flatTable))(
  '%s is for whom the table says',
  async (operation, marks) => {
    const got: Record<string, string> = {};
    for (const name of WHO) {
      const viewer = viewers[name];
      const document = DOCUMENTS[operation] ?? '';
      const given = { ...variables, inputs: undefined, input: inputOf(operation) };
      const began = new Date();
      const before = [await lastWritten(database()), await openSignIns(began), await secrets()];
      const answer = document.startsWith('subscription')
        ? await hear(viewer, document, given)
        : await ask(viewer, document, given);
      got[name] = markOf(answer);
      if (got[name] === '+') continue;
      expect([await lastWritten(database()), await openSignIns(began), await secrets()]).toEqual(before);
    }
    expect(got).toEqual(Object.fromEntries(WHO.map((name, i) => [name, marks[i]])));
  },
  60_000,
);

it('the table has every operation that is tried, and every role', () => {
  expect(Object.keys(DOCUMENTS).toSorted()).toEqual(Object.keys(flatTable).toSorted());
  expect(Object.values(flatTable).every((marks) => marks.length === WHO.length)).toBe(true);
});

it('my people are mine: a grant that was taken back gives nobody', async () => {
  const { data } = await ask(viewers.revoked, DOCUMENTS.myPeople ?? '');
  expect(data?.myPeople).toEqual([{ id: viewers.revoked?.personId }]);
  expect(JSON.stringify(data)).not.toContain(elder);
});

it('an open door of the own account asks for the password: without it nothing changes', async () => {
  for (const field of ['startTotp', 'stopTotp', 'changePassword']) {
    const { data } = await ask(viewers.staff, verb(field), { input: inputOf(field) });
    expect(data?.[field]).toMatchObject({ refusal: 'CREDENTIALS_WRONG' });
  }
  const [row] = await database().query<object[]>(
    'SELECT password_hash, totp_secret, totp_pending, totp_confirmed FROM account WHERE id = $1',
    [viewers.staff?.personId],
  );
  expect(row).toEqual({
    password_hash: 'none',
    totp_secret: null,
    totp_pending: null,
    totp_confirmed: false,
  });
});
