import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { catalogs, type CommonMessages } from '@linli/i18n/common';
import { acted, gone, shown } from '../testing-hooks.scenario.js';
import { I18nProvider, storedLocale, useAllWords, useFormat, useLocale, useT } from './index.js';
import { Suspense } from 'react';

let change: (locale: 'zh-Hant' | 'zh-Hans' | 'en') => Promise<void>;
function Word() {
  const t = useT<CommonMessages>();
  const [locale, setLocale] = useLocale();
  change = setLocale;
  return (
    <p>
      {locale} {t('common.print')} {useFormat().day('2026-11-24')}
    </p>
  );
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  await gone();
  jest.restoreAllMocks();
});

const settled = () => acted(() => new Promise((done) => setTimeout(done, 50)));
const page = async () => {
  const place = await shown(
    <I18nProvider catalogs={catalogs} locale="zh-Hant" fallback="…">
      <Word />
    </I18nProvider>,
  );
  await settled();
  return place;
};

it('shows the text, tells the document its language, and remembers a choice', async () => {
  const place = await page();
  expect(place.textContent).toBe('zh-Hant 打印 11月24日 週二');
  await acted(() => change('en'));
  expect(place.textContent).toBe('en Print Tue 24 Nov');
  expect(document.documentElement.lang).toBe('en');
  expect(storedLocale()).toBe('en');
});

it('the last choice wins, however the messages arrive', async () => {
  const place = await page();
  await acted(() => Promise.all([change('en'), change('zh-Hans')]));
  expect(place.textContent).toContain('zh-Hans');
});

it('does without storage', () => {
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('forbidden');
  });
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-CN']);
  expect(storedLocale()).toBe('zh-Hans');
});

it('keeps trying when the first messages cannot be loaded', async () => {
  jest.useFakeTimers();
  const load = jest.fn(catalogs.load['zh-Hant']).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const place = await shown(
    <I18nProvider catalogs={{ load: { ...catalogs.load, 'zh-Hant': load } }} locale="zh-Hant" fallback="…">
      <Word />
    </I18nProvider>,
  );
  expect(place.textContent).toBe('…');
  await acted(() => jest.advanceTimersByTimeAsync(3000));
  jest.useRealTimers();
  await settled();
  expect(load).toHaveBeenCalledTimes(2);
  expect(place.textContent).toContain('打印');
});

const part = (messages: Record<string, string[]>) => () => Promise.resolve({ messages });
const halves = (rest: () => Promise<{ messages: Record<string, string[]> }>) => ({
  load: {
    'zh-Hant': part({ first: ['先'] }),
    'zh-Hans': part({ first: ['先'] }),
    en: part({ first: ['first'] }),
  },
  rest: { 'zh-Hant': rest, 'zh-Hans': part({ rest: ['后'] }), en: part({ rest: ['later'] }) },
});
function Behind() {
  useAllWords();
  return <Halves />;
}
function Halves() {
  const t = useT<{ first: []; rest: [] }>();
  change = useLocale()[1];
  return (
    <>
      {t('first')}-{t('rest')}
    </>
  );
}
const both = (catalogs: ReturnType<typeof halves>) =>
  shown(
    <I18nProvider catalogs={catalogs} locale="zh-Hant" fallback="…">
      <Halves />
      <Suspense fallback="waits">
        <Behind />
      </Suspense>
    </I18nProvider>,
  );

it('says its first words at once; what stands behind waits for the others', async () => {
  let come: () => void = () => undefined;
  const rest = new Promise<{ messages: Record<string, string[]> }>((done) => {
    come = () => done({ messages: { rest: ['後'] } });
  });
  const place = await both(halves(() => rest));
  await settled();
  expect(place.textContent).toBe('先-\u200bwaits');
  await acted(async () => {
    come();
    await rest;
  });
  await settled();
  expect(place.textContent).toBe('先-後先-後');
});

it('a language that is chosen meanwhile comes whole, and one that cannot be had changes nothing', async () => {
  const never = () => new Promise<never>(() => undefined);
  const catalogs = halves(never);
  const place = await both(catalogs);
  await settled();
  catalogs.load['zh-Hans'] = () => Promise.reject(new TypeError('Failed to fetch'));
  await acted(() => expect(change('zh-Hans')).rejects.toThrow('Failed to fetch'));
  expect(place.textContent).toBe('先-\u200bwaits');
  await acted(() => change('en'));
  await settled();
  expect(place.textContent).toBe('first-laterfirst-later');
});
