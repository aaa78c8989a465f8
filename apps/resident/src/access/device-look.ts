// In this order: most browsers call themselves by the names of others too.
const SYSTEMS = [
  ['HARMONY', /HarmonyOS|OpenHarmony/],
  ['IPAD', /iPad/],
  ['IPHONE', /iPhone/],
  ['ANDROID', /Android/],
  ['WINDOWS', /Windows/],
  ['MAC', /Mac OS/],
  ['LINUX', /Linux/],
] as const;
const BROWSERS = [
  ['WECHAT', /MicroMessenger/],
  ['QQ', /MQQBrowser|QQBrowser/],
  ['UC', /UCBrowser/],
  ['HUAWEI', /HuaweiBrowser|ArkWeb/],
  ['XIAOMI', /MiuiBrowser/],
  ['EDGE', /Edg/],
  ['FIREFOX', /Firefox|FxiOS/],
  ['CHROME', /Chrome|CriOS/],
  ['SAFARI', /Safari/],
] as const;

export type System = (typeof SYSTEMS)[number][0] | 'OTHER';
export type Browser = (typeof BROWSERS)[number][0] | 'OTHER';

const found = <Name>(names: readonly (readonly [Name, RegExp])[], said: string): Name | 'OTHER' =>
  names.find(([, look]) => look.test(said))?.[0] ?? 'OTHER';

/** What a device is, as far as what its browser says of itself tells. */
export const deviceLook = (said: string): { readonly system: System; readonly browser: Browser } => ({
  system: found(SYSTEMS, said),
  browser: found(BROWSERS, said),
});
