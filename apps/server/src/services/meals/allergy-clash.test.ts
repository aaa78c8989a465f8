import { expect, it } from '@jest/globals';
import { allergyAnswerId } from '@linli/domain/services/meals';
import { sealedPhone } from '../../organisation/people/index.js';
import { readEnvironment } from '../../platform/environment.js';
import { menuId, substitutionId } from '@linli/domain/services/menus';
import { newId, testApi } from '../../testing/index.js';
import { booked, bookingScenario, minutes } from '../bookings/booking.scenario.js';
import { canteen } from './canteen.scenario.js';
import { frozenBooks } from './freeze.scenario.js';

const { database, ask } = testApi();
const { given, when, storedBooking } = bookingScenario(database);
const { expectAgreement, slips } = frozenBooks(database);

const CLASHES = `query ($centre: ID!, $day: Date!) { allergyClashes(centreId: $centre, from: $day, to: $day) {
  day meal dishes allergens booking { id ticketNumber beneficiary { name } } } }`;
const ANSWER = `mutation ($input: AnswerAllergyClashInput!) { answerAllergyClash(input: $input) {
  __typename ... on AllergyAnswer { id bookingId dishes note byName } ... on Refused { code } } }`;
const SAVE = `mutation ($input: SaveMenuInput!) { saveMenu(input: $input) { __typename ... on Refused { code } } }`;

const NUMBER = `mutation ($id: ID!) { revealClashNumber(input: { bookingId: $id }) {
  __typename ... on NumberToCall { name phone } ... on Refused { code } } }`;

const dish = (name: string, allergens: string[] = []) => ({
  name,
  look: 'rice',
  allergens,
  textures: ['REGULAR'],
});

it('a menu that changes after somebody with an allergy ordered: staff are told whom to tell, until they sign', async () => {
  const { centre, tomorrow, staff } = await canteen(given);
  const { day } = tomorrow.dineIn;
  const [stored] = await database().query<{ id: string }[]>(
    'SELECT id FROM menu WHERE centre_id = $1 AND day = $2',
    [centre, day],
  );
  const id = menuId.parse(stored?.id);
  const egg = await given.resident({ name: '馬秋蓮', allergies: ['EGG'] });
  const booking = await when.hasBooked(egg, tomorrow.dineIn);
  await when.hasBooked(await given.resident(), tomorrow.dineIn);
  const told = async () => (await ask(staff, CLASHES, { centre, day })).data?.allergyClashes;
  const answers = async (note: string, answer = newId(allergyAnswerId)) =>
    (await ask(staff, ANSWER, { input: { id: answer, bookingId: booking.id, note } })).data
      ?.answerAllergyClash as { __typename: string; code?: string };

  expect(await told()).toEqual([]);
  expect(await answers('沒有')).toMatchObject({ code: 'NO_ALLERGY_CLASH' });
  expect(await storedBooking(booking)).toMatchObject({ allergy_overridden: false });

  const save = (dishes: object[]) =>
    ask(staff, SAVE, { input: { id, centreId: centre, day, meal: 'LUNCH', dishes } });
  await save([dish('番茄炒蛋', ['EGG']), dish('米飯')]);
  expect(await told()).toMatchObject([
    {
      ...{ day, meal: 'LUNCH', dishes: ['番茄炒蛋'], allergens: ['EGG'] },
      booking: { id: booking.id as string, beneficiary: { name: '馬秋蓮' } },
    },
  ]);

  const answer = newId(allergyAnswerId);
  expect(await answers('已告知，換清蒸冬瓜', answer)).toMatchObject({
    dishes: ['番茄炒蛋'],
    byName: staff.name,
  });
  expect(await answers('已告知，換清蒸冬瓜', answer)).toMatchObject({ __typename: 'AllergyAnswer' });
  expect(await answers('別的', answer)).toMatchObject({ code: 'CONFLICT' });
  expect(await told()).toEqual([]);
  expect(await storedBooking(booking)).toMatchObject({ allergy_overridden: true });
  const trail: unknown = await database().query(
    `SELECT detail FROM audit_entry WHERE subject_id = $1 AND action = 'ALLERGY_OVERRIDDEN'`,
    [booking.id],
  );
  expect(trail).toMatchObject([{ detail: { dishes: ['番茄炒蛋'], allergens: ['EGG'] } }]);

  // The dishes change once more: what was signed for was another menu.
  await save([dish('雞蛋湯', ['EGG']), dish('米飯')]);
  expect(await told()).toMatchObject([{ dishes: ['雞蛋湯'] }]);
  booked(await when.cancels(egg, booking));
  expect(await told()).toEqual([]);
  expect(await answers('太晚')).toMatchObject({ code: 'BOOKING_NOT_IN_FORCE' });
});

it('a substitution after the freeze does the same, and signing for it is a slip that the kitchen sees', async () => {
  const { centre, now, staff } = await canteen(given);
  const egg = await given.resident({ name: '馬秋蓮', allergies: ['EGG'] });
  const booking = booked(await when.walksIn(staff, now, egg));
  await database().query('UPDATE booking SET booked_at = $2 WHERE id = $1', [booking.id, minutes(-120)]);
  const at = { centreId: centre, day: now.day, meal: 'LUNCH' as const };
  await expectAgreement(at, 1);
  const [menu] = await database().query<{ id: string }[]>(
    'SELECT id FROM menu WHERE centre_id = $1 AND day = $2',
    [centre, now.day],
  );
  const input = {
    ...{ id: newId(substitutionId), menuId: menu?.id, replaced: '宮保雞丁', reason: '雞肉沒到' },
    dish: dish('番茄炒蛋', ['EGG']),
  };
  const substitute = `mutation ($input: SubstituteDishInput!) { substituteDish(input: $input) {
    ... on Menu { dishes { name } substitutions { reason byName replaced { name } } } ... on Refused { code } } }`;
  const kitchen = given.worker('KITCHEN', { centreId: centre });
  expect((await ask(kitchen, substitute, { input })).data?.substituteDish).toMatchObject({
    dishes: [{ name: '番茄炒蛋' }, { name: '小米南瓜粥' }],
    substitutions: [{ reason: '雞肉沒到', byName: kitchen.name, replaced: { name: '宮保雞丁' } }],
  });
  expect((await ask(staff, CLASHES, { centre, day: now.day })).data?.allergyClashes).toMatchObject([
    { dishes: ['番茄炒蛋'] },
  ]);
  const other = { ...given.staff(centre), name: '值班的人' };
  await ask(other, ANSWER, { input: { id: newId(allergyAnswerId), bookingId: booking.id, note: '換粥' } });
  expect(await slips(now)).toMatchObject([
    { change: -1, booking_id: booking.id, overridden: false },
    { change: 1, booking_id: booking.id, overridden: true, clashes: ['番茄炒蛋'], by_name: '值班的人' },
  ]);
  await expectAgreement(at, 1);
});

it('the number of whom to call is shown to the desk alone, while the clash is open, and that it was is on the trail', async () => {
  const { centre, now, staff } = await canteen(given);
  const egg = await given.resident({ name: '馬秋蓮', allergies: ['EGG'] });
  const booking = booked(await when.walksIn(staff, now, egg));
  const shows = async (viewer = staff) => {
    const { data, errors } = await ask(viewer, NUMBER, { id: booking.id });
    return data?.revealClashNumber ?? errors?.[0]?.extensions.code;
  };
  expect(await shows()).toMatchObject({ code: 'NO_ALLERGY_CLASH' });
  await database().query('UPDATE menu SET dishes = $2 WHERE centre_id = $1 AND day = $3', [
    ...[centre, JSON.stringify([{ ...dish('番茄炒蛋', ['EGG']), note: null }]), now.day],
  ]);
  expect(await shows()).toMatchObject({ code: 'NO_NUMBER_KNOWN' });
  const { dataKey } = readEnvironment({ PORT: '0' });
  const { phoneCipher, phoneIndex, phoneMasked } = sealedPhone(dataKey, '13512345678');
  await database().query(
    'UPDATE resident SET phone_cipher = $2, phone_index = $3, phone_masked = $4 WHERE id = $1',
    [egg.personId, phoneCipher, phoneIndex, phoneMasked],
  );

  expect(await shows()).toEqual({ __typename: 'NumberToCall', name: '馬秋蓮', phone: '13512345678' });
  expect(await shows(given.staff(await given.centre()))).toBe('NOT_FOUND');
  expect(await shows(given.worker('KITCHEN', { centreId: centre }))).toBe('FORBIDDEN');
  const trail: unknown = await database().query(
    `SELECT actor_id, subject_name, detail FROM audit_entry WHERE subject_id = $1 AND action = 'NUMBER_TO_CALL_SHOWN'`,
    [egg.personId],
  );
  expect(trail).toEqual([
    { actor_id: staff.personId, subject_name: '馬*', detail: { why: 'ALLERGY_CLASH' } },
  ]);
  await ask(staff, ANSWER, { input: { id: newId(allergyAnswerId), bookingId: booking.id, note: '換粥' } });
  expect(await shows()).toMatchObject({ code: 'NO_ALLERGY_CLASH' });
});
