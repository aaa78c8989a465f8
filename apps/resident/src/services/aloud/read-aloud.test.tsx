import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { everyday, ticket } from '../../testing/district';
import { FakeServer } from '../../testing/fake-server';
import { newPhone, openApp } from '../../testing/open-app';

interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/** A phone that speaks, as the browser's own synthesis does it. */
class FakeSynthesis extends EventTarget {
  said: SpeechSynthesisUtterance[] = [];
  hushed = 0;
  constructor(public voices: readonly Voice[]) {
    super();
  }
  getVoices = () => this.voices;
  speak = (utterance: SpeechSynthesisUtterance) => void this.said.push(utterance);
  cancel = () => {
    this.hushed += 1;
    this.said = [];
  };
}
class FakeUtterance {
  lang = '';
  voice: Voice | null = null;
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

const MANDARIN: Voice = { lang: 'zh_CN', localService: true };
const CANTONESE: Voice = { lang: 'zh-HK', localService: true };
const ENGLISH: Voice = { lang: 'en-GB', localService: true };
const ID = '019ab000-0000-7000-8000-000000000901';

let server: FakeServer;
function speaking(...voices: Voice[]): FakeSynthesis {
  const synthesis = new FakeSynthesis(voices);
  Object.assign(window, { speechSynthesis: synthesis, SpeechSynthesisUtterance: FakeUtterance });
  return synthesis;
}
const DAY = /11月25日/;
const openTicket = () => openApp(server, `/bookings/${ID}`);
const texts = ({ said }: FakeSynthesis) => said.map(({ text }) => text);

beforeEach(async () => {
  await newPhone();
  server = new FakeServer({ ...everyday, OneBooking: () => ({ booking: ticket(ID) }) });
});
afterEach(() => {
  Reflect.deleteProperty(window, 'speechSynthesis');
});

it('a ticket is read in the words that it shows, the number digit by digit; the second tap stops', async () => {
  const synthesis = speaking(CANTONESE, MANDARIN);
  const user = await openTicket();
  await user.click(await screen.findByRole('button', { name: '朗讀' }));
  const number = document.querySelector('.bigt__no')?.textContent ?? '';
  expect(number).toMatch(/^\d+$/);
  expect(texts(synthesis).join()).toContain(Array.from(number).join(' '));
  expect(texts(synthesis)[0]).toContain('已確認');
  expect(texts(synthesis).join()).not.toMatch(/–|undefined|\{/);
  expect(synthesis.said.map(({ voice, lang }) => [voice, lang])).toEqual(
    synthesis.said.map(() => [MANDARIN, 'zh-CN']),
  );
  await user.click(screen.getByRole('button', { name: '停止朗讀', pressed: true }));
  expect(synthesis.said).toEqual([]);
  expect(screen.getByRole('button', { name: '朗讀', pressed: false })).toBeTruthy();
});

it('said to the end, it can be read again', async () => {
  const synthesis = speaking(MANDARIN);
  const user = await openTicket();
  await user.click(await screen.findByRole('button', { name: '朗讀' }));
  act(() => {
    synthesis.said.at(-1)?.onend?.(new Event('end') as SpeechSynthesisEvent);
  });
  expect(await screen.findByRole('button', { name: '朗讀', pressed: false })).toBeTruthy();
});

it('whoever leaves the page leaves the voice', async () => {
  const synthesis = speaking(MANDARIN);
  const user = await openTicket();
  await user.click(await screen.findByRole('button', { name: '朗讀' }));
  await user.click(screen.getByRole('link', { name: '首頁' }));
  await waitFor(() => expect(synthesis.said).toEqual([]));
  expect(window.location.pathname).toBe('/');
});

it('without a voice of the language there is no button; one that comes late brings it', async () => {
  const synthesis = speaking(CANTONESE, ENGLISH);
  await openTicket();
  await screen.findByText(DAY);
  expect(screen.queryByRole('button', { name: '朗讀' })).toBeNull();
  synthesis.voices = [MANDARIN];
  act(() => void synthesis.dispatchEvent(new Event('voiceschanged')));
  expect(await screen.findByRole('button', { name: '朗讀' })).toBeTruthy();
});

it('a browser that cannot speak shows the page as it is', async () => {
  await openTicket();
  await screen.findByText(DAY);
  expect(screen.queryByRole('button', { name: '朗讀' })).toBeNull();
});

it.each([
  ['zh-Hans', '朗读', MANDARIN, 'zh-CN'],
  ['en', 'Read aloud', ENGLISH, 'en'],
])('in %s it is read in that language', async (locale, name, voice, lang) => {
  localStorage.setItem('linli.locale', locale);
  const synthesis = speaking(MANDARIN, ENGLISH);
  const user = await openTicket();
  await user.click(await screen.findByRole('button', { name }));
  expect(synthesis.said.map((one) => [one.voice, one.lang])).toEqual(synthesis.said.map(() => [voice, lang]));
  expect(texts(synthesis).length).toBeGreaterThan(3);
});

it('a menu says its dishes, and what this person must not eat', async () => {
  const synthesis = speaking(MANDARIN);
  const user = await openApp(server, '/lunch');
  await user.click(await screen.findByRole('button', { name: '朗讀' }));
  const shown = [...document.querySelectorAll('.dishes li')].map((dish) => dish.textContent);
  expect(shown.length).toBeGreaterThan(0);
  expect(texts(synthesis)[1]).toMatch(/^菜有/);
});
