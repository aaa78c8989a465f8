import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { ME, MOTHER, people, session, TODAY, TOMORROW, everyday, home, offer } from '../../testing/district';
import { FakeServer, refused } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

let server: FakeServer;
beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday });
});
const toCheck = async () => {
  const user = await openApp(server);
  await user.click(await screen.findByRole('link', { name: '訂明天的' }));
  return { user, confirm: await screen.findByRole('button', { name: '確認預約' }) };
};

it('books tomorrow’s lunch in two taps from home, without typing', async () => {
  const { user, confirm } = await toCheck();
  expect(screen.getAllByText('¥4.00').length).toBeGreaterThan(0);
  await user.click(confirm);
  expect(await screen.findByRole('heading', { name: /訂好了/ })).toBeTruthy();
  expect(screen.getByText('0421')).toBeTruthy();
  expect(server.of('Book').map(({ variables }) => variables.input)).toEqual([
    expect.objectContaining({
      sessionId: session(TOMORROW).id,
      beneficiaryId: ME,
      channel: 'APP',
      texture: 'REGULAR',
    }),
  ]);
});

it('never says booked before the server has, and the heading of the new page has the focus', async () => {
  let answer: (yes: unknown) => void = () => undefined;
  server.answer(
    'Book',
    (variables) =>
      new Promise((resolve) => {
        answer = () => resolve(everyday.Book(variables));
      }),
  );
  const { user, confirm } = await toCheck();
  await user.click(confirm);
  expect(screen.getByRole('button', { name: '正在提交…' }).getAttribute('aria-busy')).toBe('true');
  expect(screen.queryByText(/訂好了/)).toBeNull();
  await user.click(screen.getByRole('button', { name: '正在提交…' }));
  answer(true);
  await screen.findByRole('heading', { name: /訂好了/ });
  expect(server.of('Book')).toHaveLength(1);
  expect(document.title).toBe('午餐·堂食 · 鄰里');
});

it('tries again with the same id after the network was lost', async () => {
  const { user, confirm } = await toCheck();
  server.down = true;
  await user.click(confirm);
  const alert = await screen.findByText('還沒訂成', undefined, { timeout: 8000 });
  expect(alert.closest('[role=alert]')).toBe(document.activeElement);
  server.down = false;
  await user.click(screen.getByRole('button', { name: '再試一次' }));
  await screen.findByRole('heading', { name: /訂好了/ });
  const ids = server.of('Book').map(({ variables }) => (variables.input as { id: string }).id);
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(1);
}, 15_000);

it('a full lunch says so, takes the focus and offers other times and the phone', async () => {
  server.answer('Book', () => ({ book: refused('SESSION_FULL') }));
  const { user, confirm } = await toCheck();
  await user.click(confirm);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('剛剛滿了');
  expect(document.activeElement).toBe(alert);
  expect(screen.getByRole('link', { name: '看別的時間' }).getAttribute('href')).toBe('/lunch');
  expect(screen.getByRole('link', { name: '打電話給中心' }).getAttribute('href')).toBe('tel:0395-555-0118');
  expect(screen.queryByRole('button', { name: '確認預約' })).toBeNull();
});

it('books for one’s mother as her carer, soft as she has it', async () => {
  server.answer('Home', ({ beneficiaryId }: Record<string, string>) => {
    const page = home();
    return beneficiaryId === MOTHER ? { ...page, home: { ...page.home, beneficiary: people[1] } } : page;
  });
  const user = await openApp(server);
  await user.click(await screen.findByRole('radio', { name: '李桂蘭' }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '李桂蘭' }).checked).toBe(true),
  );
  await user.click(await screen.findByRole('link', { name: '訂明天的' }));
  await user.click(await screen.findByRole('button', { name: '確認預約' }));
  await screen.findByRole('heading', { name: /訂好了/ });
  expect(server.of('Book')[0]?.variables.input).toMatchObject({
    beneficiaryId: MOTHER,
    channel: 'CARER',
    texture: 'SOFT',
  });
});

it('names the dish that one must not eat, and does not let one go on', async () => {
  server.answer('Home', () => ({ ...home(), home: { ...home().home, beneficiary: people[1] } }));
  server.answer('Lunches', () => ({
    ...everyday.Lunches({ from: TODAY }),
    lunches: [offer(TOMORROW, 'ALLERGY_CLASH')],
  }));
  const user = await openApp(server, '/lunch');
  expect(await screen.findByText(/「宮保雞丁」裡有/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '請先改日期' }));
  expect((await screen.findByRole('alert')).textContent).toContain('這一餐不能訂：有過敏');
  expect(location.pathname).toBe('/lunch');
});

it('names the condition of a way that is not for this person, and once only', async () => {
  await openApp(server, '/lunch');
  const delivery = await screen.findByRole<HTMLInputElement>('radio', { name: /送到家/ });
  expect(delivery.disabled).toBe(true);
  expect(delivery.closest('label')?.textContent).toMatch(/限失能的居民/);
  expect(delivery.closest('label')?.textContent).not.toMatch(/不符合/);
});

it('a refusal at the last moment names the condition too', async () => {
  server.answer('Book', () => ({ book: refused('NOT_ELIGIBLE', { bound: 'AGE', minAge: 60 }) }));
  const { user, confirm } = await toCheck();
  await user.click(confirm);
  expect((await screen.findByRole('alert')).textContent).toContain('限 60 歲及以上');
});
