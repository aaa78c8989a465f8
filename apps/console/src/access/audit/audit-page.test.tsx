import '../../testing/browser-parts';
import { afterEach, expect, it, jest } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPage } from '../../testing/page-in-console';
import AuditPage from './audit-page';
import { usePageSearch } from '../../layout/page-search';

afterEach(cleanup);

const entry = (number: number, part: object) => ({
  cursor: String(number),
  node: {
    ...{ id: `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`, at: '2026-11-24T03:30:00Z' },
    ...{ actorName: '段永強', actorRole: 'DISTRICT_CADRE', face: 'CONSOLE', subjectId: null },
    ...{ subjectKind: null, subjectName: null, detail: {}, ...part },
  },
});

const ENTRIES = [
  {
    ...{ action: 'IMPORT_COMMITTED', subjectKind: 'IMPORT', subjectName: '郾城.csv' },
    detail: {
      ...{ moved: 0, closed: 1, opened: 2, renamed: 0, template: 'DIVISIONS' },
      ...{ effectiveOn: '2026-11-24', documentNumber: '郾組〔2026〕12 號' },
    },
  },
  {
    action: 'DUTY_GRANTED',
    subjectKind: 'ACCOUNT',
    subjectName: '謝海燕',
    detail: { role: 'DISTRICT_CADRE' },
  },
  { action: 'SIGN_IN_FAILED', detail: { reason: 'CREDENTIALS_WRONG' } },
  { action: 'ACCOUNT_ENABLED', subjectKind: 'ACCOUNT', subjectName: '謝海燕', detail: { reason: null } },
  { action: 'ACCOUNT_DISABLED', subjectKind: 'ACCOUNT', subjectName: '謝海燕', detail: { reason: '調離' } },
  { action: 'DESK_SHOWN', subjectKind: 'resident', detail: { ids: ['a', 'b', 'c'], count: 3 } },
  {
    ...{ action: 'MENU_SAVED', subjectKind: 'MENU', subjectName: '沙北街道鄰里中心' },
    detail: { day: '2026-11-25', meal: 'LUNCH', isNew: true, dishes: ['宮保雞丁 · PEANUT', '米飯'] },
  },
  {
    ...{ action: 'DISH_SUBSTITUTED', subjectKind: 'MENU', subjectName: '沙北街道鄰里中心' },
    detail: {
      ...{ day: '2026-11-25', meal: 'LUNCH', replaced: '清蒸鱸魚', dish: '宮保雞丁' },
      ...{ allergens: ['PEANUT'], reason: '沒有到貨' },
    },
  },
  {
    ...{ action: 'MENUS_COPIED', subjectKind: 'CENTRE', subjectName: '沙北街道鄰里中心' },
    detail: { from: '2026-11-16', to: '2026-11-23', written: 5, overwritten: 0 },
  },
  {
    ...{ action: 'ALLERGY_OVERRIDDEN', subjectKind: 'BOOKING', subjectName: '0307' },
    detail: { dishes: ['宮保雞丁'], allergens: ['PEANUT'], note: '' },
  },
  { action: 'RESOURCE_SAVED', subjectKind: 'RESOURCE', subjectName: '助浴間', detail: { kind: 'ROOM' } },
  { action: 'BLEW_UP', subjectKind: 'KETTLE', subjectName: '三號壺', detail: { litres: 3, NEWEST: 'YES' } },
];

const server = () => {
  const asked: { search: string | null; actions: string[] }[] = [];
  return {
    asked,
    answers: {
      auditEntries: (args: (typeof asked)[number]) => {
        asked.push(args);
        return {
          chainIntact: true,
          edges: ENTRIES.map((part, index) => entry(index, part)),
          pageInfo: { hasNextPage: false, endCursor: null },
        };
      },
    },
  };
};

const cells = async (): Promise<string[][]> => {
  const [, ...rows] = within(await screen.findByRole('table')).getAllByRole('row');
  return rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .slice(2)
      .map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );
};

it('says everything in words; what it does not know stands there as it was written', async () => {
  const warned = jest.spyOn(console, 'warn');
  await openPage(<AuditPage />, server().answers);
  expect(await cells()).toEqual([
    [
      '導入區劃',
      '郾城.csv 導入文件',
      '統計用區劃代碼 · 新設 2 個 · 撤銷 1 個 · 2026年11月24日生效 · 文號 郾組〔2026〕12 號',
    ],
    ['授予職責', '謝海燕 賬號', '區級幹部'],
    ['登錄失敗', '—', '原因：賬號或密碼不對'],
    ['恢復賬號', '謝海燕 賬號', ''],
    ['停用賬號', '謝海燕 賬號', '原因：調離'],
    ['查看前台名單', '居民', '3 條記錄'],
    ['保存菜單', '沙北街道鄰里中心 菜單', '新建 · 2026年11月25日 · 午餐 · 菜品：宮保雞丁（含花生）、米飯'],
    [
      '替換菜品',
      '沙北街道鄰里中心 菜單',
      '2026年11月25日 · 午餐 · 清蒸鱸魚換成宮保雞丁 · 過敏原：花生 · 原因：沒有到貨',
    ],
    ['複製菜單', '沙北街道鄰里中心 中心', '從2026年11月16日的一週到2026年11月23日的一週 · 5 份菜單'],
    ['過敏照訂', '0307 預約', '菜品：宮保雞丁 · 過敏原：花生'],
    ['保存資源', '助浴間 資源', '房間'],
    ['其他操作（BLEW_UP）', '三號壺 其他（KETTLE）', '其他（litres）：3 · 其他（NEWEST）：YES'],
  ]);
  expect(warned).not.toHaveBeenCalled();
});

function Search() {
  const [text, setText] = usePageSearch('');
  return <input aria-label="search" value={text} onChange={(event) => setText(event.target.value)} />;
}

it('a word of the page finds the acts that it stands for', async () => {
  const { asked, answers } = server();
  await openPage(
    <>
      <Search />
      <AuditPage />
    </>,
    answers,
  );
  await userEvent.setup().type(screen.getByLabelText('search'), '登錄');
  await waitFor(() => expect(asked.at(-1)?.search).toBe('登錄'));
  expect(asked.at(-1)?.actions).toEqual(['SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT']);
});
