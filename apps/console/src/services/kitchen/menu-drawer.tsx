import { newId } from '@linli/client';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { type Meal, SaveMenuDocument } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useUnsaved } from '../../kit/unsaved';
import { useWords } from '../../kit/words';
import { DishForm } from './dish-form';
import { type Dish, dishesOf, faultsOf, inputOf, MOST_DISHES, NEW_DISH } from './dishes';
import type { Menu } from './menu-week';

interface MenuDrawerProps {
  readonly centreId: string;
  readonly day: string;
  readonly meal: Meal;
  readonly menu: Menu | undefined;
  readonly frozen: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The menu as it is being written, and whether that is another one than what is stored. */
function useWriting({ centreId, day, meal, menu, onClose, onSaved }: MenuDrawerProps) {
  const { t, format } = useWords();
  const toast = useToast();
  // A meal has one menu: what is there is changed under its own id.
  const [id] = useState(() => menu?.id ?? newId());
  const [first] = useState(() => ({ dishes: dishesOf(menu), note: menu?.note ?? '' }));
  const { act, busy, message } = useAct(SaveMenuDocument);
  const [dishes, setDishes] = useState(first.dishes);
  const [note, setNote] = useState(first.note);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(t, dishes);
  const changed = JSON.stringify({ dishes, note }) !== JSON.stringify(first);
  const change = (index: number, part: Partial<Dish>) =>
    setDishes(dishes.map((dish, at) => (at === index ? { ...dish, ...part } : dish)));
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (dishes.length === 0 || faults.some((of) => Object.keys(of).length > 0)) return focusFirstFault();
    const { done } = await act({
      id,
      centreId,
      day,
      meal,
      dishes: inputOf(dishes),
      note: note.trim() || null,
    });
    if (!done) return;
    toast('ok', t('console.menus.savedOf', { day: format.day(day) }));
    onSaved();
    onClose();
  };
  return {
    dishes,
    setDishes,
    change,
    note,
    setNote,
    faults: tried ? faults : [],
    changed,
    save,
    busy,
    message,
  };
}

export function MenuDrawer(props: MenuDrawerProps): ReactElement {
  const { day, meal, frozen, onClose } = props;
  const { t, format } = useWords();
  const writing = useWriting(props);
  const { dishes, setDishes, change, note, setNote, faults, save } = writing;
  const { close, asking } = useUnsaved(writing.changed, onClose);
  return (
    <Drawer
      open
      wide
      title={`${format.day(day)} ${t(`Meal.${meal}`)}`}
      onClose={close}
      footer={
        <div className="stack">
          <Problem message={writing.message} />
          <div className="acts">
            {!frozen && dishes.length < MOST_DISHES && (
              <Button icon="plus" onClick={() => setDishes([...dishes, NEW_DISH])}>
                {t('console.menus.addDish')}
              </Button>
            )}
            {dishes.length >= MOST_DISHES && (
              <span className="m">{t('console.menus.mostDishes', { count: MOST_DISHES })}</span>
            )}
            <Button kind="primary" type="submit" form="menu" busy={writing.busy}>
              {t('common.save')}
            </Button>
          </div>
        </div>
      }
    >
      <form id="menu" className="stack" noValidate onSubmit={(event) => void save(event)}>
        {frozen && <p className="note note--info">{t('console.menus.frozenWhy')}</p>}
        {dishes.map((dish, index) => (
          <DishForm
            key={index}
            {...{ index, dish, frozen }}
            faults={faults[index] ?? {}}
            onChange={(part) => change(index, part)}
            onRemove={() => setDishes(dishes.filter((_, at) => at !== index))}
          />
        ))}
        {dishes.length === 0 && <p className="note">{t('console.menus.needsDish')}</p>}
        <TextField
          label={t('console.menus.note')}
          side={t('common.optional')}
          value={note}
          onChange={setNote}
          maxLength={200}
        />
      </form>
      {asking}
    </Drawer>
  );
}
