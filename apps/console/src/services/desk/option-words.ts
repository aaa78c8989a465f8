import { refusalMessage } from '@linli/client';
import { dayOf } from '../../kit/days';
import type { Words } from '../../kit/words';
import { type Arriving, isTooLateByPhone, type Mode, type Option } from './quick-options';

const whenOf = ({ format }: Words, at: string, now: Date): string =>
  dayOf(at) === dayOf(now) ? format.time(at) : format.dateTime(at);

/** Why this cannot be booked now, and when or how it can. */
export function whyNot(words: Words, option: Option, mode: Mode, now: Date): string {
  const { t, format } = words;
  const { session, refusal, refusalDetails, placesLeft } = option;
  const closed = whenOf(words, session.closesAt, now);
  if ((refusal === null || refusal === 'ALLERGY_CLASH') && isTooLateByPhone(option, mode, now))
    return t('console.quick.why.phoneClosed', { time: closed, count: placesLeft });
  if (refusal === 'PAST_CUT_OFF') return t('console.quick.why.closed', { time: closed });
  const { opensAt } = refusalDetails as { readonly opensAt?: string };
  if (refusal === 'NOT_OPEN_YET' && opensAt)
    return t('console.quick.why.opens', { time: whenOf(words, opensAt, now) });
  const quota = session.service.policy.weeklyQuota;
  if (refusal === 'QUOTA_REACHED' && quota !== null) return t('console.quick.why.quota', { count: quota });
  return refusal ? refusalMessage({ code: refusal, details: refusalDetails }, t, format) : '';
}

/** Why booking does not check in as well, and when one can. */
export function whenCheckedIn(words: Words, { session }: Option, arriving: Arriving): string | undefined {
  const { t, format } = words;
  if (arriving === 'NOW') return undefined;
  if (arriving === 'EARLY') return t('console.quick.early', { time: format.time(session.startsAt) });
  if (arriving === 'OTHER_DAY') return t('console.quick.otherDay', { day: format.day(session.day) });
  return t(arriving === 'PHONE' ? 'console.quick.byPhone' : 'console.quick.delivered');
}

/** 簽到從 11月24日 週二起; nothing to say on the day itself. */
export function checkInOpens({ t, format }: Words, day: string, today: string): string | undefined {
  if (day === today) return undefined;
  return day > today ? t('console.desk.checkInOn', { day: format.day(day) }) : t('console.desk.dayOver');
}
