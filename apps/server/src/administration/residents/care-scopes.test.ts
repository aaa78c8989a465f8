import '../../testing/production.js';
import { expect, it } from '@jest/globals';
import { type CareScope, type PersonId, personId, type Viewer } from '@linli/domain/access';
import { residentsByIds } from '../../organisation/people/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { newId, testApi } from '../../testing/index.js';

const api = testApi();
const { given } = bookingScenario(api.database);

it('a carer knows of somebody’s health what the grant says, and books only when it says so', async () => {
  const { personId: lan }: { readonly personId: PersonId } = await given.resident({
    ...{ name: '王桂蘭', needs: ['LIVING_ALONE'], allergies: ['EGG'] },
  });
  const nobodys = await given.resident();
  const carer = (...scopes: CareScope[]): Viewer => ({
    ...{ ...nobodys, personId: newId(personId), caresFor: [{ personId: lan, scopes }] },
  });
  const seenBy = async (viewer: Viewer) => (await residentsByIds(api.database(), viewer, [{ id: lan }]))[0];
  const closed = { name: '王桂蘭', careNeeds: [], allergies: [] };
  expect(await seenBy(carer('BOOKINGS'))).toMatchObject(closed);
  expect(await seenBy(carer('CONTACTS'))).toMatchObject(closed);
  expect(await seenBy(carer('HEALTH'))).toMatchObject({ careNeeds: ['LIVING_ALONE'], allergies: ['EGG'] });
  const mine = async (viewer: Viewer) => (await api.ask(viewer, '{ myPeople { id } }')).data?.myPeople;
  expect(await mine(carer('BOOKINGS'))).toEqual([{ id: lan }]);
  expect(await mine(carer('HEALTH', 'CONTACTS'))).toEqual([]);
});
