import '../../styles/rounds.css';
import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { type ReactElement, useCallback } from 'react';
import { useMay } from '../../access/viewer';
import {
  ArrangeRoundsDocument,
  type ArrangeRoundsInput,
  CarriersDocument,
  CentreNewsDocument,
  DeliveryPlansDocument,
  type PlanFragment,
  PlanRoundsDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Figure, Page, Panel } from '../../kit/page';
import { Loaded, Loading, Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useCentres } from '../../layout/centres';
import { DaySwitcher } from '../desk/day-switcher';
import { RoundCard } from './round-card';
import { StopRow } from './stop-row';
import { put } from './arrangement';

export default function RoundsPage(): ReactElement {
  const { t } = useWords();
  const { read, current } = useCentres();
  if (current) return <RoundsOf key={current.id} centreId={current.id} />;
  if (read.loading) return <Loading />;
  return (
    <Nothing icon="store" title={t('console.centre.none')}>
      {t('console.centre.noneWhy')}
    </Nothing>
  );
}

function RoundsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t, format } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const read = useRead(DeliveryPlansDocument, { centreId, day });
  useLive(CentreNewsDocument, { centreId, after: null }, read.again, { quietMs: 800 });
  return (
    <Page title={t('console.menu.rounds')} about={<DaySwitcher day={day} today={today} onChange={setDay} />}>
      <Loaded read={read} rows={8}>
        {({ deliveryPlans }) =>
          deliveryPlans.length === 0 ? (
            <Panel>
              <Nothing icon="bike" title={t('console.rounds.none', { day: format.day(day) })}>
                {t('console.rounds.noneWhy')}
              </Nothing>
            </Panel>
          ) : (
            deliveryPlans.map((plan) => (
              <PlanView key={plan.sessionId} plan={plan} centreId={centreId} again={read.again} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

interface PlanProps {
  readonly plan: PlanFragment;
  readonly centreId: string;
  readonly again: () => void;
}

function PlanView({ plan, centreId, again }: PlanProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const mayPlan = useMay('PLAN_ROUNDS');
  const carriers = useRead(CarriersDocument, { centreId }, { skip: !mayPlan });
  const arranging = useAct(ArrangeRoundsDocument);
  const planning = useAct(PlanRoundsDocument);
  const { act } = arranging;
  const arrange = useCallback(
    async (input: ArrangeRoundsInput) => {
      const { message } = await act(input);
      if (message) toast('bad', message);
      again();
    },
    [act, again, toast],
  );
  const planAnew = async () => {
    const { message } = await planning.act({ sessionId: plan.sessionId, version: plan.version });
    if (message) toast('bad', message);
    again();
  };
  const { rounds, unassigned } = plan;
  const canPlan = mayPlan && (unassigned.length > 0 || rounds.some(({ state }) => state === 'PLANNED'));
  return (
    <div className="stack">
      <Counts plan={plan} />
      <div className="row rounds__acts">
        <b>{t('console.rounds.of', { meal: t(`Meal.${plan.meal}`) })}</b>
        <span className="m">
          {format.time(plan.startsAt)}–{format.time(plan.endsAt)}
        </span>
        {canPlan && (
          <Button
            kind={unassigned.length > 0 ? 'primary' : 'plain'}
            icon="bike"
            busy={planning.busy}
            onClick={() => void planAnew()}
          >
            {t('console.rounds.plan')}
          </Button>
        )}
      </div>
      {unassigned.length > 0 && (
        <Panel title={t('console.rounds.unassigned')} note={t('console.rounds.unassignedNote')}>
          <ol className="stops">
            {unassigned.map((stop) => (
              <StopRow
                key={stop.bookingId}
                stop={stop}
                rounds={rounds}
                busy={arranging.busy}
                {...(mayPlan && { onPut: (where) => void arrange(put(plan, stop.bookingId, where)) })}
              />
            ))}
          </ol>
        </Panel>
      )}
      <div className="rounds">
        {rounds.map((round) => (
          <RoundCard
            key={round.id}
            centreId={centreId}
            plan={plan}
            round={round}
            carriers={carriers.data?.carriers ?? []}
            mayPlan={mayPlan}
            busy={arranging.busy}
            onArrange={arrange}
            again={again}
          />
        ))}
      </div>
    </div>
  );
}

function Counts({ plan: { rounds, unassigned } }: { readonly plan: PlanFragment }): ReactElement {
  const { t } = useWords();
  const stops = [...rounds.flatMap((round) => round.stops), ...unassigned].filter(
    ({ cancelled }) => !cancelled,
  );
  const count = (outcome: string) => stops.filter(({ mark }) => mark?.outcome === outcome).length;
  const delivered = count('DELIVERED');
  return (
    <div className="panel band">
      <Figure
        icon="utensils"
        label={t('console.rounds.orders')}
        figure={stops.length}
        unit={t('console.rounds.meals')}
      />
      <Figure
        icon="check-check"
        label={t('DeliveryOutcome.DELIVERED')}
        figure={delivered}
        bars={[stops.length ? (100 * delivered) / stops.length : 0]}
      />
      <Figure icon="door-closed" label={t('DeliveryOutcome.NOBODY_OPENED')} figure={count('NOBODY_OPENED')} />
      <Figure icon="circle-alert" label={t('console.rounds.unassigned')} figure={unassigned.length} />
    </div>
  );
}
