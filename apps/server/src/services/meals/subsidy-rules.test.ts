import { expect, it } from '@jest/globals';
import { addDays } from '@linli/domain/base';
import { subsidyRuleId } from '@linli/domain/services/pricing';
import { newId, testApi } from '../../testing/index.js';
import { bookingScenario, bornYearsAgo } from '../bookings/booking.scenario.js';
import { canteen } from './canteen.scenario.js';

const { database, ask } = testApi();
const { given, when, today, storedBooking } = bookingScenario(database);

const RULE = '... on SubsidyRule { id validFrom validTo subsidyFen endedAt } ... on Refused { code details }';
const PROPOSE = `mutation ($input: ProposeSubsidyRuleInput!) { proposeSubsidyRule(input: $input) { __typename ${RULE} } }`;
const END = `mutation ($input: EndSubsidyRuleInput!) { endSubsidyRule(input: $input) { __typename ${RULE} } }`;
const PREVIEW = `query ($rule: SubsidyRuleToPreview!) { previewSubsidyRule(rule: $rule) {
  meals people subsidyBeforeFen subsidyAfterFen payers { payer beforeFen afterFen } } }`;

const inDays = (days: number) => addDays(today(), days);

async function office() {
  const { district, street, community, otherCommunity } = await given.tree();
  const cadre = given.worker('TOWN_CADRE', { areaId: street });
  const rule = (unlike: object = {}) => ({
    ...{ id: newId(subsidyRuleId), name: '重陽加補', payer: '沙北街道', minAge: 70, areaId: community },
    ...{ subsidyFen: 900, additive: false, paysNobodyOpened: false, validFrom: inDays(1), validTo: null },
    ...unlike,
  });
  const send = async (document: string, input: object, viewer = cadre) => {
    const { data, errors } = await ask(viewer, document, { input });
    return (errors?.[0]?.extensions ?? Object.values(data ?? {})[0]) as Record<string, unknown>;
  };
  const stored = (id: string) =>
    database().query<Record<string, unknown>[]>('SELECT * FROM subsidy_rule WHERE id = $1', [id]);
  return { cadre, rule, send, stored, district, street, community, otherCommunity };
}

it('a cadre proposes a rule for their area and ends it, on record, and what was booked stays as it was priced', async () => {
  const { cadre, rule, send, stored } = await office();
  const { tomorrow } = await canteen(given);
  const [before, after] = [await given.resident(), await given.resident()];
  const early = await when.hasBooked(before, tomorrow.dineIn);
  expect(early).toMatchObject({ subsidyFen: 0 });

  const input = rule();
  expect(await send(PROPOSE, input)).toMatchObject({ __typename: 'SubsidyRule', validFrom: inDays(1) });
  expect(await send(PROPOSE, input)).toMatchObject({ __typename: 'SubsidyRule' });
  expect(await send(PROPOSE, { ...input, subsidyFen: 901 })).toMatchObject({ code: 'CONFLICT' });
  const late = await when.hasBooked(after, tomorrow.dineIn);
  expect(late).toMatchObject({ subsidyFen: 900, ruleName: '重陽加補', payer: '沙北街道' });
  expect(await storedBooking(early)).toMatchObject({ subsidy_fen: 0, rule_id: null });

  const end = { id: input.id, lastDay: today(), reason: '預算用完' };
  // It has not begun: it never does.
  expect(await send(END, end)).toMatchObject({ __typename: 'SubsidyRule', validTo: today() });
  expect(await send(END, end)).toMatchObject({ __typename: 'SubsidyRule', validTo: today() });
  expect(await when.hasBooked(await given.resident(), tomorrow.pickUp)).toMatchObject({ subsidyFen: 0 });
  expect(await storedBooking(late)).toMatchObject({ subsidy_fen: 900, rule_name: '重陽加補' });
  expect(await stored(input.id)).toMatchObject([
    {
      subsidy_fen: 900,
      planned_to: null,
      ended_by: cadre.name,
      end_reason: '預算用完',
      proposed_by: cadre.name,
    },
  ]);
  const trail = await database().query<{ action: string }[]>(
    'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY sequence',
    [input.id],
  );
  expect(trail.map(({ action }) => action)).toEqual(['SUBSIDY_RULE_PROPOSED', 'SUBSIDY_RULE_ENDED']);
});

it('refuses the past, a price below zero, and areas of others; the rows stay as they were', async () => {
  const { rule, send, stored, district, otherCommunity } = await office();
  await canteen(given);
  for (const [unlike, code] of [
    [{ validFrom: today() }, 'RULE_IN_THE_PAST'],
    [{ validFrom: inDays(-30) }, 'RULE_IN_THE_PAST'],
    [{ subsidyFen: 1201 }, 'PRICE_BELOW_ZERO'],
    [{ subsidyFen: 0 }, 'BAD_USER_INPUT'],
    [{ subsidyFen: -900 }, 'BAD_USER_INPUT'],
    [{ areaId: district }, 'NOT_FOUND'],
    [{ areaId: otherCommunity }, 'NOT_FOUND'],
  ] as const) {
    const input = rule(unlike);
    expect([unlike, await send(PROPOSE, input)]).toMatchObject([unlike, { code }]);
    expect(await stored(input.id)).toEqual([]);
  }
});

it('a rule that began changes in nothing but its end, which is never in the past and never later', async () => {
  const { send, stored, rule, street, district } = await office();
  const [older, everywhere] = [newId(subsidyRuleId), newId(subsidyRuleId)];
  for (const [id, area] of [
    [older, street],
    [everywhere, null],
  ]) {
    await database().query(
      `INSERT INTO subsidy_rule (id, name, payer, area_id, subsidy_fen, valid_from) VALUES ($1, '老規則', '區', $2, 100, '2020-01-01')`,
      [id, area],
    );
  }
  const end = (lastDay: string, id = older) => ({ id, lastDay, reason: '調整' });
  const before = await stored(older);
  expect(await send(END, end(inDays(-1)))).toMatchObject({ code: 'RULE_IN_THE_PAST' });
  expect(await send(PROPOSE, rule({ id: older }))).toMatchObject({ code: 'CONFLICT' });
  expect(await send(END, end(today(), everywhere))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stored(older)).toEqual(before);
  for (const set of [
    `subsidy_fen = 1`,
    `valid_from = '2019-01-01'`,
    `valid_to = '2020-02-01'`,
    `payer = '別人'`,
  ]) {
    await expect(database().query(`UPDATE subsidy_rule SET ${set} WHERE id = $1`, [older])).rejects.toThrow(
      'only ended',
    );
  }
  await expect(database().query('DELETE FROM subsidy_rule WHERE id = $1', [older])).rejects.toThrow(
    'only ended',
  );
  expect(await stored(older)).toEqual(before);

  expect(await send(END, end(inDays(3)))).toMatchObject({ validTo: inDays(3) });
  expect(await send(END, end(inDays(5)))).toMatchObject({ code: 'RULE_ENDS_ALREADY' });
  expect(await stored(older)).toMatchObject([{ valid_to: inDays(3) }]);
  const all = given.worker('DISTRICT_CADRE', { areaId: district });
  expect(await send(END, end(today(), everywhere), all)).toMatchObject({ validTo: today() });
});

it('says beforehand what a rule would do to the next week, by payer, and writes nothing', async () => {
  const { cadre, rule } = await office();
  const { tomorrow } = await canteen(given);
  await database().query(
    `INSERT INTO subsidy_rule (id, name, payer, min_age, subsidy_fen, valid_from) VALUES ($1, '75 歲', '區民政局', 75, 400, '2020-01-01')`,
    [newId(subsidyRuleId)],
  );
  for (const age of [68, 78, 79]) {
    await when.hasBooked(await given.resident({ birthDate: bornYearsAgo(age) }), tomorrow.dineIn);
  }
  const input = rule({
    payer: '試算街道',
    subsidyFen: 1000,
    minAge: 79,
    areaId: (await given.tree()).community,
  });
  const { data } = await ask(cadre, PREVIEW, { rule: input });
  const effect = data?.previewSubsidyRule as { payers: { payer: string }[]; people: number };
  expect(effect.people).toBe(1);
  expect(effect.payers.find(({ payer }) => payer === '試算街道')).toEqual({
    ...{ payer: '試算街道', beforeFen: 0, afterFen: 1000 },
  });
  expect(effect.payers.find(({ payer }) => payer === '區民政局')).toMatchObject({
    beforeFen: 400,
    afterFen: 0,
  });
  expect(await database().query('SELECT FROM subsidy_rule WHERE id = $1', [input.id])).toEqual([]);
});

it('a payer that is chosen on a page in Simplified is the one that is known', async () => {
  const { rule, send, stored } = await office();
  await canteen(given);
  await send(PROPOSE, rule({ payer: '郾城區民政局' }));
  const second = rule({ payer: '郾城区民政局' });
  await send(PROPOSE, second);
  expect(await stored(second.id)).toMatchObject([{ payer: '郾城區民政局' }]);
});
