import { refusalMessage } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { JoinSeriesDocument, SeriesOffersDocument, type SeriesOffersQuery } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { type Read, useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Person } from '../desk/person-finder';
import type { Mode } from '../desk/quick-options';
import { useStandingWords } from '../standing/standing-words';
import { Total } from './total';

export interface Asked {
  readonly person: Person | undefined;
  readonly mode: Mode;
  readonly serviceId: string;
  readonly skip: boolean;
}

/** What is to be booked, and how it is sent. */
export interface Wish {
  readonly word: string;
  readonly busy: boolean;
  readonly message: string | undefined;
  /** True when it is done. */
  readonly send: (person: Person) => Promise<boolean>;
}

type Offer = SeriesOffersQuery['seriesOffers'][number];
export interface ClassWish extends Wish {
  readonly read: Read<SeriesOffersQuery>;
  readonly chosen: Offer | undefined;
  readonly choose: (seriesId: string) => void;
}

const isOpen = ({ refusal }: Offer): boolean => refusal === null;

/** Which class: the one that is named, or the first that can be joined. */
export function useClassWish({
  person,
  mode,
  serviceId,
  skip,
  first,
}: Asked & { first?: string | undefined }): ClassWish {
  const { t } = useWords();
  const toast = useToast();
  const [seriesId, choose] = useState(first);
  const [tried, setTried] = useState(false);
  const create = useCreate(JoinSeriesDocument);
  const read = useRead(
    SeriesOffersDocument,
    { serviceId, beneficiaryId: person?.id ?? '' },
    { skip: skip || !person || !serviceId },
  );
  const offers = read.data?.seriesOffers ?? [];
  const chosen = offers.find(({ series }) => series.id === seriesId) ?? offers.find(isOpen);
  const send = async ({ id: beneficiaryId, name }: Person) => {
    setTried(true);
    if (!chosen) return false;
    const { done } = await create.act({ seriesId: chosen.series.id, beneficiaryId, channel: mode });
    if (!done) {
      read.again();
      return false;
    }
    toast('ok', t('console.several.joined', { name, count: done.places }));
    return true;
  };
  return {
    ...{ read, chosen, choose, send, busy: create.busy },
    word: t('console.several.join', { count: chosen && isOpen(chosen) ? chosen.dates.length : 0 }),
    message: create.message ?? (tried && !chosen ? t('console.several.chooseClass') : undefined),
  };
}

export function WhichClass({ wish: { read, chosen, choose } }: { readonly wish: ClassWish }): ReactElement {
  const { t, format } = useWords();
  return (
    <Loaded read={read} rows={3}>
      {({ seriesOffers }) => (
        <>
          <fieldset className="fl">
            <legend className="lb">
              <span>{t('console.several.which')}</span>
            </legend>
            <div className="stack stack--s">
              {seriesOffers.length === 0 && <p className="m">{t('console.several.noClass')}</p>}
              {seriesOffers.map((offer) => (
                <ClassLine
                  key={offer.series.id}
                  offer={offer}
                  on={offer === chosen}
                  onChoose={() => choose(offer.series.id)}
                />
              ))}
            </div>
          </fieldset>
          {chosen && isOpen(chosen) && (
            <>
              <p className="m">
                {chosen.dates.map(({ day }) => format.day(day)).join(t('common.listComma'))}
              </p>
              <Total total={chosen.total} times={chosen.dates.length} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function ClassLine({
  offer,
  on,
  onChoose,
}: {
  readonly offer: Offer;
  readonly on: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const { t, format } = useWords();
  const { weekdays } = useStandingWords();
  const { series, refusal, refusalDetails, placesLeft, dates } = offer;
  const usable = refusal === null;
  const meets = `${weekdays(series.weekdays)} ${series.starts}–${series.ends}`;
  return (
    <label className={`opt2${on ? ' on' : ''}${usable ? '' : ' no'}`}>
      <input type="radio" name="several-class" checked={on} disabled={!usable} onChange={onChoose} />
      <span>
        {series.name} {meets}
        <small className="m">
          {' '}
          {usable
            ? t('console.several.times', { count: dates.length })
            : refusalMessage({ code: refusal, details: refusalDetails }, t, format)}
        </small>
      </span>
      {usable && <Status tone="ok">{t('console.quick.left', { count: placesLeft })}</Status>}
    </label>
  );
}
