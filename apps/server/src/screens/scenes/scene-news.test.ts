import { expect, it } from '@jest/globals';
import { transaction } from '../../platform/database/index.js';
import { recordEvent } from '../../platform/events/index.js';
import { bookingScenario } from '../../services/bookings/booking.scenario.js';
import { canteen } from '../../services/meals/canteen.scenario.js';
import { testApi } from '../../testing/index.js';
import { SCENE, sceneScenario } from './scene.scenario.js';

const { database, ask, listen } = testApi();
const { given, when } = bookingScenario(database);
const { screen } = sceneScenario(database);
const NEWS = 'subscription ($after: String) { sceneNews(after: $after) { cursor name subjectId } }';

interface News {
  readonly data?: { sceneNews: { cursor: string; name: string; subjectId: string } } | null;
}
const tell = (name: string, subjectId: string) =>
  transaction(database(), (tx) => recordEvent(tx, { name, subjectId, payload: {} }));
const cursorOf = async (...asked: Parameters<typeof ask>) =>
  ((await ask(...asked)).data?.scene as { cursor: string }).cursor;

it('a booking reaches the wall of its centre and of its area, from the cursor of the scene on, and no other', async () => {
  const { centre, now, staff } = await canteen(given);
  const { street, otherStreet } = await given.tree();
  const walls = [
    await screen({ centreId: centre }),
    await screen({ areaId: street }),
    await screen({ areaId: otherStreet }),
    await screen({ centreId: await given.centre() }),
  ];
  const cursors = await Promise.all(walls.map((wall) => cursorOf(wall, SCENE)));
  await when.walksIn(staff, now, await given.resident());
  for (const wall of walls) await tell('test.last', wall.personId);

  const heard = await Promise.all(
    walls.map(async (wall, i) => {
      const client = await listen(wall);
      const names: string[] = [];
      for await (const { data } of client.iterate({
        query: NEWS,
        variables: { after: cursors[i] },
      }) as AsyncIterable<News>) {
        if (data?.sceneNews.name === 'test.last') break;
        names.push(data?.sceneNews.name ?? 'none');
      }
      await client.dispose();
      return names;
    }),
  );
  expect(heard[0]).toEqual(['bookings.booked', 'bookings.checked-in']);
  expect(heard[1]).toEqual(heard[0]);
  expect(heard.slice(2)).toEqual([[], []]);
});

it('the trees reach the walls of areas by the root', async () => {
  const { district, otherStreet } = await given.tree();
  const wall = await screen({ areaId: otherStreet });
  const after = await cursorOf(wall, SCENE);
  await tell('structure.changed', district);
  const client = await listen(wall);
  const [first] = await take(client.iterate({ query: NEWS, variables: { after } }) as AsyncIterable<News>, 1);
  expect(first?.data?.sceneNews).toMatchObject({ name: 'structure.changed', subjectId: district });
  await client.dispose();
});

it('ends when the screen is revoked', async () => {
  const { centre } = await canteen(given);
  const wall = await screen({ centreId: centre });
  const after = await cursorOf(wall, SCENE);
  await tell('screens.renamed', wall.personId);
  await tell('screens.revoked', wall.personId);
  await tell('test.never', wall.personId);
  const client = await listen(wall);
  const heard = await take(client.iterate({ query: NEWS, variables: { after } }) as AsyncIterable<News>, 10);
  expect(heard.map(({ data }) => data?.sceneNews.name)).toEqual(['screens.renamed', 'screens.revoked']);
  await client.dispose();
});

it('nobody else follows a wall', async () => {
  for (const viewer of [
    undefined,
    await given.resident(),
    given.worker('CENTRE_STAFF', { centreId: await given.centre() }),
  ]) {
    const client = await listen(viewer);
    const heard = take(client.iterate({ query: NEWS }) as AsyncIterable<News>, 1);
    const [answer] = await heard.catch((error: unknown) => [{ errors: error } as unknown as News]);
    expect(answer?.data ?? null).toBeNull();
    expect(JSON.stringify(answer)).toMatch(viewer ? /FORBIDDEN/ : /UNAUTHENTICATED/);
    await client.dispose();
  }
});

async function take(news: AsyncIterable<News>, most: number): Promise<News[]> {
  const taken: News[] = [];
  for await (const each of news) {
    taken.push(each);
    if (taken.length === most) break;
  }
  return taken;
}
