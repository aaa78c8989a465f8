import { refusalMessage } from '@linli/client';
import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { PreviewStandingOrderDocument, type PreviewStandingOrderQuery } from '../../gql/graphql';
import { type Column, column, DataTable } from '../../kit/data-table';
import { addDays } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Person } from '../desk/person-finder';
import { toPay } from '../desk/price-lines';
import { DAY_TONES, useStandingWords } from './standing-words';

interface OrderPreviewProps {
  readonly person: Person;
  readonly serviceId: string;
  readonly weekdays: readonly number[];
  readonly from: string;
}

const DAYS = 13;

/** The first two weeks as they would be: what each day costs, or why it cannot be booked. */
export function OrderPreview({ person, serviceId, weekdays, from }: OrderPreviewProps): ReactElement {
  const { t, format } = useWords();
  const columns = usePreviewColumns();
  const read = useRead(
    PreviewStandingOrderDocument,
    { ...{ beneficiaryId: person.id, serviceId, from, to: addDays(from, DAYS) }, weekdays: [...weekdays] },
    { keep: true },
  );
  const preview = read.data?.previewStandingOrder;
  if (preview?.refused) return <p className="note note--bad">{refusalMessage(preview.refused, t, format)}</p>;
  return (
    <section className="stack stack--s">
      <h2>{t('console.standing.preview')}</h2>
      <DataTable
        wrap
        label={t('console.standing.preview')}
        rows={preview?.days}
        read={read}
        rowKey={({ day }) => day}
        empty={<Nothing icon="calendar-off" title={t('console.standing.noDays')} />}
        columns={columns}
      />
    </section>
  );
}

type Day = PreviewStandingOrderQuery['previewStandingOrder']['days'][number];

function usePreviewColumns(): Column<Day>[] {
  const words = useWords();
  const { t, format } = words;
  const standing = useStandingWords();
  return [
    column('day', t('console.standing.day'), ({ day }) => <span className="nw">{format.day(day)}</span>),
    column('stands', t('console.standing.stands'), (day) => (
      <Status tone={DAY_TONES[day.state]}>
        {day.state === 'PLANNED' ? t('console.standing.canBe') : standing.day(day)}
      </Status>
    )),
    column(
      'price',
      t('console.standing.price'),
      ({ price, state }) => (price && state === 'PLANNED' ? toPay(words, price.payFen) : '—'),
      { number: true },
    ),
  ];
}
