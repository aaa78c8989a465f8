import { z } from 'zod';
import { organisationId } from '../../access/index.js';
import {
  type EnumOf,
  enumOf,
  isEmptyCell,
  type PlainDate,
  SHEET_FAULTS,
  type SheetCell,
  type SheetProblem,
  SheetReader,
  type SheetRow,
} from '../../base/index.js';
import type { MemberStage } from './member-stage.js';

/** 黨員表 A member a row. Without a branch it is the one that the sheet is brought to; other columns say nothing. */
export const MemberColumn = enumOf('NAME', 'BORN', 'BRANCH', 'STAGE', 'SINCE', 'DOCUMENT');
export type MemberColumn = EnumOf<typeof MemberColumn>;
const NEEDED: readonly MemberColumn[] = ['NAME', 'BORN', 'STAGE', 'SINCE'];

export const MemberSheetFault = enumOf(
  ...SHEET_FAULTS,
  ...(['DAY_IN_FUTURE', 'PERSON_TWICE', 'UNKNOWN_PERSON', 'SEVERAL_PEOPLE', 'UNKNOWN_BRANCH'] as const),
  ...(['SEVERAL_BRANCHES', 'NO_MEMBERS_HERE', 'MEMBER_ELSEWHERE', 'STAGE_DOES_NOT_FOLLOW'] as const),
  ...(['BEFORE_LAST_CHANGE', 'OTHER_DAY'] as const),
);
export type MemberSheetFault = EnumOf<typeof MemberSheetFault>;

export type MemberSheetProblem = SheetProblem<MemberColumn, MemberSheetFault>;

/** What may be written, in every language of the house, in lower case. */
export interface MemberSheetWords {
  readonly columns: ReadonlyMap<string, MemberColumn>;
  readonly stages: ReadonlyMap<string, MemberStage>;
}

export interface WrittenMember {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly name: string;
  readonly born: PlainDate;
  /** Null: the one that the sheet is brought to. */
  readonly branch: string | null;
  readonly stage: MemberStage;
  /** The first day in this stage. */
  readonly since: PlainDate;
  readonly document: string | null;
}

export interface ReadMemberSheet {
  readonly members: readonly WrittenMember[];
  readonly problems: readonly MemberSheetProblem[];
}

/** Bytes; ten members are about a KiB. */
export const LARGEST_MEMBER_SHEET = 2 * 1024 * 1024;
export const MOST_MEMBER_ROWS = 5000;

export const memberSheetInput = z.object({
  organisationId,
  /** Base64 of an .xlsx file. */
  content: z.string().max(Math.ceil(LARGEST_MEMBER_SHEET * 1.4)),
});
export type MemberSheetInput = z.infer<typeof memberSheetInput>;

/** The members that a sheet tells, and every cell that keeps it from being taken. Empty rows say nothing. */
export function readMemberSheet(
  rows: readonly SheetRow[],
  today: PlainDate,
  words: MemberSheetWords,
): ReadMemberSheet {
  const reader = new Reader(today, words);
  reader.readAll(rows, { columns: words.columns, needed: NEEDED, sign: 'NAME' });
  return reader;
}

class Reader extends SheetReader<MemberColumn, MemberSheetFault> {
  readonly members: WrittenMember[] = [];
  readonly #today: PlainDate;
  readonly #words: MemberSheetWords;
  readonly #people = new Set<string>();

  constructor(today: PlainDate, words: MemberSheetWords) {
    super();
    this.#today = today;
    this.#words = words;
  }

  protected override read(cell: (column: MemberColumn) => SheetCell): void {
    if (Object.values(MemberColumn).every((column) => isEmptyCell(cell(column)))) return;
    const name = this.#needed(cell('NAME'), 'NAME', (text) => this.line(text, 'NAME', 30));
    const born = this.#needed(cell('BORN'), 'BORN', (day) => this.#past(day, 'BORN'));
    const stage = this.#needed(cell('STAGE'), 'STAGE', (word) => this.one(word, 'STAGE', this.#words.stages));
    const since = this.#needed(cell('SINCE'), 'SINCE', (day) => this.#past(day, 'SINCE'));
    const branch = this.#optional(cell('BRANCH'), 'BRANCH');
    const document = this.#optional(cell('DOCUMENT'), 'DOCUMENT');
    if (!name || !born || !stage || !since || branch === undefined || document === undefined) return;
    const person = `${name} ${born}`;
    if (this.#people.has(person)) this.wrong('NAME', 'PERSON_TWICE', name);
    else this.members.push({ row: this.row, name, born, branch, stage, since, document });
    this.#people.add(person);
  }

  #needed<Value>(
    cell: SheetCell,
    column: MemberColumn,
    read: (cell: SheetCell) => Value | undefined,
  ): Value | undefined {
    if (!isEmptyCell(cell)) return read(cell);
    this.wrong(column, 'MISSING');
    return undefined;
  }

  #optional(cell: SheetCell, column: MemberColumn): string | null | undefined {
    return isEmptyCell(cell) ? null : this.line(cell, column, 60);
  }

  #past(cell: SheetCell, column: MemberColumn): PlainDate | undefined {
    const day = this.day(cell, column, this.#today);
    if (!day || day <= this.#today) return day;
    this.wrong(column, 'DAY_IN_FUTURE', day);
    return undefined;
  }
}
