import { type OrganisationId, reachOf, type Viewer } from '@linli/domain/access';
import { plainDateOf, type PlainDate } from '@linli/domain/base';
import {
  LARGEST_MEMBER_SHEET,
  type MemberColumn,
  type MemberSheetFault,
  type MemberSheetInput,
  type MemberSheetProblem,
  MOST_MEMBER_ROWS,
  type MembershipStep,
  readMemberSheet,
  type WrittenMember,
} from '@linli/domain/organisation/members';
import { Refusal } from '@linli/domain/refusals';
import { actorOf, placesOf, recordAudit, recordRead } from '../../access/audit/index.js';
import { type Database, newUuid, now, type Transaction, transaction } from '../../platform/database/index.js';
import { rowsOfSheet } from '../../platform/files/index.js';
import { Refused } from '../../platform/graphql/index.js';
import type { MemberSheet, MemberSheetLine, MemberSheetOutcome } from './member-sheet.type.js';
import { branchesOfSheet, peopleOfSheet, type PersonOfSheet } from './people-of-sheet.js';
import { organisationsReached, reachedOrganisations } from './reach.js';
import {
  type MembershipToRecord,
  type NotRecorded,
  recordMemberships,
  refusedMemberships,
} from './record-memberships.js';
import { memberSheetWords } from './roster-words.js';

interface Line extends MemberSheetLine {
  readonly change: MembershipToRecord | undefined;
}
interface Planned {
  readonly lines: readonly Line[];
  readonly problems: readonly MemberSheetProblem[];
  readonly name: string;
}

/** What the sheet would do to each person, or which cells keep it from being taken; nothing is written. */
export const previewMemberSheet = (
  db: Database,
  viewer: Viewer,
  input: MemberSheetInput,
): Promise<MemberSheet | Refused> =>
  transaction(db, async (tx) => {
    const planned = await plan(tx, viewer, input);
    return planned instanceof Refused ? planned : shown(input, planned, 0);
  });

/** 導入 The members of a sheet, all or none. */
export const importMemberSheet = (
  db: Database,
  viewer: Viewer,
  input: MemberSheetInput,
): Promise<MemberSheet | Refused> =>
  transaction(db, async (tx) => {
    const planned = await plan(tx, viewer, input);
    if (planned instanceof Refused) return planned;
    const { lines, problems, name } = planned;
    if (problems.length > 0) return new Refused(Refusal.IMPORT_HAS_ERRORS, { problems: problems.length });
    const changes = lines.flatMap(({ change }) => change ?? []);
    if (changes.length === 0) return new Refused(Refusal.IMPORT_CHANGES_NOTHING);
    const [refused] = await recordMemberships(tx, { id: viewer.personId, name: viewer.name }, changes);
    if (refused) return new Refused(refused.code, refused.details);
    const own = placesOf(viewer);
    const joined = lines.filter(({ outcome }) => outcome === 'JOINS').length;
    await recordAudit(tx, {
      ...{ actor: actorOf(viewer), action: 'MEMBERS_IMPORTED' },
      subject: { kind: 'ORGANISATION', id: input.organisationId, name },
      detail: { joined, changed: changes.length - joined },
      places: { ...own, organisationIds: [...own.organisationIds, input.organisationId] },
    });
    return shown(input, planned, changes.length);
  });

const shown = (
  { organisationId }: MemberSheetInput,
  { lines, problems }: Planned,
  written: number,
): MemberSheet => ({ organisationId, problems, written, lines: lines.map(({ change: _, ...line }) => line) });

async function plan(tx: Transaction, viewer: Viewer, input: MemberSheetInput): Promise<Planned | Refused> {
  const { organisationId } = input;
  const names = await reachedOrganisations(tx, viewer, 'KEEP_MEMBERS', [organisationId]);
  const name = names.get(organisationId) ?? '';
  const rows = await rowsOfSheet(input.content, {
    largest: LARGEST_MEMBER_SHEET,
    mostRows: MOST_MEMBER_ROWS,
  });
  if (rows instanceof Refused) return rows;
  const read = readMemberSheet(rows, plainDateOf(await now(tx)), await memberSheetWords());
  if (read.members.length === 0 && read.problems.length === 0) return new Refused(Refusal.FILE_EMPTY);
  const found = new Found({ organisationId, name }, read.members);
  await found.look(tx, viewer);
  const lines = read.members.flatMap((member) => found.lineOf(member) ?? []);
  const changing = lines.filter(({ change }) => change);
  const refused = await refusedMemberships(
    tx,
    changing.flatMap(({ change }) => change ?? []),
  );
  const late = refused.map((each) => faultOf(each, changing[each.index]));
  // That there is somebody of this name and day is told to whoever asks: it is on the trail.
  const ids = found.people.map(({ id }) => id);
  await recordRead(tx, viewer, {
    ...{ action: 'MEMBERS_SHOWN', subjectKind: 'MEMBER', ids, places: { organisationIds: [organisationId] } },
  });
  const problems = [...read.problems, ...found.problems, ...late];
  return { lines, name, problems: problems.toSorted((one, other) => one.row - other.row) };
}

/** What the house knows of those who are written down. */
class Found {
  readonly problems: MemberSheetProblem[] = [];
  people: readonly PersonOfSheet[] = [];
  readonly #at: { readonly organisationId: OrganisationId; readonly name: string };
  readonly #members: readonly WrittenMember[];
  #branches: Awaited<ReturnType<typeof branchesOfSheet>> = [];

  constructor(at: { organisationId: OrganisationId; name: string }, members: readonly WrittenMember[]) {
    this.#at = at;
    this.#members = members;
  }

  async look(tx: Transaction, viewer: Viewer): Promise<void> {
    const tops = await organisationsReached(tx, viewer, 'KEEP_MEMBERS');
    const written = new Set(this.#members.flatMap(({ branch }) => branch ?? []));
    this.#branches = await branchesOfSheet(tx, this.#at.organisationId, [...written]);
    this.people = await peopleOfSheet(tx, reachOf(viewer, 'SEE_RESIDENTS'), { tops, members: this.#members });
  }

  lineOf(member: WrittenMember): Line | null {
    const branch = this.#branchOf(member);
    const person = branch && this.#personOf(member, branch.id);
    if (!person) return null;
    const { row, name, stage, since } = member;
    const outcome = this.#outcomeOf(member, person, branch.id);
    if (!outcome) return null;
    const step: MembershipStep =
      outcome === 'JOINS'
        ? { kind: 'JOINED', on: since, organisationId: branch.id, stage }
        : { kind: 'STAGE_CHANGED', on: since, stage };
    const change = { id: newUuid(), residentId: person.id, step, documentNumber: member.document };
    return {
      ...{ row, name, branchName: branch.name, stage, since, outcome },
      change: outcome === 'SAME' ? undefined : change,
    };
  }

  #outcomeOf(
    { row, branch, stage, since }: WrittenMember,
    person: PersonOfSheet,
    branchId: OrganisationId,
  ): MemberSheetOutcome | null {
    if (person.organisationId === null) return 'JOINS';
    if (person.organisationId !== branchId)
      return this.#wrong(row, 'BRANCH', 'MEMBER_ELSEWHERE', branch ?? '');
    if (person.stage !== stage) return 'CHANGES_STAGE';
    return person.since === since ? 'SAME' : this.#wrong(row, 'SINCE', 'OTHER_DAY', since);
  }

  #branchOf({ row, branch }: WrittenMember): { id: OrganisationId; name: string } | null {
    if (branch === null) return { id: this.#at.organisationId, name: this.#at.name };
    const [one, ...others] = this.#branches.filter(({ written }) => written === branch);
    if (!one) return this.#wrong(row, 'BRANCH', 'UNKNOWN_BRANCH', branch);
    return others.length > 0 ? this.#wrong(row, 'BRANCH', 'SEVERAL_BRANCHES', branch) : one;
  }

  /** Of several who bear the name, the one who belongs to the branch already. */
  #personOf({ row, name }: WrittenMember, branchId: OrganisationId): PersonOfSheet | null {
    const all = this.people.filter((person) => person.row === row);
    const own = all.filter(({ organisationId }) => organisationId === branchId);
    const [one, ...others] = own.length > 0 ? own : all;
    if (!one) return this.#wrong(row, 'NAME', 'UNKNOWN_PERSON', name);
    return others.length > 0 ? this.#wrong(row, 'NAME', 'SEVERAL_PEOPLE', name) : one;
  }

  #wrong(row: number, column: MemberColumn, fault: MemberSheetFault, value: string): null {
    this.problems.push({ row, column, fault, value: value.slice(0, 60) });
    return null;
  }
}

/** What the roster refuses, said of the cell that it is about. */
function faultOf({ code }: NotRecorded, line: Line | undefined): MemberSheetProblem {
  const { row = 0, branchName = '', since = '' as PlainDate, stage = 'FULL' } = line ?? {};
  if (code === 'NO_MEMBERS_HERE') return { row, column: 'BRANCH', fault: code, value: branchName };
  if (code === 'MEMBER_ELSEWHERE') return { row, column: 'BRANCH', fault: code, value: branchName };
  if (code === 'STAGE_DOES_NOT_FOLLOW') return { row, column: 'STAGE', fault: code, value: stage };
  return { row, column: 'SINCE', fault: 'BEFORE_LAST_CHANGE', value: since };
}
