import { expect, it } from '@jest/globals';
import { deviceLook } from './device-look';

const LIKE_CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 Mobile Safari/537.36';

it.each([
  [`Mozilla/5.0 (Linux; Android 12; M2102K1C) ${LIKE_CHROME}`, 'ANDROID', 'CHROME'],
  [
    `Mozilla/5.0 (Linux; Android 10; HMA-AL00) ${LIKE_CHROME} MicroMessenger/8.0.47(0x28002F34)`,
    'ANDROID',
    'WECHAT',
  ],
  [
    `Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) ${LIKE_CHROME} HuaweiBrowser/14.0.5`,
    'HARMONY',
    'HUAWEI',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
    'IPHONE',
    'SAFARI',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'WINDOWS',
    'EDGE',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:120.0) Gecko/20100101 Firefox/120.0', 'MAC', 'FIREFOX'],
  ['', 'OTHER', 'OTHER'],
])('%s', (said, system, browser) => {
  expect(deviceLook(said)).toEqual({ system, browser });
});
