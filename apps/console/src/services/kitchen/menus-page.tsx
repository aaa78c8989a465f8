import { useNow } from '@linli/client';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { type Meal, MenusDocument, SaveMenuDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button, IconButton } from '../../kit/button';
import { addDays, dayOf, mondayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { Page } from '../../kit/page';
import { Loaded } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { OfCentre } from '../of-centre';
import { KitchenNav } from './kitchen-nav';
import { MenuDay } from './menu-day';
import { MenuDrawer } from './menu-drawer';
import { MEALS } from './meals';
import { type Copy, copiesFor, daysOfWeek, frozenDays } from './menu-week';

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
  const monday = mondayOf(week);
  const read = useRead(MenusDocument, {
    ...{ centreId, meal, monday },
    from: addDays(monday, -7),
    to: addDays(monday, 6),
  });
  const menus = read.data?.menus ?? [];
  const before = menus.filter(({ day }) => day < monday);
  const now = menus.filter(({ day }) => day >= monday);
  const frozen = frozenDays(read.data?.sessions ?? [], meal, instant);
  const copies = copiesFor(monday, today, before, now, frozen);
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
          <Tabs
            label={t('console.kitchen.meals')}
            tabs={MEALS.map((key) => ({ key, label: t(`Meal.${key}`) }))}
            current={meal}
            onChange={setMeal}
          />
          <CopyLastWeek centreId={centreId} meal={meal} copies={copies} onDone={read.again} />
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
    </Page>
  );
}

interface CopyLastWeekProps {
  readonly centreId: string;
  readonly meal: Meal;
  readonly copies: readonly Copy[];
  readonly onDone: () => void;
}

/** Each day is saved for itself, so that one frozen day does not hold up the others; the outcome is told day by day. */
function CopyLastWeek({ centreId, meal, copies, onDone }: CopyLastWeekProps): ReactElement {
  const { t, format } = useWords();
  const { act, busy } = useCreate(SaveMenuDocument);
  const [asked, setAsked] = useState<readonly Copy[]>();
  const [told, setTold] = useState<Readonly<Record<string, string | undefined>>>({});
  const copy = async () => {
    for (const { day, from } of asked ?? []) {
      const dishes = from.dishes.map(({ name, look, note, allergens, textures }) => ({
        name,
        look,
        note,
        allergens,
        textures,
      }));
      const { message } = await act({ centreId, day, meal, dishes, note: from.note });
      setTold((before) => ({ ...before, [day]: message ?? '' }));
    }
    onDone();
  };
  const close = () => {
    setAsked(undefined);
    setTold({});
  };
  const none = asked?.length === 0;
  const finished = asked?.every(({ day }) => day in told) === true;
  return (
    <>
      <Button icon="copy" onClick={() => setAsked(copies)}>
        {t('console.menus.copy')}
      </Button>
      <Dialog
        open={asked !== undefined}
        title={
          none ? t('console.menus.copyNone') : t('console.menus.copyTitle', { count: asked?.length ?? 0 })
        }
        onClose={close}
        footer={
          <>
            <Button onClick={close}>{t(finished ? 'common.close' : 'console.menus.copyNot')}</Button>
            {!finished && (
              <Button kind="primary" busy={busy} onClick={() => void copy()}>
                {t('console.menus.copyDo')}
              </Button>
            )}
          </>
        }
      >
        {none && <p>{t('console.menus.copyNoneWhy')}</p>}
        <ul className="stack stack--s">
          {(asked ?? []).map(({ day, from }) => (
            <li key={day} className="row">
              <b>{format.day(day)}</b>
              <span className="m">{from.dishes.map(({ name }) => name).join('、')}</span>
              {day in told && (
                <Status tone={told[day] ? 'bad' : 'ok'}>
                  {told[day] === '' ? t('console.menus.saved') : told[day]}
                </Status>
              )}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
