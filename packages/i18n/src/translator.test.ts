import { expect, it } from '@jest/globals';
import { catalogs as common, type CommonTranslate, refusalKey } from './common/index.js';
import { createI18n, localeFor, LOCALES, translatorOf } from './index.js';
import { catalogs as resident } from './resident/index.js';

it('says the same key in three languages', async () => {
  const said = await Promise.all(
    LOCALES.map(async (locale) => (await createI18n(common, locale)).t('common.print')),
  );
  expect(said).toEqual(['打印', '打印', 'Print']);
  expect((await createI18n(common, 'zh-Hans')).t('CentreKind.PARTY_SERVICE_CENTRE')).toBe('党群服务中心');
});

it('a face says the common words too, and the compiler knows what a message wants', async () => {
  const { t } = await createI18n(resident, 'zh-Hant');
  expect(t('common.qrCode', { text: 'LL-1' })).toBe('二維碼 LL-1');
  const anyFace: CommonTranslate = t;
  expect(anyFace(refusalKey('SESSION_FULL'))).toBe('剛剛滿了。');
  // @ts-expect-error a message that takes values wants them
  t('common.qrCode');
  // @ts-expect-error no such key
  t('common.nothing');
});

it('fills in plurals by the rules of the language', () => {
  const messages = { places: [['n', 'plural', { one: ['#', ' place'], other: ['#', ' places'] }]] };
  const { t } = translatorOf<{ places: [values: { n: number }] }>(messages as never, 'en');
  expect([t('places', { n: 1 }), t('places', { n: 1200 })]).toEqual(['1 place', '1,200 places']);
});

it('chooses the first language of the reader that we speak', () => {
  const chosen = [['zh-TW', 'en'], ['zh-CN'], ['zh'], ['zh-Hant-HK'], ['fr', 'en-GB'], ['fr'], []].map(
    localeFor,
  );
  expect(chosen).toEqual(['zh-Hant', 'zh-Hans', 'zh-Hans', 'zh-Hant', 'en', 'zh-Hant', 'zh-Hant']);
});
