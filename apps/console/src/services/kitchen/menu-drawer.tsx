import { newId } from '@linli/client';
import { dishLooks, DishPlate } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { type Allergen, type Meal, SaveMenuDocument, type Texture } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button, IconButton } from '../../kit/button';
import { ChecksField, TextField } from '../../kit/field';
import { Drawer } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Menu } from './menu-week';

interface Dish {
  readonly name: string;
  readonly look: string;
  readonly note: string;
  readonly allergens: readonly Allergen[];
  readonly textures: readonly Texture[];
}

const ALLERGENS: readonly Allergen[] = [
  'PEANUT',
  'EGG',
  'MILK',
  'SOY',
  'WHEAT',
  'FISH',
  'SHELLFISH',
  'SESAME',
  'NUT',
];
const TEXTURES: readonly Texture[] = ['REGULAR', 'SOFT', 'LIQUID'];
const NEW_DISH: Dish = {
  name: '',
  look: dishLooks[0] ?? 'rice',
  note: '',
  allergens: [],
  textures: ['REGULAR'],
};

interface MenuDrawerProps {
  readonly centreId: string;
  readonly day: string;
  readonly meal: Meal;
  readonly menu: Menu | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function MenuDrawer({ centreId, day, meal, menu, onClose, onSaved }: MenuDrawerProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  // A meal has one menu: what is there is changed under its own id.
  const [id] = useState(() => menu?.id ?? newId());
  const { act, busy, message } = useAct(SaveMenuDocument);
  const [dishes, setDishes] = useState<readonly Dish[]>(
    () => menu?.dishes.map((dish) => ({ ...dish, note: dish.note ?? '' })) ?? [NEW_DISH],
  );
  const [note, setNote] = useState(menu?.note ?? '');
  const [tried, setTried] = useState(false);
  const change = (index: number, part: Partial<Dish>) =>
    setDishes(dishes.map((dish, at) => (at === index ? { ...dish, ...part } : dish)));
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (dishes.length === 0 || dishes.some(({ name, textures }) => !name.trim() || textures.length === 0))
      return;
    const sent = dishes.map(({ name, look, note: own, allergens, textures }) => ({
      name: name.trim(),
      look,
      note: own.trim() || null,
      allergens: [...allergens],
      textures: [...textures],
    }));
    const { done } = await act({ id, centreId, day, meal, dishes: sent, note: note.trim() || null });
    if (!done) return;
    toast('ok', t('console.menus.savedOf', { day: format.day(day) }));
    onSaved();
    onClose();
  };
  return (
    <Drawer
      open
      wide
      title={`${format.day(day)} ${t(`Meal.${meal}`)}`}
      onClose={onClose}
      footer={
        <div className="stack">
          <Problem message={message} />
          <div className="acts">
            <Button icon="plus" onClick={() => setDishes([...dishes, NEW_DISH])}>
              {t('console.menus.addDish')}
            </Button>
            <Button kind="primary" type="submit" form="menu" busy={busy}>
              {t('common.save')}
            </Button>
          </div>
        </div>
      }
    >
      <form id="menu" className="stack" noValidate onSubmit={(event) => void save(event)}>
        {dishes.map((dish, index) => (
          <DishForm
            key={index}
            index={index}
            dish={dish}
            tried={tried}
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
    </Drawer>
  );
}

interface DishFormProps {
  readonly index: number;
  readonly dish: Dish;
  readonly tried: boolean;
  readonly onChange: (part: Partial<Dish>) => void;
  readonly onRemove: () => void;
}

function DishForm({ index, dish, tried, onChange, onRemove }: DishFormProps): ReactElement {
  const { t } = useWords();
  const named = dish.name.trim() || t('console.menus.dishNumber', { number: index + 1 });
  return (
    <section className="dishf" aria-label={named}>
      <div className="with">
        <TextField
          label={t('console.menus.dishNumber', { number: index + 1 })}
          value={dish.name}
          error={tried && !dish.name.trim() ? t('issue.invalid_type') : undefined}
          onChange={(name) => onChange({ name })}
          maxLength={30}
        />
        <span style={{ alignSelf: 'end' }}>
          <IconButton
            icon="trash-2"
            label={t('console.menus.removeDish', { dish: named })}
            onClick={onRemove}
          />
        </span>
      </div>
      <Looks name={`look-${index}`} value={dish.look} onChange={(look) => onChange({ look })} />
      <TextField
        label={t('console.menus.dishNote')}
        side={t('common.optional')}
        value={dish.note}
        onChange={(note) => onChange({ note })}
        maxLength={60}
      />
      <ChecksField
        label={t('console.menus.textures')}
        hint={tried && dish.textures.length === 0 ? t('console.menus.needsTexture') : undefined}
        options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
        value={dish.textures}
        onChange={(textures) => onChange({ textures })}
      />
      <ChecksField
        label={t('console.menus.allergens')}
        options={ALLERGENS.map((key) => ({ key, label: t(`Allergen.${key}`) }))}
        value={dish.allergens}
        onChange={(allergens) => onChange({ allergens })}
      />
    </section>
  );
}

/** How the dish is drawn on phones and on the wall. */
function Looks({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string;
  readonly onChange: (look: string) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <details>
      <summary className="row">
        <span style={{ width: 34, display: 'inline-block' }}>
          <DishPlate look={value} />
        </span>
        {t('console.menus.look')}
        <DeskIcon name="chevron-down" />
      </summary>
      <div className="looks" role="radiogroup" aria-label={t('console.menus.look')}>
        {dishLooks.map((look) => (
          <label key={look} className={look === value ? 'look on' : 'look'}>
            <input
              type="radio"
              name={name}
              checked={look === value}
              onChange={() => onChange(look)}
              aria-label={look.replaceAll('-', ' ')}
            />
            <DishPlate look={look} />
          </label>
        ))}
      </div>
    </details>
  );
}
