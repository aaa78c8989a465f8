import '../../styles/labels.css';
import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import type { ReactElement } from 'react';
import { useMay } from '../../access/viewer';
import { CentreNewsDocument, type Meal, MealLabelsDocument, RoundsOfLabelsDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { MEAL_WAYS } from '../../kit/choices';
import { dayOf } from '../../kit/days';
import { ChoiceField } from '../../kit/field';
import { useFilter, useFilterPatch } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useHotkeys } from '../../kit/keys';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { DaySwitcher } from '../desk/day-switcher';
import { KitchenNav } from '../kitchen/kitchen-nav';
import { MealTabs } from '../kitchen/meal-tabs';
import { OfCentre } from '../of-centre';
import { LabelPlate } from './label-plate';
import { chosenOf, type Label, roundsOf, type Stop, stopsOf, tallyOf, type View } from './labels';
import { TallyPanel } from './tally-panel';

export default function LabelsPage(): ReactElement {
  return <OfCentre>{({ id }) => <LabelsOf key={id} centreId={id} />}</OfCentre>;
}

function LabelsOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const [meal, setMeal] = useFilter<Meal>('meal', 'LUNCH');
  const read = useRead(MealLabelsDocument, { centreId, day, meal });
  // Who brings nothing to the door is not shown the rounds.
  const plans = useRead(RoundsOfLabelsDocument, { centreId, day }, { skip: !useMay('DELIVER') });
  const again = () => {
    read.again();
    plans.again();
  };
  useLive(CentreNewsDocument, { centreId, after: null }, again, { quietMs: 800 });
  const stops = stopsOf(plans.data?.deliveryPlans ?? [], meal);
  return (
    <Page
      title={t('console.menu.kitchen')}
      className="page--labels"
      about={<DaySwitcher day={day} today={today} onChange={setDay} />}
      actions={<MealTabs meal={meal} onChange={setMeal} />}
    >
      <KitchenNav />
      <Loaded read={read} rows={8}>
        {({ mealLabels, kitchenSheet }) =>
          mealLabels.length === 0 ? (
            <Panel>
              <Nothing icon="tags" title={t('console.labels.none')}>
                {t('console.labels.noneWhy')}
              </Nothing>
            </Panel>
          ) : (
            <LabelsView {...{ day, meal, stops }} labels={mealLabels} sheet={kitchenSheet} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface LabelsViewProps {
  readonly day: string;
  readonly meal: Meal;
  readonly labels: readonly Label[];
  readonly sheet: Parameters<typeof TallyPanel>[0]['sheet'];
  readonly stops: ReadonlyMap<string, Stop>;
}

function LabelsView({ day, meal, labels, sheet, stops }: LabelsViewProps): ReactElement {
  const { t } = useWords();
  const [view] = useFilter<View>('way', 'ALL');
  const [round, setRound] = useFilter('round', '');
  const patch = useFilterPatch();
  const setView = (next: View) => patch({ way: next === 'ALL' ? '' : next, round: '' });
  const chosen = chosenOf(labels, view, round ? Number(round) : undefined, stops);
  const rounds = roundsOf(labels, stops);
  const count = (key: View) => chosenOf(labels, key, undefined, stops).length;
  const late = count('LATE');
  useHotkeys({ p: () => window.print() });
  return (
    <>
      <TallyPanel tally={tallyOf(labels, sheet.totals)} sheet={sheet} onOpen={setView} />
      <Panel
        className="labels"
        title={t('console.labels.toPrint', { count: chosen.length })}
        note={t('console.labels.paper')}
        side={
          <Button
            kind="primary"
            icon="printer"
            keys="P"
            disabled={chosen.length === 0}
            onClick={() => window.print()}
          >
            {t('console.labels.print', { count: chosen.length })}
          </Button>
        }
      >
        <div className="labels__by row">
          <Tabs
            label={t('console.labels.ways')}
            tabs={[
              { key: 'ALL', label: t('common.all'), count: labels.length },
              ...MEAL_WAYS.map((key) => ({ key, label: t(`MealWay.${key}`), count: count(key) })),
              ...(late > 0
                ? [{ key: 'LATE' as View, label: t('console.labels.lateOnly'), count: late }]
                : []),
            ]}
            current={view}
            onChange={setView}
          />
          {view === 'DELIVERY' && rounds.length > 0 && (
            <ChoiceField
              label={t('console.labels.round')}
              value={round || 'ALL'}
              options={[
                { key: 'ALL', label: t('console.labels.allRounds') },
                ...rounds.map((each) => ({
                  key: String(each.round),
                  label: t('console.labels.roundOf', each),
                })),
              ]}
              onChange={(next) => setRound(next === 'ALL' ? '' : next)}
            />
          )}
        </div>
        {chosen.length === 0 ? (
          <Nothing icon="tags" title={t('console.labels.noneOfWay')} />
        ) : (
          <ol className="labels__g">
            {chosen.map((label) => (
              <LabelPlate
                key={label.number}
                {...{ label, day, meal }}
                stop={label.way === 'DELIVERY' ? stops.get(label.ticketNumber) : undefined}
              />
            ))}
          </ol>
        )}
      </Panel>
    </>
  );
}
