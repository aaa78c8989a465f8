import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { type Meal, MenusDocument } from '../../gql/graphql';
import { IconButton } from '../../kit/button';
import { addDays, dayOf, mondayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page } from '../../kit/page';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { CopyWeek } from './copy-week';
import { KitchenNav } from './kitchen-nav';
import { MenuDay } from './menu-day';
import { MenuDrawer } from './menu-drawer';
import { MealTabs } from './meal-tabs';
import { MenuSheet } from './menu-sheet';
import { daysOfWeek, frozenDays } from './menu-week';
import { SubstituteDrawer } from './substitute-drawer';

export default function MenusPage(): ReactElement {
  return <OfCentre>{({ id }) => <MenusOf key={id} centreId={id} />}</OfCentre>;
}

function MenusOf({ centreId }: { readonly centreId: string }): ReactElement {
  const { t, format } = useWords();
  const instant = useNow(60_000);
  const today = dayOf(instant);
  const [week, setWeek] = useFilter('week', mondayOf(today));
  const [meal, setMeal] = useFilter<Meal>('meal', 'LUNCH');
  const [editing, setEditing] = useState<string>();
  const [swapping, setSwapping] = useState<string>();
  const monday = mondayOf(week);
  const read = useRead(MenusDocument, {
    ...{ centreId, meal, monday },
    from: monday,
    to: addDays(monday, 6),
  });
  const now = read.data?.menus ?? [];
  const swapped = now.find(({ day }) => day === swapping);
  const frozen = frozenDays(read.data?.sessions ?? [], meal, instant);
  return (
    <Page
      title={t('console.menus.title')}
      about={
        <div className="row" role="group" aria-label={t('console.menus.week')}>
          <IconButton
            icon="chevron-left"
            label={t('console.menus.weekBefore')}
            onClick={() => setWeek(addDays(monday, -7))}
          />
          <b>
            {format.day(monday)} – {format.day(addDays(monday, 6))}
          </b>
          <IconButton
            icon="chevron-right"
            label={t('console.menus.weekAfter')}
            onClick={() => setWeek(addDays(monday, 7))}
          />
        </div>
      }
      actions={
        <>
          <MealTabs meal={meal} onChange={setMeal} />
          <CopyWeek centreId={centreId} monday={monday} onDone={read.again} />
          <MenuSheet centreId={centreId} monday={monday} onDone={read.again} />
        </>
      }
    >
      <KitchenNav />
      <Loaded read={read} rows={6}>
        {() => (
          <div className="week">
            {daysOfWeek(monday).map((day) => (
              <MenuDay
                key={day}
                day={day}
                today={today}
                menu={now.find((menu) => menu.day === day)}
                frozen={frozen.has(day)}
                onEdit={() => setEditing(day)}
                onSubstitute={() => setSwapping(day)}
              />
            ))}
          </div>
        )}
      </Loaded>
      {editing && (
        <MenuDrawer
          key={`${editing}${meal}`}
          centreId={centreId}
          day={editing}
          meal={meal}
          menu={now.find(({ day }) => day === editing)}
          frozen={frozen.has(editing)}
          onClose={() => setEditing(undefined)}
          onSaved={read.again}
        />
      )}
      {swapped && (
        <SubstituteDrawer
          key={swapped.id}
          menu={swapped}
          onClose={() => setSwapping(undefined)}
          onDone={read.again}
        />
      )}
    </Page>
  );
}
