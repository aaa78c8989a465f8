import { type ReactElement, useState } from 'react';
import { KitchenSheetDocument, SubstituteDishDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { ChoiceField, TextField } from '../../kit/field';
import { focusFirstFault } from '../../kit/form';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { DishForm } from './dish-form';
import { type Dish, faultsOf, inputOf, NEW_DISH } from './dishes';
import type { Menu } from './menu-week';
import { effectOf } from './substitution';
import { EffectOfDish } from './substitution-effect';

interface SubstituteDrawerProps {
  readonly menu: Menu;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function useSubstituting({ menu, onClose, onDone }: SubstituteDrawerProps) {
  const { t } = useWords();
  const toast = useToast();
  const { act, busy, message } = useCreate(SubstituteDishDocument);
  const [replaced, setReplaced] = useState('');
  const [dish, setDish] = useState<Dish>(NEW_DISH);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [faults = {}] = faultsOf(t, [dish]);
  const stands = menu.dishes.some(({ name }) => name === dish.name.trim() && name !== replaced);
  const ofName = faults.name ?? (stands ? t('console.menus.nameTwice') : undefined);
  const send = async () => {
    setTried(true);
    const [input] = inputOf([dish]);
    const wrong = !replaced || !reason.trim() || ofName !== undefined || faults.textures !== undefined;
    if (wrong || !input) return focusFirstFault();
    const { done } = await act({ menuId: menu.id, replaced, dish: input, reason: reason.trim() });
    if (!done) return;
    toast('ok', t('console.substitute.done', { replaced, dish: input.name }));
    onDone();
    onClose();
  };
  const needed = (value: string) => (tried && !value.trim() ? t('issue.invalid_type') : undefined);
  return {
    ...{ replaced, setReplaced, dish, setDish, reason, setReason, busy, message, send },
    changed: replaced !== '' || reason !== '' || dish !== NEW_DISH,
    errors: { replaced: needed(replaced), reason: needed(reason) },
    faults: tried ? { ...faults, ...(ofName === undefined ? {} : { name: ofName }) } : {},
  };
}

/** 換菜 Another dish than was ordered: which, by what, why, and whom it hits before it is done. */
export function SubstituteDrawer(props: SubstituteDrawerProps): ReactElement {
  const { t, format } = useWords();
  const { menu, onClose } = props;
  const form = useSubstituting(props);
  const { replaced, dish } = form;
  const before = menu.dishes.find(({ name }) => name === replaced);
  const { centreId, day, meal } = menu;
  const read = useRead(KitchenSheetDocument, { centreId, day, meal });
  return (
    <FormDrawer
      id="substitute"
      wide
      title={t('console.substitute.title', { day: format.day(day), meal: t(`Meal.${meal}`) })}
      word={t('console.substitute.do')}
      keep={t('console.substitute.keep')}
      busy={form.busy}
      message={form.message}
      changed={form.changed}
      onSend={() => void form.send()}
      onClose={onClose}
    >
      <p className="note note--info">{t('console.substitute.what')}</p>
      <ChoiceField
        label={t('console.substitute.replaced')}
        value={replaced}
        options={menu.dishes.map(({ name }) => ({ key: name, label: name }))}
        error={form.errors.replaced}
        onChange={(name) => {
          form.setReplaced(name);
          const old = menu.dishes.find((each) => each.name === name);
          if (dish === NEW_DISH && old) form.setDish({ ...NEW_DISH, textures: old.textures });
        }}
      />
      <DishForm
        index={0}
        name={t('console.substitute.dish')}
        dish={dish}
        faults={form.faults}
        frozen={false}
        onChange={(part) => form.setDish({ ...dish, ...part })}
      />
      <TextField
        label={t('console.substitute.reason')}
        value={form.reason}
        maxLength={200}
        error={form.errors.reason}
        onChange={form.setReason}
      />
      {before && (
        <Loaded read={read} rows={3}>
          {({ kitchenSheet }) => <EffectOfDish effect={effectOf(kitchenSheet, before, dish)} />}
        </Loaded>
      )}
    </FormDrawer>
  );
}
