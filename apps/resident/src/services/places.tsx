import { conditionOf, refusalMessage, useNow } from '@linli/client';
import { type IconName, Status, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import type { BookableFragment } from '../gql/graphql';
import { useWords } from '../shell/words';

export type Level = 'ok' | 'low' | 'full';

/** Fewer than a fifth left is few. */
export const levelOf = (left: number, capacity: number): Level =>
  left <= 0 ? 'full' : left < capacity / 5 ? 'low' : 'ok';

/** How many places are left, in words and as a bar. */
export function PlacesBar({
  left,
  capacity,
}: {
  readonly left: number;
  readonly capacity: number;
}): ReactElement {
  const { t } = useWords();
  const level = levelOf(left, capacity);
  return (
    <div className="cap" data-level={level}>
      <p className="cap__t">
        {level === 'full' ? (
          <b>{t('resident.places.full')}</b>
        ) : (
          <b>{t('resident.places.left', { count: left })}</b>
        )}
        <span className="mute">{t('resident.places.of', { count: capacity })}</span>
      </p>
      <div className="cap__bar" aria-hidden="true">
        <i style={{ width: `${capacity > 0 ? ((capacity - left) / capacity) * 100 : 100}%` }} />
      </div>
    </div>
  );
}

interface Standing {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word:
    | 'booked'
    | 'full'
    | 'cancelled'
    | 'over'
    | 'notYet'
    | 'notForYou'
    | 'allergy'
    | 'closed'
    | 'few'
    | 'left'
    | 'series';
}

const REFUSED: Partial<Record<string, Standing>> = {
  ALREADY_BOOKED: { tone: 'ok', icon: 'ticket', word: 'booked' },
  SESSION_FULL: { tone: 'bad', icon: 'circle-minus', word: 'full' },
  SESSION_CANCELLED: { tone: 'bad', icon: 'calendar-x', word: 'cancelled' },
  CENTRE_CLOSED: { tone: 'bad', icon: 'calendar-x', word: 'cancelled' },
  PAST_CUT_OFF: { tone: 'mute', icon: 'clock', word: 'over' },
  SESSION_OVER: { tone: 'mute', icon: 'clock', word: 'over' },
  NOT_OPEN_YET: { tone: 'mute', icon: 'lock', word: 'notYet' },
  NOT_ELIGIBLE: { tone: 'mute', icon: 'lock', word: 'notForYou' },
  // A date of a class: one joins all of it, on its page.
  WHOLE_SERIES: { tone: 'ok', icon: 'circle-check', word: 'series' },
  ALLERGY_CLASH: { tone: 'bad', icon: 'triangle-alert', word: 'allergy' },
};

/** How a session stands for this person: its state first, its places second. */
export function standingOf({
  refusal,
  bookingId,
  placesLeft,
  session,
}: Pick<BookableFragment, 'refusal' | 'bookingId' | 'placesLeft'> & {
  readonly session: { readonly capacity: number };
}): Standing {
  if (bookingId) return { tone: 'ok', icon: 'ticket', word: 'booked' };
  if (refusal) return REFUSED[refusal] ?? { tone: 'mute', icon: 'circle-minus', word: 'closed' };
  return levelOf(placesLeft, session.capacity) === 'ok'
    ? { tone: 'ok', icon: 'circle-check', word: 'left' }
    : { tone: 'warn', icon: 'clock', word: 'few' };
}

export function PlacesWord({ line }: { readonly line: BookableFragment }): ReactElement {
  const { t } = useWords();
  const whoMay = useCondition();
  const { tone, icon, word } = standingOf(line);
  return (
    <Status tone={tone} icon={icon}>
      {whoMay(line) ?? t(`resident.standing.${word}`, { count: line.placesLeft })}
    </Status>
  );
}

/** Of these refusals `PlacesWord` says all there is to say. */
export const saidByMark = (refusal: string): boolean =>
  ['SESSION_FULL', 'NOT_ELIGIBLE', 'ALREADY_BOOKED'].includes(refusal);

type Refusing = Pick<BookableFragment, 'refusal' | 'refusalDetails'>;

/** For whom a session is that this person may not book: 「限 60 歲及以上」. Undefined when it is not about the person. */
export function useCondition(): (line: Refusing) => string | undefined {
  const { t } = useWords();
  return ({ refusal, refusalDetails }) =>
    refusal ? conditionOf({ code: refusal, details: refusalDetails }, t) : undefined;
}

/** Why this person cannot have this session, or from when they can, in words; empty when they can. */
export function useWhyNot(): (line: Refusing) => string {
  const { t, format } = useWords();
  const now = useNow(60_000);
  return ({ refusal, refusalDetails }) => {
    const { opensAt, onDay } = refusalDetails;
    if (refusal === 'NOT_OPEN_YET' && typeof opensAt === 'string') {
      const when = `${format.relativeDay(opensAt, now)} ${format.time(opensAt)}`;
      const reason = t('resident.opensAt', { when });
      return typeof onDay === 'string' ? t('refused.onDay', { day: format.day(onDay), reason }) : reason;
    }
    return refusal ? refusalMessage({ code: refusal, details: refusalDetails }, t, format) : '';
  };
}
