import '../../testing/browser-parts';
import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CENTRE, openPage } from '../../testing/page-in-console';
import ClaimPage from './claim-page';

afterEach(cleanup);

const CLAIM = '019ab000-0000-7000-8000-0000000000c1';
const facts = (unlike: object) => ({
  __typename: 'Claim',
  ...{ id: CLAIM, centreId: CENTRE.id, payer: '郾城區民政局', month: '2026-01', number: 1, state: 'DRAFT' },
  ...{ meals: 1, counters: 0, totalFen: 800, withoutEvidence: 0, draftedAt: '2026-02-01T02:00:00Z' },
  ...{ draftedByName: '周秀芬', submittedAt: null, submittedByName: null, answeredAt: null },
  ...{ answeredByName: null, reason: null },
  ...unlike,
});
const LINE = {
  ...{ id: '019ab000-0000-7000-8000-0000000000f1', name: '王*', ticketNumber: '0341', day: '2026-01-08' },
  ...{ meal: 'LUNCH', way: 'DINE_IN', ruleName: '高齡助餐', fen: 800, evidenceKind: 'CHECK_IN' },
  ...{ evidenceAt: '2026-01-08T03:40:00Z', evidenceByName: '周秀芬', reason: null, countered: false },
};

async function open(unlike: object, viewerCan: readonly string[]) {
  const sent: unknown[] = [];
  const remember =
    (state: string) =>
    ({ input }: { input: unknown }) => {
      sent.push(input);
      return facts({ ...unlike, state });
    };
  const answers = {
    centres: () => [{ ...CENTRE, viewerCan: [...CENTRE.viewerCan, ...viewerCan] }],
    claim: () => facts(unlike),
    claims: () => [facts(unlike)],
    claimLines: () => ({ lines: [LINE], endCursor: null }),
    submitClaim: remember('SUBMITTED'),
    returnClaim: remember('RETURNED'),
    counterClaimLine: remember('DRAFT'),
  };
  await openPage(<ClaimPage />, answers, { at: `/claims/${CLAIM}`, route: '/claims/:claimId' });
  return { sent, user: userEvent.setup() };
}

it('a line opens into its evidence, and is taken back only with a reason', async () => {
  const { sent, user } = await open({}, []);
  await screen.findByText('到店簽到');
  await user.click(screen.getByRole('button', { name: '沖減 王* 0341' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: '沖減' }));
  await within(dialog).findByText('請填寫這一項');
  expect(sent).toEqual([]);
  await user.type(within(dialog).getByLabelText('原因'), '那天住院');
  await user.click(within(dialog).getByRole('button', { name: '沖減' }));
  await screen.findByText('已沖減王* ¥8.00');
  expect(sent).toEqual([{ claimId: CLAIM, lineId: LINE.id, reason: '那天住院' }]);
});

it('a draft is submitted after it was asked, saying what cannot be undone', async () => {
  const { sent, user } = await open({}, []);
  await user.click(await screen.findByRole('button', { name: '申報' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByText('交出後不能再改，更正只能寫在下一份。');
  await user.click(within(dialog).getByRole('button', { name: '申報' }));
  expect(await screen.findAllByText('已申報')).not.toEqual([]);
  expect(sent).toEqual([{ id: CLAIM }]);
});

it('what lost its evidence is gathered again before it is submitted', async () => {
  await open({ withoutEvidence: 1 }, []);
  const submit = await screen.findByRole<HTMLButtonElement>('button', { name: '申報' });
  expect(submit.disabled).toBe(true);
  screen.getByText('有的餐已經沒有憑據，請重新匯總後再交。');
});

it('only who answers for payers is asked to, and returns it with a reason', async () => {
  await open({ state: 'SUBMITTED' }, []);
  await screen.findByText('已交給付款方，等待答覆。');
  expect(screen.queryByRole('button', { name: '退回' })).toBeNull();
  cleanup();
  const { sent, user } = await open({ state: 'SUBMITTED' }, ['ANSWER_CLAIMS']);
  await user.click(await screen.findByRole('button', { name: '退回' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('退回原因'), '缺一天的簽到表');
  await user.click(within(dialog).getByRole('button', { name: '退回' }));
  expect(await screen.findAllByText('已退回')).not.toEqual([]);
  expect(sent).toEqual([{ id: CLAIM, reason: '缺一天的簽到表' }]);
});
