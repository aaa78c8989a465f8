import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { I18nProvider } from '@linli/client/i18n';
import { createLiveLink, LiveContext } from '@linli/client/live';
import { catalogs } from '@linli/i18n/screen';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { Scene } from './scene';
import { centre, district, lunch, moment, TUESDAY } from '../testing/samples';
import { PAGE_MS } from './rotation';
import { SceneWall } from './scene-wall';

beforeEach(() => {
  jest.useFakeTimers({ now: moment(TUESDAY, '11:24') });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const live = createLiveLink({ face: 'screen', locale: 'zh-Hant' });
const wall = (scene: Scene, answeredAt: number, locale: 'zh-Hant' | 'zh-Hans' | 'en') => (
  <I18nProvider catalogs={catalogs} locale={locale}>
    <LiveContext value={live.status}>
      <SceneWall data={{ demonstration: true, scene }} answeredAt={answeredAt} isFollowed={false} />
    </LiveContext>
  </I18nProvider>
);
async function shown(
  scene: Scene,
  answeredAt = Date.now(),
  locale: 'zh-Hant' | 'zh-Hans' | 'en' = 'zh-Hant',
) {
  const view = render(wall(scene, answeredAt, locale));
  await act(() => jest.advanceTimersByTimeAsync(10));
  return {
    text: () => document.body.textContent,
    later: (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms)),
    becomes: (next: Scene) => {
      act(() => view.rerender(wall(next, Date.now(), locale)));
    },
  };
}

it('says the places left in one sentence, with one square a seat', async () => {
  const { text, becomes } = await shown(centre());
  expect(text()).toContain('今天中午，還有14個位子');
  expect(document.querySelectorAll('.seats .seat--free')).toHaveLength(14);
  expect(document.querySelectorAll('.seats .seat--arrived')).toHaveLength(31);
  becomes(centre({ lunch: lunch({ taken: 62, placesLeft: 0 }) }));
  expect(text()).toContain('今天中午，62個位子訂滿了');
});

it('turns its pages', async () => {
  const { text, later } = await shown(centre());
  await later(PAGE_MS + 1100);
  expect(text()).toContain('這七天，2場活動可以報名');
  await later(PAGE_MS + 1100);
  expect(text()).toContain('今天中午');
});

it('withdraws its figures and says since when, once they are old', async () => {
  const { text, later } = await shown(centre(), moment(TUESDAY, '11:23').getTime());
  expect(screen.queryByRole('status')).toBeNull();
  await later(40_000);
  expect(screen.getByRole('status').textContent).toContain('數據停在 11:23');
  await later(9000);
  expect(text()).toContain('餘位請問前台');
  expect(text()).not.toContain('還有14個位子');
  expect(document.querySelector('.stage--stale')).not.toBeNull();
  jest.setSystemTime(Date.now() + 72 * 3_600_000);
  await later(2000);
  expect(screen.getByRole('status').textContent).toContain('已 3 天');
  expect(screen.getByRole('status').textContent).toContain('11月24日');
});

it('shows the coverage of an area, and its services after', async () => {
  const { text, later } = await shown(district());
  expect(text()).toContain('黨支部建到了70%的小區');
  expect(text()).toContain('5/7');
  await later(PAGE_MS + 1100);
  expect(text()).toContain('今天，8人次吃上了鄰里午餐');
});

it('where there are fewer than five estates it counts instead of telling a rate', async () => {
  const { text } = await shown(district({ estates: 4, covered: 3, rate: null, series: [], towns: [] }));
  expect(text()).toContain('4 個小區，3個有了黨支部');
  expect(text()).not.toContain('%的小區');
});

it('an empty week and an empty menu are said in words', async () => {
  const { text, later } = await shown(centre({ lunch: lunch({ dishes: [] }), today: [], week: [] }));
  expect(text()).toContain('菜單還沒有公布');
  await later(PAGE_MS + 1100);
  expect(text()).toContain('這七天沒有安排活動');
});

it.each([
  ['zh-Hans', '今天中午，还有14个位子'],
  ['en', 'Lunch today: 14 seats left'],
] as const)('speaks %s', async (locale, words) => {
  const { text } = await shown(centre(), Date.now(), locale);
  expect(text()).toContain(words);
});
