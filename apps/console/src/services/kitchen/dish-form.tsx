import { dishLooks, DishPlate, isDishLook } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import { IconButton } from '../../kit/button';
import { ALLERGENS, TEXTURES } from '../../kit/choices';
import { ChecksField, TextField } from '../../kit/field';
import { useWords } from '../../kit/words';
import type { Dish, DishFaults } from './dishes';

interface DishFormProps {
  readonly index: number;
  /** Instead of its number among the dishes. */
  readonly name?: string;
  readonly dish: Dish;
  readonly faults: DishFaults;
  /** What has been ordered is what is cooked: only the note can still change. */
  readonly frozen: boolean;
  readonly onChange: (part: Partial<Dish>) => void;
  /** Undefined: there is nothing to take away. */
  readonly onRemove?: () => void;
}

export function DishForm(props: DishFormProps): ReactElement {
  const { t } = useWords();
  const { index, dish, faults, frozen, onChange, onRemove } = props;
  const title = props.name ?? t('console.menus.dishNumber', { number: index + 1 });
  const named = dish.name.trim() || title;
  return (
    <section className="dishf" aria-label={named}>
      <fieldset className="fl stack stack--s" disabled={frozen}>
        <div className={frozen ? '' : 'with'}>
          <TextField
            label={title}
            value={dish.name}
            error={faults.name}
            onChange={(name) => onChange({ name })}
            maxLength={30}
          />
          {!frozen && onRemove && (
            <span style={{ alignSelf: 'end' }}>
              <IconButton
                icon="trash-2"
                label={t('console.menus.removeDish', { dish: named })}
                onClick={onRemove}
              />
            </span>
          )}
        </div>
        <Looks name={`look-${index}`} value={dish.look} onChange={(look) => onChange({ look })} />
        <ChecksField
          label={t('console.menus.textures')}
          error={faults.textures}
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
      </fieldset>
      <TextField
        label={t('console.menus.dishNote')}
        side={t('common.optional')}
        value={dish.note}
        onChange={(note) => onChange({ note })}
        maxLength={60}
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
        {isDishLook(value) && <span className="m">{t(`DishLook.${value}`)}</span>}
        <DeskIcon name="chevron-down" />
      </summary>
      <div className="looks" role="radiogroup" aria-label={t('console.menus.look')}>
        {dishLooks.map((look) => (
          <label key={look} className={look === value ? 'look on' : 'look'}>
            <input type="radio" name={name} checked={look === value} onChange={() => onChange(look)} />
            <DishPlate look={look} />
            <small>{t(`DishLook.${look}`)}</small>
          </label>
        ))}
      </div>
    </details>
  );
}
