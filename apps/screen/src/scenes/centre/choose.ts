import { addDays, type PlainDate, plainDateOf } from '@linli/domain/base';
import type { CentreScene, Lunch, SceneSession } from '../scene';

const isOver = ({ endsAt }: { readonly endsAt: string }, now: Date): boolean =>
  Date.parse(endsAt) <= now.getTime();

export interface LunchShown {
  readonly lunch: Lunch;
  readonly isToday: boolean;
}

/** The lunch that matters now: today's until it is over, then the next one. Also right days after the last answer. */
export function lunchShown({ lunch, nextLunch }: CentreScene, now: Date): LunchShown | undefined {
  const found = [lunch, nextLunch].find((each) => each != null && !isOver(each, now));
  return found ? { lunch: found, isToday: found.day === plainDateOf(now) } : undefined;
}

/** Every session that is not over, soonest first. */
export const comingSessions = ({ today, week }: CentreScene, now: Date): SceneSession[] =>
  [...today, ...week].filter((session) => !isOver(session, now));

export const dayOf = ({ startsAt }: SceneSession): PlainDate => plainDateOf(new Date(startsAt));

export const sessionsToday = (scene: CentreScene, now: Date): SceneSession[] =>
  comingSessions(scene, now).filter((session) => dayOf(session) === plainDateOf(now));

export const hasBegun = ({ startsAt }: SceneSession, now: Date): boolean =>
  Date.parse(startsAt) <= now.getTime();

const NOON_HOUR = 12;
const hourOf = (session: SceneSession): number => (new Date(session.startsAt).getUTCHours() + 8) % 24;
export const areAllAfterNoon = (sessions: readonly SceneSession[]): boolean =>
  sessions.length > 0 && sessions.every((session) => hourOf(session) >= NOON_HOUR);

export interface BoardDay {
  readonly day: PlainDate;
  readonly sessions: readonly SceneSession[];
}

const BOARD_DAYS = 7;

/** Seven days from today on, with what is still to come on each. */
export function boardOf(scene: CentreScene, now: Date): BoardDay[] {
  const sessions = comingSessions(scene, now);
  const today = plainDateOf(now);
  return Array.from({ length: BOARD_DAYS }, (_, i) => {
    const day = addDays(today, i);
    return { day, sessions: sessions.filter((session) => dayOf(session) === day) };
  });
}

/** Those that one can still join: with a place left, and not begun. */
export const openSessions = (sessions: readonly SceneSession[], now: Date): SceneSession[] =>
  sessions.filter((session) => session.placesLeft > 0 && !hasBegun(session, now));
