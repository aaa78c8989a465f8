import type { AreaKind } from './area-kinds.js';

const LENGTHS = [6, 9, 12];

const townKinds: Readonly<Record<string, AreaKind>> = {
  0: 'SUB_DISTRICT',
  1: 'TOWN',
  2: 'TOWNSHIP',
  3: 'TOWNSHIP',
};
const villageKinds: Readonly<Record<string, AreaKind>> = {
  0: 'COMMUNITY',
  1: 'COMMUNITY',
  2: 'VILLAGE',
  3: 'VILLAGE',
};

/** Does it have the form of a statistical division code, which no other area may have? */
export const looksLikeDivision = (code: string): boolean =>
  /^\d+$/.test(code) && LENGTHS.includes(code.length);

/**
 * What a statistical division code says: digits 1-6 the district, 7-9 a sub-district (0xx), town (1xx) or township
 * (2xx-3xx), 10-12 a community (001-199) or village (200-399). `undefined`: no such code.
 * Source: the statistical bureau's 統計用區劃代碼 (2023 edition).
 */
export function kindOfDivision(code: string): AreaKind | undefined {
  if (!looksLikeDivision(code)) return undefined;
  if (code.length === 6) return code === '000000' ? undefined : 'DISTRICT';
  const part = code.slice(-3);
  if (part === '000') return undefined;
  const kind = (code.length === 9 ? townKinds : villageKinds)[part.charAt(0)];
  return code.length === 12 && kindOfDivision(code.slice(0, 9)) === undefined ? undefined : kind;
}

/** The code that its parent must have; `null` for a district. */
export const parentOfDivision = (code: string): string | null =>
  code.length === 6 ? null : code.slice(0, -3);
