import type { PlainDate } from '../../base/index.js';
import { monthsOn } from '../moving/index.js';
import type { Refusal } from '../../refusals/index.js';
import {
  ACTIVIST_STEP,
  ADMISSION_STEP,
  APPROVAL_STEP,
  BECOMING_STEPS,
  type BecomingPaper,
  type BecomingStep,
  CANDIDATE_STEP,
  CONFIRMING_STEP,
  INTRODUCERS,
  INTRODUCERS_STEP,
  PROBATION_ENDS_STEPS,
  REVIEW_MONTHS,
  SPECIAL_MONTHS,
  TRAINING_DAYS,
  TRAINING_HOURS,
  TRAINING_STEP,
} from './steps/index.js';

/** What is on record of one person's way. */
export interface Dossier {
  /** The day of each step taken, the first step first: none is left out. */
  readonly days: readonly PlainDate[];
  readonly reviews: readonly PlainDate[];
  /** 延長預備期. */
  readonly extendedMonths: number;
  /** 特殊情況 The approval may take six months. */
  readonly isProlonged: boolean;
  readonly isStopped: boolean;
}

export interface StepToTake {
  readonly step: number;
  readonly on: PlainDate;
  readonly papers: readonly BecomingPaper[];
  readonly introducers: readonly string[];
  readonly trainingHours: number | null;
  readonly trainingDays: number | null;
}

export interface BecomingRefused {
  readonly code: Refusal;
  readonly details?: Readonly<Record<string, string | number>>;
}

const stepOf = (number: number): BecomingStep | undefined => BECOMING_STEPS[number - 1];
const dayOf = ({ days }: Pick<Dossier, 'days'>, step: number): PlainDate | undefined => days[step - 1];

/** The first day that a gate leaves open, once the day it counts from is known. */
function gateOf(dossier: Dossier, number: number): PlainDate | undefined {
  const gate = stepOf(number)?.notBefore;
  const from = gate && dayOf(dossier, gate.of);
  const extended = PROBATION_ENDS_STEPS.includes(number) ? dossier.extendedMonths : 0;
  return from && monthsOn(from, gate.months + extended);
}

/** The first day on which a step may be taken; undefined when its turn has not come. */
export function earliestDay(dossier: Dossier, number: number): PlainDate | undefined {
  if (!stepOf(number) || number !== dossier.days.length + 1) return undefined;
  const [before, gate] = [dossier.days.at(-1), gateOf(dossier, number)];
  if (!gate) return before;
  return before !== undefined && before > gate ? before : gate;
}

/** 應在…前 The day after which a step is late; undefined when nothing says so. */
export function dueDay(
  dossier: Pick<Dossier, 'days' | 'isProlonged'>,
  number: number,
): PlainDate | undefined {
  const within = stepOf(number)?.within;
  const from = within && dayOf(dossier, within.of);
  const months = dossier.isProlonged && number === APPROVAL_STEP ? SPECIAL_MONTHS : within?.months;
  return from && months !== undefined ? monthsOn(from, months) : undefined;
}

/** 延長預備期 After the meeting that admits, before the one that confirms, and once. */
export const mayExtend = ({ days, extendedMonths, isStopped }: Dossier): boolean =>
  !isStopped && extendedMonths === 0 && days.length >= APPROVAL_STEP && days.length < CONFIRMING_STEP;

/** 特殊情況 After the meeting, before the approval, and once. */
export const mayProlong = ({ days, isProlonged, isStopped }: Dossier): boolean =>
  !isStopped && !isProlonged && days.length >= ADMISSION_STEP && days.length < APPROVAL_STEP;

/** How many half-years are over between two days: as many reviews there must be. */
export function reviewsDue(since: PlainDate, until: PlainDate): number {
  let due = 0;
  while (monthsOn(since, (due + 1) * REVIEW_MONTHS) <= until) due += 1;
  return due;
}

/** Why a step cannot be taken; undefined when it can. */
export function refuseStep(dossier: Dossier, taken: StepToTake): BecomingRefused | undefined {
  const step = stepOf(taken.step);
  if (dossier.isStopped) return { code: 'BECOMING_STOPPED' };
  const next = dossier.days.length + 1;
  if (!step || taken.step !== next) return { code: 'STEP_OUT_OF_TURN', details: { next } };
  const earliest = earliestDay(dossier, taken.step);
  if (earliest !== undefined && taken.on < earliest)
    return { code: 'STEP_BEFORE_ITS_DAY', details: { from: earliest } };
  const missing = step.papers.filter((paper) => !taken.papers.includes(paper));
  if (missing.length > 0)
    return { code: 'PAPERS_MISSING', details: { count: missing.length, papers: missing.join(' ') } };
  return refuseParticulars(dossier, taken);
}

function refuseParticulars(dossier: Dossier, taken: StepToTake): BecomingRefused | undefined {
  const activistOn = dayOf(dossier, ACTIVIST_STEP);
  if (taken.step === CANDIDATE_STEP && activistOn !== undefined) {
    const due = reviewsDue(activistOn, taken.on);
    const had = dossier.reviews.filter((on) => on >= activistOn && on <= taken.on).length;
    if (had < due) return { code: 'REVIEWS_MISSING', details: { had, due } };
  }
  if (taken.step === INTRODUCERS_STEP && new Set(taken.introducers).size !== INTRODUCERS)
    return { code: 'INTRODUCERS_NEEDED' };
  const isTrained =
    (taken.trainingHours ?? 0) >= TRAINING_HOURS || (taken.trainingDays ?? 0) >= TRAINING_DAYS;
  if (taken.step === TRAINING_STEP && !isTrained) return { code: 'TRAINING_TOO_SHORT' };
  return undefined;
}

export interface NextStep {
  readonly step: BecomingStep;
  readonly earliest: PlainDate | null;
  /** The first deadline that is running, of this step or of one behind it. */
  readonly due: PlainDate | null;
  readonly dueStep: number | null;
  readonly isLate: boolean;
  /** The next half-year review, while somebody is an activist. */
  readonly reviewDue: PlainDate | null;
}

/** What comes next, from when, until when, and whether that is over; undefined at the end. */
export function nextStep(dossier: Dossier, on: PlainDate): NextStep | undefined {
  const number = dossier.days.length + 1;
  const step = stepOf(number);
  if (!step || dossier.isStopped) return undefined;
  const [{ due, dueStep } = { due: null, dueStep: null }] = BECOMING_STEPS.slice(number - 1)
    .flatMap((behind) => {
      const due = dueDay(dossier, behind.number);
      return due ? [{ due, dueStep: behind.number }] : [];
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
  const activistOn = dayOf(dossier, ACTIVIST_STEP);
  const isActivist = activistOn !== undefined && number <= CANDIDATE_STEP;
  const reviewDue = isActivist ? monthsOn(activistOn, (dossier.reviews.length + 1) * REVIEW_MONTHS) : null;
  const isLate = (due !== null && on > due) || (reviewDue !== null && on > reviewDue);
  return { step, earliest: earliestDay(dossier, number) ?? null, due, dueStep, isLate, reviewDue };
}

/** One of the twenty-five as it stands for somebody, before it is due too. */
export interface TimelineStep {
  readonly step: BecomingStep;
  readonly on: PlainDate | null;
  /** Before that it cannot be taken, as far as that is known. */
  readonly earliest: PlainDate | null;
  readonly due: PlainDate | null;
  readonly isNext: boolean;
  /** Taken after its day, or not taken and its day is over. */
  readonly isLate: boolean;
}

export function timelineOf(dossier: Dossier, today: PlainDate): TimelineStep[] {
  const next = dossier.isStopped ? 0 : dossier.days.length + 1;
  return BECOMING_STEPS.map((step) => {
    const { number } = step;
    const on = dayOf(dossier, number) ?? null;
    const due = dueDay(dossier, number) ?? null;
    const earliest = earliestDay(dossier, number) ?? gateOf(dossier, number) ?? null;
    const isLate = due !== null && (on ?? (dossier.isStopped ? due : today)) > due;
    return { step, on, earliest: on === null ? earliest : null, due, isNext: number === next, isLate };
  });
}
