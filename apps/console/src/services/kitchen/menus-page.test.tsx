import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addDays, dayOf, mondayOf } from '../../kit/days';
import { CENTRE, openPage } from '../../testing/page-in-console';
import MenusPage from './menus-page';

afterEach(cleanup);

const TODAY = dayOf(new Date());
// Next week's days are all still to come.
const MONDAY = addDays(mondayOf(TODAY), 7);
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

interface Saved {
  readonly id: string;
  readonly day: string;
  readonly dishes: readonly { readonly name: string; readonly note: string | null }[];
  readonly note: string | null;
}

/** Monday has a menu; orders for Tuesday, which has one too, have closed. */
function aKitchen() {
  const dish = {
    name: '番茄炒蛋',
    look: 'tomato-egg',
    note: null,
    allergens: ['EGG'],
    textures: ['REGULAR'],
  };
  const menu = (day: string) => ({
    __typename: 'Menu',
    ...{ id: `019ab000-0000-7000-8005-0000000000${day.slice(8)}`, centreId: CENTRE.id, day, meal: 'LUNCH' },
    ...{ note: null, dishes: [dish], substitutions: [] },
  });
  const session = (day: string, closesAt: string) => ({
    ...{ id: day, day, state: 'SCHEDULED', closesAt, service: { id: 'lunch', meal: 'LUNCH' } },
  });
  const kept = new Map<string, object>([MONDAY, addDays(MONDAY, 1)].map((day) => [day, menu(day)]));
  const saved: Saved[] = [];
  const answers = {
    menus: () => [...kept.values()],
    sessions: () => [session(MONDAY, hoursFromNow(30)), session(addDays(MONDAY, 1), hoursFromNow(-1))],
    saveMenu: ({ input }: { input: Saved }) => {
      saved.push(input);
      const after = { ...menu(input.day), id: input.id, note: input.note, dishes: input.dishes };
      kept.set(input.day, after);
      return after;
    },
  };
  return { answers, saved, menu };
}

async function openMonday() {
  const kitchen = aKitchen();
  await openPage(<MenusPage />, kitchen.answers, { at: `/?week=${MONDAY}` });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /^編輯.*的菜單$/ }));
  const drawer = await screen.findByRole('dialog');
  return { ...kitchen, user, drawer };
}

it('what is changed of a menu is saved under its own id, and shows', async () => {
  const { user, saved, menu } = await openMonday();
  const name = screen.getByLabelText('第 1 道菜');
  await user.clear(name);
  await user.type(name, '清蒸鱸魚');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText(/的菜單已保存/);
  expect(saved).toMatchObject([{ id: menu(MONDAY).id, day: MONDAY, dishes: [{ name: '清蒸鱸魚' }] }]);
  await screen.findByText('清蒸鱸魚');
});

it('Esc asks before it drops what was written, and drops nothing that was not', async () => {
  const { user, drawer } = await openMonday();
  await user.type(screen.getByLabelText('第 1 道菜'), '湯');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: '繼續編輯' }));
  expect(screen.getByLabelText<HTMLInputElement>('第 1 道菜').value).toBe('番茄炒蛋湯');
  await user.type(screen.getByLabelText('第 1 道菜'), '{Backspace}');
  await user.click(within(drawer).getByRole('button', { name: '關閉' }));
  await waitFor(() => expect(screen.queryByLabelText('第 1 道菜')).toBeNull());
  expect(screen.queryByRole('button', { name: '放棄修改' })).toBeNull();
});

it('what is missing of a dish is named at its field, and nothing is sent', async () => {
  const { user, saved, drawer } = await openMonday();
  await user.clear(screen.getByLabelText('第 1 道菜'));
  await user.click(within(drawer).getByRole('checkbox', { name: '普食' }));
  await user.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText('至少選一種');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '第 1 道菜' })),
  );
  expect(saved).toEqual([]);
});

it('after the orders closed only notes can change, and the day says so', async () => {
  const { answers, saved } = aKitchen();
  await openPage(<MenusPage />, answers, { at: `/?week=${MONDAY}` });
  const user = userEvent.setup();
  await screen.findByText('已截單');
  await user.click(screen.getByRole('button', { name: /^改說明/ }));
  const name = await screen.findByLabelText('第 1 道菜');
  expect(name.matches(':disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: '加一道菜' })).toBeNull();
  await user.type(screen.getByLabelText(/^說明/), '少油');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(saved).toMatchObject([{ dishes: [{ name: '番茄炒蛋', note: '少油' }] }]));
});

it('a dish is drawn as one chooses, by a name in the language of the page', async () => {
  const { user, drawer } = await openMonday();
  await user.click(within(drawer).getByText('圖樣'));
  expect(within(drawer).getByRole<HTMLInputElement>('radio', { name: '番茄炒蛋' }).checked).toBe(true);
  expect(within(drawer).getByRole('radio', { name: '紅燒肉' })).toBeTruthy();
});
