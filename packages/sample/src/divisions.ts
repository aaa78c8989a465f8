import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The real divisions of 郾城區 (2023 edition of the statistical codes), as published: Simplified names. */
export const divisionsFile = path.resolve(import.meta.dirname, '../data/divisions-411103.csv');

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
}

export const divisions: readonly Division[] = readFileSync(divisionsFile, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = '', name = '', parentCode = ''] = line.split(',');
    return { code, name, parentCode };
  });

const CODE_LENGTH = 12;
const FIRST_VILLAGE = 200;
const units = divisions.filter(({ code }) => code.length === CODE_LENGTH);

export const DISTRICT = '411103';
export const towns = divisions.filter(({ parentCode }) => parentCode === DISTRICT);
export const communities = units.filter(({ code }) => Number(code.slice(-3)) < FIRST_VILLAGE);
export const villages = units.filter(({ code }) => Number(code.slice(-3)) >= FIRST_VILLAGE);
