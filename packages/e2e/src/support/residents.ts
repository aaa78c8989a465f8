import type { Page } from 'playwright-core';
import { word } from './words.js';
import { codeIn } from '../api.js';

/** As a person does it: the number, the link to the outbox of the demonstration, the code that is written there. */
export async function signInByMessage(page: Page, url: string, phone: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(word('resident.signIn.yourPhone')).fill(phone);
  await page.getByRole('button', { name: word('resident.signIn.sendCode') }).click();
  await page.getByLabel(word('resident.signIn.code')).waitFor();
  await page.getByLabel(word('resident.signIn.code')).fill(await codeFromOutbox(page, phone));
  await page.getByRole('button', { name: word('common.signIn'), exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

export async function codeFromOutbox(page: Page, phone: string): Promise<string> {
  const [outbox] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('a[href="/outbox"]').click(),
  ]);
  await outbox.getByText(phone).first().waitFor();
  const code = codeIn(await outbox.content(), phone);
  await outbox.close();
  return code;
}
