import '../../styles/food-safety.css';
import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { type ReactElement, useState } from 'react';
import { CentreNewsDocument, type Meal, MealSafetyDocument, type SafetyFragment } from '../../gql/graphql';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { CentreRow } from '../../layout/centres';
import { DaySwitcher } from '../desk/day-switcher';
import { KitchenNav } from '../kitchen/kitchen-nav';
import { MealTabs } from '../kitchen/meal-tabs';
import { OfCentre } from '../of-centre';
import { DishesPanel } from './dishes-panel';
import { LogPanel } from './log-panel';
import { RecordDrawer } from './record-drawer';
import { ReleasePanel } from './release-panel';

export default function SafetyPage(): ReactElement {
  return <OfCentre>{(centre) => <SafetyOf key={centre.id} centre={centre} />}</OfCentre>;
}

function SafetyOf({ centre }: { readonly centre: CentreRow }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const [meal, setMeal] = useFilter<Meal>('meal', 'LUNCH');
  const centreId = centre.id;
  const read = useRead(MealSafetyDocument, { centreId, day, meal });
  useLive(CentreNewsDocument, { centreId, after: null }, read.again, { quietMs: 800 });
  return (
    <Page
      title={t('console.menu.kitchen')}
      about={<DaySwitcher day={day} today={today} onChange={setDay} />}
      actions={<MealTabs meal={meal} onChange={setMeal} />}
    >
      <KitchenNav />
      <Loaded read={read} rows={8}>
        {({ mealSafety, menus }) => (
          <SafetyView
            key={`${day}${meal}`}
            safety={mealSafety}
            dishes={menus[0]?.dishes.map(({ name }) => name) ?? []}
            runs={centre.viewerCan.includes('RUN_KITCHEN')}
            isToday={day === today}
            again={read.again}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface SafetyViewProps {
  readonly safety: SafetyFragment;
  readonly dishes: readonly string[];
  readonly runs: boolean;
  readonly isToday: boolean;
  readonly again: () => void;
}

function SafetyView({ safety, dishes, runs, isToday, again }: SafetyViewProps): ReactElement {
  const { t } = useWords();
  const [recording, setRecording] = useState<string | true>();
  if (dishes.length === 0 && safety.entries.length === 0)
    return (
      <Panel>
        <Nothing icon="soup" title={t('console.safety.noMenu', { meal: t(`Meal.${safety.meal}`) })}>
          {t('console.safety.noMenuWhy')}
        </Nothing>
      </Panel>
    );
  const mayRecord = runs && isToday && dishes.length > 0;
  return (
    <>
      {!isToday && <p className="note note--info">{t('console.safety.notToday')}</p>}
      <div className="g-safe">
        <div className="stack">
          <DishesPanel
            dishes={dishes}
            safety={safety}
            onRecord={mayRecord ? (dish) => setRecording(dish ?? true) : undefined}
          />
          <LogPanel entries={safety.entries} />
        </div>
        <ReleasePanel safety={safety} mayRelease={mayRecord} again={again} />
      </div>
      {recording !== undefined && (
        <RecordDrawer
          dishes={recording === true ? dishes : [recording]}
          safety={safety}
          onClose={() => setRecording(undefined)}
          onDone={() => {
            setRecording(undefined);
            again();
          }}
        />
      )}
    </>
  );
}
