import type { Page } from 'playwright-core';
import { word } from './words.js';

interface Pairing {
  readonly wall: Page;
  /** A page of the console in which somebody is signed in who may manage walls. */
  readonly desk: Page;
  readonly url: string;
  readonly place: string;
  readonly name?: string;
  readonly shows?: 'centre' | 'area';
}

/** As people do it: the code is read off the wall and typed into the console. */
export async function pairWall({ wall, desk, url, place, name = '一樓大廳', shows = 'centre' }: Pairing) {
  await wall.goto(`${url}/screen/`);
  const code = await codeOn(wall);

  await desk.goto(`${url}/console/screens`);
  await desk
    .getByRole('button', { name: word('console.screens.pair') })
    .first()
    .click();
  const drawer = desk.getByRole('dialog');
  await drawer.getByLabel(word('console.screens.code')).fill(code);
  await drawer.getByLabel(word('console.screens.name')).fill(name);
  if (shows === 'area')
    await drawer.getByRole('radio', { name: word('console.accounts.place.area') }).check({ force: true });
  await drawer.getByRole('combobox').fill(place);
  await desk.locator('.ant-select-item-option', { hasText: place }).first().click();
  await drawer.getByRole('button', { name: word('console.screens.pairDo'), exact: true }).click();
  await desk
    .getByText(word('console.screens.pairedNow', { name }))
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`Not paired: ${(await drawer.textContent()) ?? ''}`, { cause: error });
    });
  await desk.close();
  await wall.locator('.head__name', { hasText: place }).waitFor();
}

export async function codeOn(wall: Page): Promise<string> {
  const shown = wall.locator('.code').filter({ hasText: /^[0-9A-Z]{6}$/ });
  return (await shown.textContent()) ?? '';
}

/** Until the page with the seats stands on the wall, with most of its time before it. */
export async function untilLunchStands(wall: Page): Promise<void> {
  await wall.waitForFunction(
    () => {
      const running = [...document.querySelectorAll<HTMLElement>('.foot__turns b')].map((bar) =>
        Number(/scaleX\(([\d.]+)\)/.exec(bar.style.transform)?.[1] ?? 0),
      );
      const progress = running.find((each) => each > 0 && each < 1) ?? 0;
      return document.querySelector('.seats__key') !== null && progress < 0.6;
    },
    undefined,
    { timeout: 60_000, polling: 100 },
  );
}
