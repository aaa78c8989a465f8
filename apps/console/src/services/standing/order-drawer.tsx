import { serverNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  PutBackStandingDayDocument,
  ResumeStandingOrderDocument,
  type StandingDayLineFragment,
  type StandingLineFragment,
  StandingOrderWithDaysDocument,
  TakeOutStandingDayDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { addDays, dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { DayAsk } from './day-ask';
import { EndAsk } from './end-ask';
import { PauseAsk } from './pause-ask';
import { DAY_TONES, isOpenDay, ORDER_TONES, useStandingWords } from './standing-words';

const LOOK_AHEAD = 27;

interface OrderDrawerProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One order: what it is, its days to come, and what a caller may want of it. */
export function OrderDrawer({ id, onClose, onChanged }: OrderDrawerProps): ReactElement {
  const { t } = useWords();
  const from = dayOf(serverNow());
  const read = useRead(StandingOrderWithDaysDocument, { id, from, to: addDays(from, LOOK_AHEAD) });
  const [asking, setAsking] = useState<'pause' | 'end'>();
  const order = read.data?.standingOrder;
  const changed = () => {
    setAsking(undefined);
    read.again();
    onChanged();
  };
  const ask = { onClose: () => setAsking(undefined), onDone: changed };
  return (
    <Drawer
      open
      wide
      onClose={onClose}
      title={order ? t('console.standing.of', { name: order.beneficiary.name }) : t('console.menu.standing')}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
          {order && order.state !== 'ENDED' && (
            <>
              <Button onClick={() => setAsking('pause')}>{t('console.standing.pause')}</Button>
              <Button kind="bad" onClick={() => setAsking('end')}>
                {t('console.standing.end')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <Loaded read={read}>
        {({ standingOrder }) => (
          <div className="stack">
            <About order={standingOrder} onChanged={changed} />
            <Days order={standingOrder} days={standingOrder.days} onChanged={changed} />
          </div>
        )}
      </Loaded>
      {order && asking === 'pause' && <PauseAsk order={order} {...ask} />}
      {order && asking === 'end' && <EndAsk order={order} days={order.days} {...ask} />}
    </Drawer>
  );
}

interface OfOrder {
  readonly order: StandingLineFragment;
  readonly onChanged: () => void;
}

function About({ order, onChanged }: OfOrder): ReactElement {
  const { t } = useWords();
  const words = useStandingWords();
  const { act, busy, message } = useAct(ResumeStandingOrderDocument);
  const { id, state, service, weekdays, beneficiary } = order;
  const today = dayOf(serverNow());
  const coming = order.paused.filter(({ to }) => to >= today);
  const resume = async (span: { from: string; to: string }) => {
    const { done } = await act({ id, from: span.from, to: span.to });
    if (done) onChanged();
  };
  return (
    <>
      <Facts
        facts={[
          [t('console.standing.what'), `${words.weekdays(weekdays)} ${words.what(service)}`],
          [t('console.standing.when'), words.until(order)],
          [
            t('console.standing.state'),
            <Status key="state" tone={ORDER_TONES[state]}>
              {t(`StandingOrderState.${state}`)}
            </Status>,
          ],
          [t('common.phone'), beneficiary.phone ?? '—'],
          ...(order.texture ? [[t('console.standing.texture'), t(`Texture.${order.texture}`)] as const] : []),
        ]}
      />
      {state !== 'ENDED' &&
        coming.map((span) => (
          <p key={span.from} className="note note--info">
            <span>{t('console.standing.pausedFor', { span: words.span(span) })}</span>
            <Button small busy={busy} onClick={() => void resume(span)}>
              {t('console.standing.resume')}
            </Button>
          </p>
        ))}
      <Problem message={message} />
    </>
  );
}

function Days({
  order,
  days,
  onChanged,
}: OfOrder & { readonly days: readonly StandingDayLineFragment[] }): ReactElement {
  const { t } = useWords();
  const takeOut = useAct(TakeOutStandingDayDocument);
  const putBack = useAct(PutBackStandingDayDocument);
  const [acting, setActing] = useState<string>();
  const [changing, setChanging] = useState<StandingDayLineFragment>();
  const turn = async ({ day, state }: StandingDayLineFragment) => {
    setActing(day);
    const { act } = state === 'TAKEN_OUT' ? putBack : takeOut;
    const { done } = await act({ id: order.id, day });
    if (done) onChanged();
  };
  const busyOn = takeOut.busy || putBack.busy ? acting : undefined;
  return (
    <>
      <h2>{t('console.standing.days')}</h2>
      <Problem message={takeOut.message ?? putBack.message} />
      <DataTable
        wrap
        label={t('console.standing.days')}
        rows={days}
        rowKey={({ day }) => day}
        empty={<Nothing icon="calendar-off" title={t('console.standing.noDays')} />}
        columns={useDayColumns(order, busyOn, (day) => void turn(day), setChanging)}
      />
      {changing && (
        <DayAsk
          order={order}
          day={changing}
          onClose={() => setChanging(undefined)}
          onDone={() => {
            setChanging(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function useDayColumns(
  order: StandingLineFragment,
  busyOn: string | undefined,
  onTurn: (day: StandingDayLineFragment) => void,
  onChange: (day: StandingDayLineFragment) => void,
): Column<StandingDayLineFragment>[] {
  const { t, format } = useWords();
  const words = useStandingWords();
  const unlike = ({ service, texture, state }: StandingDayLineFragment): string =>
    state === 'TAKEN_OUT'
      ? ''
      : [
          ...(service.id === order.service.id ? [] : [words.what(service)]),
          ...(texture ? [t(`Texture.${texture}`)] : []),
        ].join(t('common.listComma'));
  return [
    column('day', t('console.standing.day'), ({ day }) => <span className="nw">{format.day(day)}</span>),
    column('stands', t('console.standing.stands'), (day) => (
      <>
        <Status tone={DAY_TONES[day.state]}>{words.day(day)}</Status>{' '}
        <small className="m">
          {[day.byHand ? t('console.standing.byHand') : '', unlike(day)].filter(Boolean).join(' · ')}
        </small>
      </>
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (day) => {
      if (!isOpenDay(day.state) || order.state === 'ENDED') return null;
      const word = t(day.state === 'TAKEN_OUT' ? 'console.standing.putBack' : 'console.standing.takeOut');
      return (
        <span className="row row--acts">
          {order.service.meal && day.state !== 'TAKEN_OUT' && (
            <Button
              small
              aria-label={`${t('console.standing.changeDay')} ${format.day(day.day)}`}
              onClick={() => onChange(day)}
            >
              {t('console.standing.changeDay')}
            </Button>
          )}
          <Button
            small
            busy={busyOn === day.day}
            aria-label={`${word} ${format.day(day.day)}`}
            onClick={() => onTurn(day)}
          >
            {word}
          </Button>
        </span>
      );
    }),
  ];
}
