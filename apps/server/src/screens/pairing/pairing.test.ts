import '../../testing/production.js';
import { beforeEach, expect, it } from '@jest/globals';
import type { CentreId, Viewer } from '@linli/domain/access';
import { screenId } from '@linli/domain/screens';
import { transaction } from '../../platform/database/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { atOnce, browser, newId, testApi } from '../../testing/index.js';

const { database, url, ask } = testApi();
const { given } = bookingScenario(database);

const START = `mutation { startPairing(input: { resolution: "1920x1080", version: "1.0.0" }) {
  __typename ... on Pairing { code secret } ... on Refused { refusal: code } } }`;
const STATUS = 'query ($secret: String!) { pairingStatus(secret: $secret) { state } }';
const CLAIM = `mutation ($secret: String!) { claimScreen(input: { secret: $secret }) {
  ... on Screen { id name } ... on Refused { code } } }`;
const ME = '{ me { id face name duties { role centre { id } area { id } } actions } }';
const screenVerb = (field: string, type: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) {
    ... on Screen { id name revokedAt lastError } ... on Refused { code } } }`;
const PAIR = screenVerb('pairScreen', 'PairScreenInput');
const RENAME = screenVerb('renameScreen', 'RenameScreenInput');
const REVOKE = screenVerb('revokeScreen', 'RevokeScreenInput');
const REPORT = screenVerb('reportScreen', 'ReportScreenInput');

let centre: CentreId;
let staff: Viewer;
beforeEach(async () => {
  // All walls of a test stand behind one address, and only so many may wait there.
  await database().query('DELETE FROM pairing');
  centre = await given.centre();
  staff = given.staff(centre);
});

/** A wall that shows its code. */
async function newWall() {
  const wall = browser(url, 'SCREEN');
  const { data } = await wall.ask(START);
  const { code, secret } = data.startPairing as { code: string; secret: string };
  return {
    ...{ wall, code, secret },
    state: async () => (await wall.ask(STATUS, { secret })).data.pairingStatus?.state,
    claim: async () => (await wall.ask(CLAIM, { secret })).data.claimScreen,
  };
}

const pair = async (viewer: Viewer, input: object) => {
  const wish = { id: newId(screenId), name: '一樓大廳', centreId: centre, ...input };
  const { data, errors } = await ask(viewer, PAIR, { input: wish });
  return (data?.pairScreen ?? errors?.[0]?.extensions) as { id?: string; code?: string };
};
const screens = async (where = '1 = 1', ...values: unknown[]) =>
  database().query<Record<string, unknown>[]>(`SELECT * FROM screen WHERE ${where} ORDER BY id`, values);
const audited = async (subject: string) =>
  (
    await database().query<{ action: string }[]>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY sequence',
      [subject],
    )
  ).map(({ action }) => action);

async function standingWall() {
  const wall = await newWall();
  const { id = '' } = await pair(staff, { code: wall.code });
  await wall.claim();
  return { ...wall, id };
}

it('a wall waits, is paired at the console, takes its session once, and may show its scene and nothing else', async () => {
  const { wall, code, secret, state, claim } = await newWall();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  expect(await state()).toBe('WAITING');
  expect(await claim()).toEqual({ code: 'PAIRING_EXPIRED' });
  expect(wall.jar.size).toBe(0);

  const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`;
  const { id } = await pair(staff, { code: typed });
  expect(await state()).toBe('PAIRED');
  expect(await claim()).toEqual({ id, name: '一樓大廳' });
  expect(wall.jar.size).toBe(1);
  expect((await wall.ask(ME)).data.me).toEqual({
    ...{ id, face: 'SCREEN', name: '一樓大廳', actions: ['SHOW_SCENE'] },
    duties: [{ role: 'SCREEN', centre: { id: centre }, area: null }],
  });

  expect(await claim()).toEqual({ code: 'PAIRING_EXPIRED' });
  const thief = browser(url, 'SCREEN');
  expect((await thief.ask(CLAIM, { secret })).data.claimScreen).toEqual({ code: 'PAIRING_EXPIRED' });
  expect(thief.jar.size).toBe(0);
  const sessions = await database().query<object[]>('SELECT FROM sign_in WHERE person_id = $1', [id]);
  expect(sessions).toHaveLength(1);
  expect(await audited(id ?? '')).toEqual(['SCREEN_PAIRED']);
});

it('a wrong code pairs nothing, an expired one neither, and its wall learns that it must begin anew', async () => {
  const { code, state, claim } = await newWall();
  const wrong = code.endsWith('2') ? `${code.slice(0, 5)}3` : `${code.slice(0, 5)}2`;
  expect(await pair(staff, { code: wrong })).toEqual({ code: 'PAIRING_CODE_WRONG' });
  await database().query('UPDATE pairing SET expires_at = now()');
  expect(await pair(staff, { code })).toEqual({ code: 'PAIRING_EXPIRED' });
  expect(await state()).toBe('EXPIRED');
  expect(await claim()).toEqual({ code: 'PAIRING_EXPIRED' });
  expect(await screens('centre_id = $1', centre)).toEqual([]);
});

it('whoever tries codes is stopped, and the wall can still be paired by another', async () => {
  const { code } = await newWall();
  const codes = [];
  for (let i = 0; i < 10; i += 1) codes.push((await pair(staff, { code: '222222' })).code);
  expect(new Set(codes)).toEqual(new Set(['PAIRING_CODE_WRONG']));
  expect(await pair(staff, { code })).toEqual({ code: 'TOO_MANY_TRIES' });
  expect(await screens('centre_id = $1', centre)).toEqual([]);
  expect(await pair(given.staff(centre), { code })).toMatchObject({ name: '一樓大廳' });
});

it('so many walls may wait behind one address, and no more', async () => {
  const wall = browser(url, 'SCREEN');
  const answers = [];
  for (let i = 0; i < 21; i += 1) answers.push((await wall.ask(START)).data.startPairing?.__typename);
  expect(answers).toEqual([...Array.from({ length: 20 }, () => 'Pairing'), 'Refused']);
});

it('out of reach there is no such place, and the code stays good', async () => {
  const { code, state } = await newWall();
  const { street } = await given.tree();
  const elsewhere = await given.centre();
  expect(await pair(staff, { code, centreId: elsewhere })).toEqual({ code: 'NOT_FOUND' });
  expect(await pair(staff, { code, centreId: null, areaId: street })).toEqual({ code: 'NOT_FOUND' });
  expect(await screens('centre_id = ANY ($1) OR area_id = $2', [centre, elsewhere], street)).toEqual([]);
  expect(await state()).toBe('WAITING');
  expect(await pair(staff, { code })).toMatchObject({ name: '一樓大廳' });
});

it('the same wish again is the same screen; the id for another name or place is refused', async () => {
  const { code } = await newWall();
  const id = newId(screenId);
  const cadre = given.worker('DISTRICT_CADRE', { areaId: (await given.tree()).district });
  const first = await pair(cadre, { id, code });
  const standing = await screens('id = $1', id);
  expect(await pair(cadre, { id, code })).toEqual(first);
  expect(await pair(cadre, { id, code, name: '二樓' })).toEqual({ code: 'CONFLICT' });
  expect(await pair(cadre, { id, code, centreId: await given.centre() })).toEqual({ code: 'CONFLICT' });
  expect(await screens('id = $1', id)).toEqual(standing);
  expect(await audited(id)).toEqual(['SCREEN_PAIRED']);
});

it('revoking ends the session of the wall, once, and it is never claimed again', async () => {
  const { wall, id } = await standingWall();
  const revoke = async () => (await ask(staff, REVOKE, { input: { id } })).data?.revokeScreen;
  const first = (await revoke()) as { revokedAt: string };
  expect(first.revokedAt).toMatch(/^\d{4}-/);
  expect((await wall.ask(ME)).data.me).toBeNull();
  expect((await wall.ask('{ scene { __typename } }')).codes).toEqual(['UNAUTHENTICATED']);
  expect(await revoke()).toEqual(first);
  expect(await audited(id)).toEqual(['SCREEN_PAIRED', 'SCREEN_REVOKED']);
  const { data } = await ask(staff, RENAME, { input: { id, name: '新名' } });
  expect(data?.renameScreen).toEqual({ code: 'SCREEN_REVOKED' });

  const unclaimed = await newWall();
  const { id: second } = await pair(staff, { code: unclaimed.code });
  await ask(staff, REVOKE, { input: { id: second } });
  expect(await unclaimed.claim()).toEqual({ code: 'SCREEN_REVOKED' });
  expect(unclaimed.wall.jar.size).toBe(0);
});

it('a report says that the wall lives, and keeps the last fault', async () => {
  const { wall, id } = await standingWall();
  const report = async (more: object) => {
    const input = { version: '1.0.1', resolution: '3840x2160@2', ...more };
    return (await wall.ask(REPORT, { input })).data.reportScreen;
  };
  await database().query(`UPDATE screen SET last_seen_at = now() - interval '1 hour' WHERE id = $1`, [id]);
  const online = async () => {
    const { data } = await ask(staff, '{ screens { id online version lastError } }');
    return (data?.screens as { id: string }[]).find((screen) => screen.id === id);
  };
  expect(await online()).toMatchObject({ online: false, version: '1.0.0' });
  expect(await report({ error: '網絡中斷' })).toMatchObject({ lastError: '網絡中斷' });
  expect(await report({})).toMatchObject({ lastError: '網絡中斷' });
  expect(await online()).toEqual({ id, online: true, version: '1.0.1', lastError: '網絡中斷' });
});

/** Two consoles with one code, both before the wall's row when it is let go. */
const race = async (attempts: readonly (() => Promise<unknown>)[]) =>
  atOnce(database(), 2, (tx) => tx.query('SELECT FROM pairing FOR UPDATE'), attempts);

it('two consoles that enter one code at once pair one screen', async () => {
  const { code, claim } = await newWall();
  const other = given.staff(centre);
  const results = await race([() => pair(staff, { code }), () => pair(other, { code })]);
  const answers = results.map((result) =>
    result.status === 'fulfilled' ? result.value : String(result.reason),
  );
  expect(answers).toContainEqual({ code: 'PAIRING_CODE_WRONG' });
  const standing = await screens('centre_id = $1', centre);
  expect(standing).toHaveLength(1);
  expect(await claim()).toMatchObject({ id: standing[0]?.id });
});

it('the same wish from two consoles at once is answered twice with the one screen', async () => {
  const { code } = await newWall();
  const id = newId(screenId);
  await ask(staff, ME);
  const results = await race([() => pair(staff, { id, code }), () => pair(staff, { id, code })]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : null))).toEqual([
    expect.objectContaining({ id }),
    expect.objectContaining({ id }),
  ]);
});

it('control: this race pairs two when the row is not locked at the first look', async () => {
  const { code } = await newWall();
  const unguarded = () =>
    transaction(database(), async (tx) => {
      const [waiting] = await tx.query<object[]>(
        'SELECT FROM pairing WHERE code = $1 AND screen_id IS NULL',
        [code],
      );
      if (!waiting) return;
      const id = newId(screenId);
      await tx.query(`INSERT INTO screen (id, name, centre_id, paired_by) VALUES ($1, '甲', $2, '甲')`, [
        id,
        centre,
      ]);
      await tx.query('UPDATE pairing SET screen_id = $1 WHERE code = $2', [id, code]);
    });
  await race([unguarded, unguarded]);
  expect(await screens('centre_id = $1', centre)).toHaveLength(2);
});
