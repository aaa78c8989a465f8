import type { CareScope } from '@linli/domain/access';
import type { NoticeKind, Occasion } from '@linli/domain/notices';
import type { MeetingKind } from '@linli/domain/organisation/life';
import type { Locale, Translator, Values } from '@linli/i18n';
import { catalogs, type NoticeKey, type NoticesMessages } from '@linli/i18n/notices';
import { simplified } from '../../platform/http/simplified.js';
import { translators } from '../../platform/translators.js';

/** A notice as it is stored: what its kind adds to the occasion is there or not. */
export interface StoredNotice {
  readonly kind: NoticeKind;
  readonly parameters: Occasion & Partial<Record<Extra, string>>;
  /** It is told to somebody who looks after the one whom it is about. */
  readonly isForOther: boolean;
}
type Extra =
  | 'ticketNumber'
  | 'reason'
  | 'until'
  | 'oldStartsAt'
  | 'oldEndsAt'
  | 'instead'
  | 'times'
  | 'lastAt'
  | 'meeting'
  | 'scopes'
  | 'place';

/** As long as one message may be in Chinese: a longer one is charged, and shown, as two. */
export const ONE_SMS = 70;

export const translatorFor = translators(catalogs);

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function valuesOf(
  translator: Translator<NoticesMessages>,
  { parameters }: StoredNotice,
  most: number,
): Values {
  const { format } = translator;
  const { service, centre, startsAt, endsAt, reason = '', ticketNumber = '', until } = parameters;
  const { oldStartsAt, oldEndsAt, instead, times, lastAt, place = '' } = parameters;
  return {
    service: cut(codedWords(translator, parameters) ?? service, most),
    centre: cut(centre, most),
    // The sentence has its own end.
    reason: cut(reason.replace(/[。.！!]+$/u, ''), most),
    ticketNumber,
    place: cut(place, most),
    when: format.dateTime(startsAt),
    range: `${format.day(startsAt)} ${format.timeRange(startsAt, endsAt)}`,
    ...(until && {
      until: format.dateTime(until),
      untilDay: format.day(until),
      untilDate: format.date(until),
    }),
    hasInstead: instead ? 'yes' : 'no',
    ...(instead && { instead: format.dateTime(instead) }),
    ...(times && { times }),
    ...(lastAt && { lastDay: format.day(lastAt) }),
    ...(oldStartsAt && { oldWhen: format.dateTime(oldStartsAt) }),
    ...(oldStartsAt && oldEndsAt && { oldRange: format.timeRange(oldStartsAt, oldEndsAt) }),
  };
}

// Which values a template takes is tried by the tests for every kind and language.
const say = ({ t }: Translator<NoticesMessages>, key: NoticeKey, values: Values): string =>
  (t as (key: NoticeKey, values: Values) => string)(key, values);

/** What it is about, where that is told by codes: the kinds of a meeting, what a carer may do. */
function codedWords(
  { t }: Translator<NoticesMessages>,
  { meeting, scopes }: StoredNotice['parameters'],
): string | undefined {
  if (!meeting && !scopes) return undefined;
  const words = meeting
    ? meeting.split(',').map((code) => t(`MeetingKind.${code as MeetingKind}`))
    : scopes?.split(',').map((code) => t(`CareScope.${code as CareScope}`));
  return words?.join(t('notice.and'));
}

export interface NoticeWords {
  readonly title: string;
  readonly text: string;
}

function wordsIn(translator: Translator<NoticesMessages>, notice: StoredNotice, most: number): NoticeWords {
  const values = valuesOf(translator, notice, most);
  const text = say(translator, `notice.${notice.kind}.text`, values);
  return {
    title: say(translator, `notice.${notice.kind}.title`, values),
    text: notice.isForOther ? translator.t('notice.forOther') + text : text,
  };
}

const WHOLE = 1000;

/** What the inbox shows. */
export const wordsOf = async (notice: StoredNotice, locale: Locale): Promise<NoticeWords> =>
  wordsIn(await translatorFor(locale), await inScriptOf(locale, notice), WHOLE);

/** Names and reasons are stored in Traditional characters. */
async function inScriptOf(locale: Locale, notice: StoredNotice): Promise<StoredNotice> {
  if (locale !== 'zh-Hans') return notice;
  const { service, centre, reason, place, ...rest } = notice.parameters;
  const [one, other, why, where] = await Promise.all(
    [service, centre, reason ?? '', place ?? ''].map(simplified),
  );
  return {
    ...notice,
    parameters: {
      ...rest,
      ...{ service: one ?? '', centre: other ?? '', reason: why ?? '', place: where ?? '' },
    },
  };
}

/** The signature first, as carriers want it. Long names are cut before a second message is needed. */
export async function smsOf(notice: StoredNotice, locale: Locale): Promise<string> {
  const translator = await translatorFor(locale);
  const written = await inScriptOf(locale, notice);
  const message = (most: number) =>
    translator.t('notice.signature') + wordsIn(translator, written, most).text;
  if (locale === 'en') return message(WHOLE);
  for (const most of [WHOLE, 16, 12, 10, 8]) {
    const text = message(most);
    if (text.length <= ONE_SMS) return text;
  }
  return message(6);
}
