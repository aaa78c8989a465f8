import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { AllergyClashesDocument, CentreNewsDocument, RevealClashNumberDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { addDays, dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { CentreRow } from '../../layout/centres';
import { KitchenNav } from '../kitchen/kitchen-nav';
import { OfCentre } from '../of-centre';
import { PhoneNumber } from '../phone-number';
import { AnswerClash } from './answer-clash';
import type { Clash, Settled } from './clash';

const DAYS_AHEAD = 14;

export default function ClashesPage(): ReactElement {
  return <OfCentre>{(centre) => <ClashesOf key={centre.id} centre={centre} />}</OfCentre>;
}

function ClashesOf({ centre }: { readonly centre: CentreRow }): ReactElement {
  const { t } = useWords();
  const centreId = centre.id;
  const from = dayOf(useNow(60_000));
  const read = useRead(AllergyClashesDocument, { centreId, from, to: addDays(from, DAYS_AHEAD) });
  useLive(CentreNewsDocument, { centreId, after: null }, read.again, { quietMs: 800 });
  const [answering, setAnswering] = useState<Clash>();
  const [settled, setSettled] = useState<readonly Settled[]>([]);
  const clashes = read.data?.allergyClashes;
  const answers = centre.viewerCan.includes('BOOK_AT_COUNTER');
  return (
    <Page title={t('console.menu.kitchen')}>
      <KitchenNav />
      <Panel
        title={t('console.clashes.title')}
        note={t('console.clashes.note', { count: clashes?.length ?? 0, days: DAYS_AHEAD })}
      >
        <DataTable
          wrap
          label={t('console.clashes.title')}
          rows={clashes}
          read={read}
          rowKey={({ booking }) => booking.id}
          columns={useColumns(answers ? setAnswering : undefined)}
          empty={
            <Nothing icon="shield-check" title={t('console.clashes.none')}>
              {t('console.clashes.noneWhy')}
            </Nothing>
          }
        />
      </Panel>
      {settled.length > 0 && <SettledPanel settled={settled} />}
      {answering && (
        <AnswerClash
          clash={answering}
          onClose={() => setAnswering(undefined)}
          onDone={(one) => {
            setSettled([one, ...settled]);
            setAnswering(undefined);
            read.again();
          }}
        />
      )}
    </Page>
  );
}

function useColumns(onAnswer: ((clash: Clash) => void) | undefined): Column<Clash>[] {
  const { t, format } = useWords();
  const listed = t('console.listed');
  return [
    column('day', t('console.clashes.day'), ({ day, meal }) => (
      <>
        <b className="nw">{format.day(day)}</b> <span className="m">{t(`Meal.${meal}`)}</span>
      </>
    )),
    column('who', t('console.clashes.who'), ({ booking: { beneficiary, ticketNumber, session } }) => (
      <>
        <b>{beneficiary.name}</b>{' '}
        <span className="m">
          {t('console.clashes.ticket', { ticket: ticketNumber })}
          {session.service.way && ` ${t(`MealWay.${session.service.way}`)}`}
        </span>
      </>
    )),
    column('phone', t('common.phone'), (clash) => <NumberOf clash={clash} calls={onAnswer !== undefined} />),
    column('what', t('console.clashes.what'), ({ dishes, allergens }) => (
      <>
        <b>{dishes.join(listed)}</b>{' '}
        <Status tone="bad" icon="triangle-alert">
          {t('console.allergicTo', { what: allergens.map((key) => t(`Allergen.${key}`)).join(listed) })}
        </Status>
      </>
    )),
    ...(onAnswer
      ? [
          column<Clash>('acts', <span className="vh">{t('console.column.acts')}</span>, (clash) => (
            <Button
              small
              onClick={() => onAnswer(clash)}
              aria-label={t('console.clashes.answerOf', { name: clash.booking.beneficiary.name })}
            >
              {t('console.clashes.answer')}
            </Button>
          )),
        ]
      : []),
  ];
}

function NumberOf({ clash, calls }: { readonly clash: Clash; readonly calls: boolean }): ReactElement {
  const { act, busy, message } = useAct(RevealClashNumberDocument);
  const { beneficiary, id } = clash.booking;
  const reveal = async () => (await act({ bookingId: id })).done?.phone;
  const call = calls ? reveal : undefined;
  return (
    <PhoneNumber
      name={beneficiary.name}
      masked={beneficiary.phone}
      reveal={call}
      busy={busy}
      message={message}
    />
  );
}

function SettledPanel({ settled }: { readonly settled: readonly Settled[] }): ReactElement {
  const { t, format } = useWords();
  return (
    <Panel title={t('console.clashes.settled')} note={t('console.clashes.settledNote')}>
      <DataTable
        wrap
        label={t('console.clashes.settled')}
        rows={settled}
        rowKey={({ clash }) => clash.booking.id}
        columns={[
          column<Settled>('at', t('console.desk.column.time'), ({ at }) => format.time(at)),
          column<Settled>('who', t('console.clashes.who'), ({ clash }) => (
            <b>{clash.booking.beneficiary.name}</b>
          )),
          column<Settled>('note', t('console.clashes.how'), ({ note }) => note),
          column<Settled>('by', t('console.kitchen.by'), ({ byName }) => byName),
        ]}
        empty={null}
      />
    </Panel>
  );
}
