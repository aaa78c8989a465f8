import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPage } from '../../testing/page-in-console';
import { base64Of, LARGEST_BYTES } from '../../kit/file';
import { faultOf } from './import-file';
import ImportPage from './import-page';

afterEach(cleanup);

interface Sent {
  readonly id: string;
  readonly content?: string;
  readonly documentNumber?: string;
}

const preview = (id: string, part: object) => ({
  __typename: 'ImportPreview',
  ...{
    id,
    template: 'DIVISIONS',
    fileName: 'divisions.csv',
    encoding: 'UTF-8',
    rows: 3,
    effectiveOn: '2026-11-24',
  },
  ...{ errors: [], errorCount: 0, changes: [], opened: 0, closed: 0, renamed: 0, moved: 0, unchanged: 0 },
  ...{ canCommit: true, expiresAt: '2026-11-24T04:00:00Z' },
  ...part,
});

function aServer() {
  const previewed: Sent[] = [];
  const committed: Sent[] = [];
  return {
    previewed,
    committed,
    answers: {
      previewImport: ({ input }: { input: Sent }) => {
        previewed.push(input);
        if (atob(input.content ?? '').includes('bad'))
          return preview(input.id, {
            canCommit: false,
            errorCount: 4,
            errors: [
              { row: 2, column: 'code', value: 'bad', code: 'BAD_CODE', hint: null },
              { row: 3, column: 'parentCode', value: '999', code: 'UNKNOWN_PARENT', hint: null },
              { row: 4, column: 'code', value: '411103', code: 'DUPLICATE_CODE', hint: '2' },
              { row: 5, column: 'kind', value: 'ESTATE', code: 'KIND_DOES_NOT_FIT_PARENT', hint: 'TOWN' },
            ],
          });
        return preview(input.id, {
          ...{ opened: 1, renamed: 1, unchanged: 207 },
          changes: [
            { kind: 'OPENED', code: '411103001019', name: '新社區', before: null, after: '新社區' },
            { kind: 'RENAMED', code: '411103001', name: '沙北街道', before: '沙北街道', after: '沙北新街道' },
          ],
        });
      },
      commitImport: ({ input }: { input: Sent }) => {
        committed.push(input);
        return {
          __typename: 'ImportResult',
          id: input.id,
          opened: 1,
          closed: 0,
          renamed: 1,
          moved: 0,
          committedAt: '2026-11-24T03:30:00Z',
        };
      },
    },
  };
}

const csv = (text: string, name = 'divisions.csv') => new File([text], name, { type: 'text/csv' });

it('a file with errors shows them by row and column, and there is nothing to commit', async () => {
  const server = aServer();
  await openPage(<ImportPage />, server.answers);
  const user = userEvent.setup();
  await user.upload(await screen.findByLabelText('選擇文件'), csv('code,name,parentCode\nbad,x,'));
  await user.click(screen.getByRole('button', { name: '預覽' }));
  const [, ...rows] = within(await screen.findByRole('table')).getAllByRole('row');
  expect(rows.map((row) => row.textContent.trim())).toEqual([
    '2代碼（code）bad代碼格式不對',
    '3上級代碼（parentCode）999找不到上級',
    '4代碼（code）411103代碼重複 與第 2 行相同',
    '5類型（kind）小區（ESTATE）這一類型不能放在該上級之下 上級是鎮',
  ]);
  expect(screen.queryByRole('button', { name: '導入' })).toBeNull();
  expect(server.committed).toEqual([]);
});

it('a good file shows the difference, and comes in whole under a document number', async () => {
  const server = aServer();
  await openPage(<ImportPage />, server.answers);
  const user = userEvent.setup();
  await user.upload(await screen.findByLabelText('選擇文件'), csv('code,name,parentCode\n411103,郾城区,'));
  await user.click(screen.getByRole('button', { name: '預覽' }));
  await user.click(await screen.findByRole('button', { name: /更名/ }));
  expect(screen.getByText('沙北街道 → 沙北新街道')).toBeTruthy();
  const commit = screen.getByRole<HTMLButtonElement>('button', { name: '導入' });
  const number = screen.getByLabelText(/文號/);
  await user.click(commit);
  await waitFor(() => expect(document.activeElement).toBe(number));
  expect(screen.getByText('請填寫這一項')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.type(number, '郾組〔2026〕12 號');
  await user.click(commit);
  expect(server.committed).toEqual([]);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '確認導入' }));
  await screen.findByText('已導入');
  expect(server.committed).toEqual([{ id: server.previewed[0]?.id, documentNumber: '郾組〔2026〕12 號' }]);
});

it('a file that changes nothing says so, and asks for no document', async () => {
  const server = aServer();
  const same = ({ input }: { input: Sent }) => preview(input.id, { unchanged: 209, canCommit: false });
  await openPage(<ImportPage />, { ...server.answers, previewImport: same });
  const user = userEvent.setup();
  await user.upload(await screen.findByLabelText('選擇文件'), csv('code,name,parentCode\n411103,郾城区,'));
  await user.click(screen.getByRole('button', { name: '預覽' }));
  await screen.findByText('與現有數據一致，沒有要導入的內容。');
  expect(screen.queryByLabelText(/文號/)).toBeNull();
});

it('a file that is too large, empty or no CSV is not even sent', async () => {
  expect(faultOf({ name: 'a.csv', size: LARGEST_BYTES })).toBeUndefined();
  expect(faultOf({ name: 'a.csv', size: LARGEST_BYTES + 1 })).toBe('large');
  expect(faultOf({ name: 'a.csv', size: 0 })).toBe('empty');
  expect(faultOf({ name: 'a.xlsx', size: 10 })).toBe('kind');
  const server = aServer();
  await openPage(<ImportPage />, server.answers);
  const user = userEvent.setup({ applyAccept: false });
  const field = await screen.findByLabelText('選擇文件');
  await user.click(screen.getByRole('button', { name: '預覽' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('請選擇要導入的文件'));
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.upload(field, csv('x', 'list.xlsx'));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('CSV'));
  await user.click(screen.getByRole('button', { name: '預覽' }));
  expect(server.previewed).toEqual([]);
});

it('bytes of any kind survive the way', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
  expect(Uint8Array.from(atob(base64Of(bytes)), (mark) => mark.charCodeAt(0))).toEqual(bytes);
});
