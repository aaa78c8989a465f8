import { useNow } from '@linli/client';
import { useLive } from '@linli/client/live';
import { Chip } from '@linli/ui';
import { type ReactElement } from 'react';
import { CentreNewsDocument, KitchenSheetDocument, type Meal, MealTotalsDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { useHotkeys } from '../../kit/keys';
import { Page } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { DaySwitcher } from '../desk/day-switcher';
import { OfCentre } from '../of-centre';
import { A4Sheet } from './a4-sheet';
import { freezingInWords, waysInWords } from './freezing';
import { KitchenNav } from './kitchen-nav';
import { MealTabs } from './meal-tabs';
import { AgreementPanel, AllergiesPanel, DishesPanel, SlipsPanel, TexturesPanel } from './sheet-panels';
import { SubstitutionsPanel } from './substitutions';
import type { Sheet } from './sums';

export default function KitchenPage(): ReactElement {
  return <OfCentre>{({ id }) => <KitchenOf key={id} centreId={id} />}</OfCentre>;
}

function KitchenOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [day, setDay] = useFilter('day', today);
  const [meal, setMeal] = useFilter<Meal>('meal', 'LUNCH');
  const read = useRead(KitchenSheetDocument, { centreId, day, meal });
  const totals = useRead(MealTotalsDocument, { centreId, day });
  const again = () => {
    read.again();
    totals.again();
  };
  useLive(CentreNewsDocument, { centreId, after: null }, again, { quietMs: 800 });
  useHotkeys({ p: () => window.print() });
  const count = (key: Meal) =>
    ({ BREAKFAST: totals.data?.breakfast, LUNCH: totals.data?.lunch, DINNER: totals.data?.dinner })[key]
      ?.orders;
  return (
    <Page
      title={t('console.menu.kitchen')}
      className="page--sheet"
      about={<DaySwitcher day={day} today={today} onChange={setDay} />}
      actions={
        <>
          <MealTabs meal={meal} onChange={setMeal} count={count} />
          <Button kind="primary" icon="printer" keys="P" onClick={() => window.print()} disabled={!read.data}>
            {t('console.kitchen.print')}
          </Button>
        </>
      }
    >
      <KitchenNav />
      <Loaded read={read} rows={8}>
        {({ kitchenSheet }) => <SheetView sheet={kitchenSheet} />}
      </Loaded>
    </Page>
  );
}

function SheetView({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const { t } = useWords();
  if (sheet.freezes.length === 0 && sheet.orders === 0 && !sheet.menu)
    return (
      <section className="panel">
        <Nothing icon="chef-hat" title={t('console.kitchen.noMeal', { meal: t(`Meal.${sheet.meal}`) })}>
          {t('console.kitchen.noMealWhy')}
        </Nothing>
      </section>
    );
  return (
    <>
      <Freezes sheet={sheet} />
      <div className="g-kit">
        <div className="stack">
          <AgreementPanel sheet={sheet} />
          <TexturesPanel sheet={sheet} />
          <DishesPanel sheet={sheet} />
          <SubstitutionsPanel sheet={sheet} />
          <div className="half">
            <AllergiesPanel sheet={sheet} />
            <SlipsPanel sheet={sheet} />
          </div>
        </div>
        <section className="sheetv" aria-label={t('console.kitchen.preview')}>
          <div className="a4v">
            <A4Sheet sheet={sheet} />
          </div>
        </section>
      </div>
    </>
  );
}

/** Whether this is what will be cooked; and until when each way can still be ordered. */
function Freezes({ sheet }: { readonly sheet: Sheet }): ReactElement | null {
  const words = useWords();
  if (sheet.freezes.length === 0) return null;
  return (
    <p className="row">
      <b>{freezingInWords(words, sheet)}</b>
      {waysInWords(words, sheet).map(({ way, frozen, says }) => (
        <Chip key={way} tone={frozen ? 'info' : 'warn'} icon={frozen ? 'lock' : 'clock'}>
          {says}
        </Chip>
      ))}
    </p>
  );
}
