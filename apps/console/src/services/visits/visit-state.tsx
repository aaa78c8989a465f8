import { Chip, type Tone } from '@linli/ui';
import type { ReactElement } from 'react';
import type { VisitFragment, VisitOutcome } from '../../gql/graphql';
import { useWords } from '../../kit/words';

const TONES: Readonly<Record<VisitOutcome, Tone>> = { DONE: 'ok', NOBODY_OPENED: 'bad', REFUSED: 'warn' };

/** How it stands: to come, inside, or how it ended. */
export function VisitState({ visit }: { readonly visit: VisitFragment }): ReactElement {
  const { t, format } = useWords();
  const { outcome, state, signedInAt } = visit;
  if (outcome) return <Chip tone={TONES[outcome]}>{t(`VisitOutcome.${outcome}`)}</Chip>;
  if (state === 'CHECKED_IN' && signedInAt) {
    return <Chip tone="info">{t('console.visits.inside', { time: format.time(signedInAt) })}</Chip>;
  }
  if (state === 'CONFIRMED') return <Chip tone="mute">{t('console.visits.todo')}</Chip>;
  return <Chip tone="mute">{t(`BookingState.${state}`)}</Chip>;
}

/** 09:00–11:00 */
export function useWindow(): (visit: { readonly startsAt: string; readonly endsAt: string }) => string {
  const { format } = useWords();
  return ({ startsAt, endsAt }) => `${format.time(startsAt)}–${format.time(endsAt)}`;
}
