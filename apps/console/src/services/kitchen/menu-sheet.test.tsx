import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { addDays, dayOf, mondayOf } from '../../kit/days';
import { CENTRE, openPage } from '../../testing/page-in-console';
import { MenuSheet } from './menu-sheet';

afterEach(cleanup);

const MONDAY = addDays(mondayOf(dayOf(new Date())), 7);
const line = (day: string, outcome: string, dish: string, standing: string | null = null) => ({
  ...{ day, meal: 'LUNCH', outcome, dishes: [{ name: dish }] },
  standing: standing === null ? null : [{ name: standing }],
});

interface Sent {
  readonly content: string;
  readonly overwrite?: boolean;
}

/** A server that finds the same in every file, but wrong cells in one that is called so. */
function aServer() {
  const sent: Sent[] = [];
  const lines = [line(MONDAY, 'NEW', '羊肉燴麵'), line(addDays(MONDAY, 1), 'OVERWRITES', '米飯', '饅頭')];
  const problems = [
    { row: 3, column: 'ALLERGENS', fault: 'MISSING', value: '' },
    { row: 7, column: 'MEAL', fault: 'UNKNOWN_WORD', value: '夜宵' },
  ];
  const sheet = (part: object) => ({
    ...{ __typename: 'MenuSheet', centreId: CENTRE.id, written: 0, lines, problems: [], ...part },
  });
  return {
    sent,
    answers: {
      previewMenuSheet: ({ input }: { input: Sent }) =>
        atob(input.content) === 'wrong'
          ? sheet({ lines: [], problems })
          : atob(input.content) === 'torn'
            ? { __typename: 'Refused', code: 'SHEET_NOT_READABLE', details: {} }
            : sheet({}),
      importMenuSheet: ({ input }: { input: Sent }) => {
        sent.push(input);
        return sheet({ written: input.overwrite ? 2 : 1 });
      },
    },
  };
}

async function openSheet() {
  const server = aServer();
  let told = 0;
  await openPage(
    <MenuSheet centreId={CENTRE.id} monday={MONDAY} onDone={() => (told += 1)} />,
    server.answers,
  );
  const user = userEvent.setup({ applyAccept: false });
  await user.click(screen.getByRole('button', { name: 'Excel' }));
  const drawer = within(await screen.findByRole('dialog'));
  const choose = (content: string, name = '菜單.xlsx') =>
    user.upload(drawer.getByLabelText('選擇文件'), new File([content], name));
  return { ...server, user, drawer, choose, told: () => told };
}

it('shows what a file would do, and takes it when told to', async () => {
  const { user, drawer, choose, sent, told } = await openSheet();
  expect(drawer.getByRole('link', { name: '下載這一週的表格' }).getAttribute('href')).toBe(
    `/menus/${CENTRE.id}/${MONDAY}.xlsx?face=console&locale=zh-Hant`,
  );
  await choose('fine');
  await drawer.findByText('羊肉燴麵');
  expect(drawer.getByText('已有，不覆蓋')).toBeTruthy();
  await user.click(drawer.getByRole('checkbox'));
  await user.click(drawer.getByRole('button', { name: '導入 2 份' }));
  await screen.findByText('已導入 2 份菜單');
  expect(sent).toMatchObject([{ centreId: CENTRE.id, from: MONDAY, overwrite: true, content: btoa('fine') }]);
  expect(told()).toBe(1);
});

it('names each cell that is wrong, and sends nothing until all are right', async () => {
  const { user, drawer, choose, sent } = await openSheet();
  await choose('wrong');
  const rows = within(await drawer.findByRole('table')).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    '第 3 行，過敏原（空）沒有填寫',
    '第 7 行，餐次夜宵不認識這個詞',
  ]);
  await user.click(drawer.getByRole('button', { name: '導入' }));
  expect(await drawer.findByText('還有錯誤的行，改好後再導入。')).toBeTruthy();
  expect(sent).toEqual([]);
  await choose('fine');
  await waitFor(() => expect(drawer.queryByText('第 3 行，過敏原')).toBeNull());
  expect(await drawer.findByRole('button', { name: '導入 1 份' })).toBeTruthy();
});

it.each([
  ['菜單.csv', 'x', '請選 .xlsx 文件'],
  ['空.xlsx', '', '文件是空的'],
  ['破.xlsx', 'torn', '文件讀不出來。請用 Excel 的 .xlsx 格式保存後再試。'],
])('%s is said to be no good', async (name, content, why) => {
  const { drawer, choose } = await openSheet();
  await choose(content, name);
  expect(await drawer.findByText(why)).toBeTruthy();
});
