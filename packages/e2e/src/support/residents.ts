import type { Page } from 'playwright-core';
import { codeIn } from '../api.js';

/** As a person does it: the number, the link to the outbox of the demonstration, the code that is written there. */
export async function signInByMessage(page: Page, url: string, phone: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('您的手機號').fill(phone);
  await page.getByRole('button', { name: '獲取驗證碼' }).click();
  await page.getByLabel('驗證碼').waitFor();
  await page.getByLabel('驗證碼').fill(await codeFromOutbox(page, phone));
  await page.getByRole('button', { name: '登錄', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

export async function codeFromOutbox(page: Page, phone: string): Promise<string> {
  const [outbox] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '打開發件箱' }).click(),
  ]);
  await outbox.getByText(phone).first().waitFor();
  const code = codeIn(await outbox.content(), phone);
  await outbox.close();
  return code;
}
