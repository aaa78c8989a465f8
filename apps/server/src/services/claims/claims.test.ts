import { expect, it } from '@jest/globals';
import { claimId } from '@linli/domain/services/claims';
import { newId, testApi } from '../../testing/index.js';
import { claimScenario, expectSound, PAYER } from './claims.scenario.js';

const api = testApi();
const { given, when, world, ate, marked, lines, stored, sql, lastMonth, today } = claimScenario(api);

it('claims what was eaten, each meal with who says so: not who stayed away, not what nobody subsidises', async () => {
  const at = await world();
  const people = await given.residents(6);
  const [came, away, full, brought, vain, refused] = people as [
    ...[(typeof people)[0], (typeof people)[0], (typeof people)[0]],
    ...[(typeof people)[0], (typeof people)[0], (typeof people)[0]],
  ];
  const eaten = await ate(at, came);
  await ate(at, away, { came: false });
  await ate(at, full, { fen: 0 });
  const delivered = await ate(at, brought, { way: 'DELIVERY' });
  await marked(at, delivered, 'DELIVERED');
  await marked(at, await ate(at, vain, { way: 'DELIVERY' }), 'NOBODY_OPENED');
  await marked(at, await ate(at, refused, { way: 'DELIVERY' }), 'REFUSED');
  // Delivered, they say; nobody has marked it.
  await ate(at, came, { way: 'DELIVERY', nth: 5 });

  // From a page in Simplified, as a payer is chosen by name.
  const draft = await when.drafts(at, { payer: '郾城区民政局' });
  expect(draft).toMatchObject({
    state: 'DRAFT',
    number: 1,
    meals: 2,
    counters: 0,
    totalFen: 1600,
    withoutEvidence: 0,
  });
  expect(await lines(draft)).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        booking_id: eaten,
        evidence_kind: 'CHECK_IN',
        evidence_by_name: at.staff.name,
        fen: 800,
      }),
      expect.objectContaining({
        booking_id: delivered,
        evidence_kind: 'DELIVERED',
        evidence_by_name: '老魏',
      }),
    ]),
  );
  const submitted = await when.submits(at, draft);
  expect(submitted).toMatchObject({ state: 'SUBMITTED', submittedByName: at.staff.name });
  await expectSound(sql);
  const trail = await sql(`SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY sequence`, [
    draft.id,
  ]);
  expect(trail.map(({ action }) => action)).toEqual(['CLAIM_DRAFTED', 'CLAIM_SUBMITTED']);
});

it('"nobody opened" is claimed only where the rule pays for it', async () => {
  const at = await world();
  await sql(
    `INSERT INTO subsidy_rule (id, name, payer, subsidy_fen, valid_from, area_id, pays_nobody_opened)
     SELECT gen_random_uuid(), name, payer, 800, valid_from, area_id, true FROM subsidy_rule WHERE id = $1`,
    [at.rule],
  );
  const [rule] = await sql(
    `SELECT id FROM subsidy_rule WHERE pays_nobody_opened ORDER BY proposed_at DESC LIMIT 1`,
  );
  const paying = { ...at, rule: String(rule?.id) };
  await marked(at, await ate(at, await given.resident(), { way: 'DELIVERY' }), 'NOBODY_OPENED');
  await marked(at, await ate(paying, await given.resident(), { way: 'DELIVERY' }), 'NOBODY_OPENED');
  const draft = await when.drafts(at);
  expect(await lines(draft)).toMatchObject([{ evidence_kind: 'NOBODY_OPENED' }]);
});

it('a draft is gathered afresh, and submitted only when the month is over and all is still there', async () => {
  const at = await world();
  const [one, two] = [await given.resident(), await given.resident()];
  const first = await ate(at, one);
  const id = newId(claimId);
  expect(await when.drafts(at, { id })).toMatchObject({ meals: 1 });
  await ate(at, two);
  expect(await when.drafts(at, { id })).toMatchObject({ id, meals: 2 });
  expect(await when.drafts(at)).toMatchObject({ code: 'CLAIM_OPEN_ALREADY' });
  expect(await when.drafts(at, { id, payer: '別人' })).toMatchObject({ code: 'CONFLICT' });

  await sql(
    `UPDATE booking SET state = 'NO_SHOW', checked_in_at = NULL, checked_in_by = NULL WHERE id = $1`,
    [first],
  );
  const before = await stored({ id });
  expect(await when.submits(at, { id })).toMatchObject({
    code: 'CLAIM_OUTDATED',
    details: { withoutEvidence: 1 },
  });
  expect(await stored({ id })).toEqual(before);
  expect(await when.drafts(at, { id })).toMatchObject({ meals: 1, withoutEvidence: 0 });
  expect(await when.submits(at, { id })).toMatchObject({ state: 'SUBMITTED' });
  expect(await when.submits(at, { id })).toMatchObject({ state: 'SUBMITTED' });
  // Sent once more, the wish for a draft finds what it became.
  expect(await when.drafts(at, { id })).toMatchObject({ state: 'SUBMITTED', meals: 1 });

  const current = await when.drafts(at, { month: today().slice(0, 7) });
  expect(await when.submits(at, current)).toMatchObject({ code: 'MONTH_NOT_OVER' });
  const empty = await when.drafts(at, { payer: '無人付' });
  expect(await when.submits(at, empty)).toMatchObject({ code: 'CLAIM_EMPTY' });
  for (const each of [current, empty]) expect(await stored(each)).toMatchObject([{ state: 'DRAFT' }]);
  await expectSound(sql);
});

it('a submitted file never changes, whoever tries', async () => {
  const at = await world();
  await ate(at, await given.resident());
  const claim = await when.drafts(at);
  await when.submits(at, claim);
  const [line] = await lines(claim);
  expect(await when.counters(at, claim, String(line?.id))).toMatchObject({ code: 'CLAIM_NOT_A_DRAFT' });
  for (const text of [
    'UPDATE claim_line SET fen = 1 WHERE claim_id = $1',
    'DELETE FROM claim_line WHERE claim_id = $1',
    `INSERT INTO claim_line SELECT gen_random_uuid(), claim_id, booking_id, beneficiary_id, day, meal, way, rule_name, fen,
       evidence_kind, evidence_at, evidence_by, evidence_by_name FROM claim_line WHERE claim_id = $1`,
    `UPDATE claim SET payer = '別人' WHERE id = $1`,
    `UPDATE claim SET state = 'DRAFT', submitted_at = NULL, submitted_by = NULL WHERE id = $1`,
    'DELETE FROM claim WHERE id = $1',
  ]) {
    await expect(sql(text, [claim.id])).rejects.toThrow('never changed');
  }
  expect(await lines(claim)).toEqual([line]);
});

it('is answered by somebody else; what was returned is claimed again, what was accepted is not', async () => {
  const at = await world();
  const lan = await given.resident();
  await ate(at, lan);
  const claim = await when.drafts(at);
  expect(await when.accepts(at.cadre, claim)).toMatchObject({ code: 'CLAIM_NOT_SUBMITTED' });
  await when.submits(at, claim);
  expect(await when.accepts(at.staff, claim)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await when.returns(at.cadre, claim)).toMatchObject({ state: 'RETURNED', reason: '名單與簽到不符' });
  expect(await when.accepts(at.cadre, claim)).toMatchObject({ code: 'CLAIM_NOT_SUBMITTED' });
  expect(await lines(claim)).toHaveLength(1);

  const again = await when.drafts(at);
  expect(again).toMatchObject({ number: 2, meals: 1 });
  await when.submits(at, again);
  expect(await when.accepts(at.cadre, again)).toMatchObject({
    state: 'ACCEPTED',
    answeredByName: at.cadre.name,
  });
  expect(await when.returns(at.other, again)).toMatchObject({ code: 'CLAIM_NOT_SUBMITTED' });
  expect(await when.drafts(at)).toMatchObject({ number: 3, meals: 0 });
  await expectSound(sql);
});

it('a cadre who submitted it does not accept it', async () => {
  const at = await world();
  await ate(at, await given.resident());
  const claim = await when.drafts(at);
  await when.submits({ ...at, staff: at.cadre }, claim);
  expect(await when.accepts(at.cadre, claim)).toMatchObject({ code: 'CLAIM_IS_YOUR_OWN' });
  expect(await stored(claim)).toMatchObject([{ state: 'SUBMITTED', answered_at: null }]);
  expect(await when.accepts(at.other, claim)).toMatchObject({ state: 'ACCEPTED' });
});

it('corrections are counter-lines in the next: by themselves where evidence is gone, by hand with a reason', async () => {
  const at = await world();
  const [lost, wrong] = [await ate(at, await given.resident()), await ate(at, await given.resident())];
  await ate(at, await given.resident());
  const claim = await when.drafts(at);
  await when.submits(at, claim);
  await when.accepts(at.cadre, claim);
  await sql(
    `UPDATE booking SET state = 'NO_SHOW', checked_in_at = NULL, checked_in_by = NULL WHERE id = $1`,
    [lost],
  );

  const next = await when.drafts(at);
  expect(next).toMatchObject({ number: 2, meals: 0, counters: 1, totalFen: -800 });
  const line = (await lines(claim)).find(({ booking_id: id }) => id === wrong);
  const lineId = String(line?.id);
  expect(await when.counters(at, next, lineId)).toMatchObject({ counters: 2, totalFen: -1600 });
  expect(await when.counters(at, next, lineId)).toMatchObject({ counters: 2 });
  expect(await when.counters(at, next, lineId, '別的理由')).toMatchObject({
    code: 'CLAIM_LINE_NOT_STANDING',
  });
  // Gathered afresh, what was done by hand stays.
  expect(await when.drafts(at, { id: next.id })).toMatchObject({ meals: 0, counters: 2 });
  expect(await lines(next)).toMatchObject([{ fen: -800 }, { fen: -800 }]);
  expect(await when.submits(at, next)).toMatchObject({ state: 'SUBMITTED' });
  expect(await lines(claim)).toHaveLength(3);
  expect(await when.drafts(at)).toMatchObject({ number: 3, meals: 0, counters: 0 });
  await expectSound(sql);
});

it('what is wrong in a draft is taken back there, and the meal is not gathered again', async () => {
  const at = await world();
  await ate(at, await given.resident());
  await ate(at, await given.resident());
  const draft = await when.drafts(at);
  const [line] = await lines(draft);
  expect(await when.counters(at, draft, String(line?.id))).toMatchObject({
    meals: 2,
    counters: 1,
    totalFen: 800,
  });
  expect(await when.drafts(at, { id: draft.id })).toMatchObject({ meals: 2, counters: 1, totalFen: 800 });
  expect((await lines(draft)).reduce((sum, { fen }) => sum + Number(fen), 0)).toBe(800);
});

it('says beforehand what could be claimed, and of a claim its lines with masked names', async () => {
  const at = await world();
  const ma = await given.resident({ name: '馬秋蓮' });
  for (const nth of [3, 4, 5]) await ate(at, ma, { nth });
  const document = `query ($centre: ID!, $month: String!) { claimablePayers(centreId: $centre, month: $month) { payer meals fen } }`;
  const { data } = await api.ask(at.staff, document, { centre: at.centre, month: lastMonth() });
  expect(data?.claimablePayers).toEqual([{ payer: PAYER, meals: 3, fen: 2400 }]);

  const draft = await when.drafts(at);
  const page = `query ($id: ID!, $after: String) { claimLines(id: $id, first: 2, after: $after) {
    endCursor lines { name day fen evidenceKind evidenceByName } } }`;
  const ask = async (after: string | null) =>
    (await api.ask(at.staff, page, { id: draft.id, after })).data?.claimLines as {
      endCursor: string | null;
      lines: { name: string; day: string }[];
    };
  const one = await ask(null);
  const two = await ask(one.endCursor);
  expect([...one.lines, ...two.lines].map(({ name }) => name)).toEqual(['馬*', '馬*', '馬*']);
  expect(new Set([...one.lines, ...two.lines].map(({ day }) => day)).size).toBe(3);
  expect(two.endCursor).toBeNull();
});
