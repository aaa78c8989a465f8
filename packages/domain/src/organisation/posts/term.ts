import { addDays, type PlainDate } from '../../base/index.js';
import { type EnumOf, enumOf } from '../../base/index.js';
import type { OrganisationKind } from '../structure/index.js';
import { PARTY_POSTS, type PostKind, SELF_RULE_KINDS } from './post-kinds.js';

/** 屆期: without one, running, about to end, over (換屆 is overdue). */
export const TermState = enumOf('NONE', 'RUNNING', 'ENDING', 'OVER');
export type TermState = EnumOf<typeof TermState>;

/** A term that ends within half a year has to be prepared for. */
export const TERM_ENDS_SOON_DAYS = 180;

const [LONG, SHORT] = [5, 3];

/** Five years in villages and communities, otherwise three; who leads a grid or a building has no term. */
export function termYears(kind: PostKind, organisation: OrganisationKind): number | null {
  const hasTerm = PARTY_POSTS.includes(kind) || kind === 'SELF_RULE_HEAD' || kind === 'TWO_COMMITTEES_MEMBER';
  if (!hasTerm) return null;
  return SELF_RULE_KINDS.includes(organisation) ? LONG : SHORT;
}

/** The last day of a term that begins on the day: of one that begins on 29 February, 28 February as well. */
export function termEndsOn(from: PlainDate, years: number): PlainDate {
  const same = `${String(Number(from.slice(0, 4)) + years)}${from.slice(4)}`;
  const isDay = !same.endsWith('-02-29') || new Date(`${same}T00:00:00Z`).getUTCDate() === 29;
  return addDays((isDay ? same : `${same.slice(0, 4)}-03-01`) as PlainDate, -1);
}

export function termState(endsOn: PlainDate | null, on: PlainDate): TermState {
  if (endsOn === null) return 'NONE';
  if (endsOn < on) return 'OVER';
  return endsOn <= addDays(on, TERM_ENDS_SOON_DAYS) ? 'ENDING' : 'RUNNING';
}
