import { refusalMessage, serverNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { BookRangeDocument, RangeOfferDocument, type RangeOfferQuery } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field } from '../../kit/field';
import { type Read, useRead } from '../../kit/fresh';
import { Problem } from '../../kit/problem';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Person } from '../desk/person-finder';
import { Total } from './total';
import type { Asked, Wish } from './which-class';

/** The domain's own longest range (RANGE_DAYS). */
const LONGEST_DAYS = 62;
const WORKING_WEEK = 4;

type Offer = RangeOfferQuery['rangeOffer'];
type Day = Offer['days'][number];
export interface RangeWish extends Wish {
  readonly read: Read<RangeOfferQuery>;
  readonly from: string;
  readonly to: string;
  readonly setFrom: (day: string) => void;
  readonly setTo: (day: string) => void;
  readonly first: string;
}

const openDays = ({ days }: Offer): Day[] => days.filter(({ kind }) => kind === 'OPEN');

/** From when until when; the days that are seen are the days that are booked. */
export function useRangeWish({ person, mode, serviceId, skip }: Asked): RangeWish {
  const { t } = useWords();
  const toast = useToast();
  const first = dayOf(serverNow());
  const [from, setFirst] = useState(() => addDays(first, 1));
  const [to, setTo] = useState(() => addDays(first, 1 + WORKING_WEEK));
  const create = useCreate(BookRangeDocument);
  const setFrom = (day: string) => {
    setFirst(day);
    if (day > to || addDays(day, LONGEST_DAYS) <= to) setTo(addDays(day, WORKING_WEEK));
  };
  const read = useRead(
    RangeOfferDocument,
    { serviceId, beneficiaryId: person?.id ?? '', from, to },
    { skip: skip || !person || !serviceId },
  );
  const offer = read.data?.rangeOffer;
  const days = offer ? openDays(offer).map(({ day }) => day) : [];
  const send = async ({ id: beneficiaryId, name }: Person) => {
    if (days.length === 0) return false;
    const { done } = await create.act({ serviceId, beneficiaryId, channel: mode, from, to, days });
    if (!done) {
      read.again();
      return false;
    }
    toast('ok', t('console.several.taken', { name, count: days.length }));
    return true;
  };
  return {
    ...{ read, from, to, setFrom, setTo, first, send, busy: create.busy, message: create.message },
    word: t('console.several.take', { count: offer?.refusal ? 0 : days.length }),
  };
}

export function WhichDays({ wish }: { readonly wish: RangeWish }): ReactElement {
  const { t, format } = useWords();
  const { read, from, to, setFrom, setTo, first } = wish;
  return (
    <>
      <div className="f f--2" style={{ padding: 0 }}>
        <Field label={t('console.standing.firstDay')}>
          {({ id }) => (
            <DayPicker id={id} value={from} min={first} onChange={(day) => setFrom(day || from)} />
          )}
        </Field>
        <Field label={t('console.standing.lastDay')}>
          {({ id }) => (
            <DayPicker
              id={id}
              value={to}
              min={from}
              max={addDays(from, LONGEST_DAYS - 1)}
              onChange={(day) => setTo(day || to)}
            />
          )}
        </Field>
      </div>
      <Loaded read={read} rows={3}>
        {({ rangeOffer }) => (
          <>
            <ul className="stack stack--s" aria-label={t('console.several.days')}>
              {rangeOffer.days.map((day) => (
                <DayLine key={day.day} day={day} />
              ))}
            </ul>
            {rangeOffer.refusal ? (
              <Problem
                message={refusalMessage(
                  { code: rangeOffer.refusal, details: rangeOffer.refusalDetails },
                  t,
                  format,
                )}
              />
            ) : (
              <Total total={rangeOffer.total} times={openDays(rangeOffer).length} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function DayLine({ day: { day, kind, reason, lines } }: { readonly day: Day }): ReactElement {
  const { t, format } = useWords();
  const refused = lines.find(({ refusal }) => refusal !== null);
  const left = Math.min(...lines.map(({ placesLeft }) => placesLeft));
  return (
    <li className="row row--apart">
      <span>{format.day(day)}</span>
      {kind !== 'OPEN' && <span className="m">{reason ?? t(`DayOfRange.${kind}`)}</span>}
      {kind === 'OPEN' &&
        (refused?.refusal ? (
          <Status tone="bad">
            {refusalMessage({ code: refused.refusal, details: refused.refusalDetails }, t, format)}
          </Status>
        ) : (
          <Status tone="ok">{t('console.quick.left', { count: left })}</Status>
        ))}
    </li>
  );
}
