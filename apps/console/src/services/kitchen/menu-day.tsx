import { DishPlate, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Button } from '../../kit/button';
import { useWords } from '../../kit/words';
import type { Menu } from './menu-week';

interface MenuDayProps {
  readonly day: string;
  readonly today: string;
  readonly menu: Menu | undefined;
  readonly frozen: boolean;
  readonly onEdit: () => void;
  readonly onSubstitute: () => void;
}

export function MenuDay({ day, today, menu, frozen, onEdit, onSubstitute }: MenuDayProps): ReactElement {
  const { t, format } = useWords();
  const past = day < today;
  const dishes = menu?.dishes ?? [];
  return (
    <section className={`panel wday${day === today ? ' today' : ''}`}>
      <h2>{format.day(day)}</h2>
      {dishes.length > 0 ? (
        <ul>
          {dishes.map(({ name, look, allergens }) => (
            <li key={name}>
              <DishPlate look={look} />
              <span>
                {name}
                {allergens.length > 0 && (
                  <small className="m"> {allergens.map((key) => t(`Allergen.${key}`)).join('、')}</small>
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="m">{t('console.menus.none')}</p>
      )}
      {menu?.substitutions.map(({ id, replaced, dish, reason, byName, at }) => (
        <p key={id} className="swapped">
          <b>{t('console.substitute.line', { replaced: replaced.name, dish: dish.name })}</b>
          <small className="m">
            {t('console.substitute.why', { reason, by: byName, time: format.time(at) })}
          </small>
        </p>
      ))}
      {frozen && !past && (
        <Status tone="mute" icon="lock">
          {t('console.menus.frozen')}
        </Status>
      )}
      {!past && (!frozen || dishes.length > 0) && (
        <Button
          small
          icon={dishes.length > 0 ? 'pencil' : 'plus'}
          onClick={onEdit}
          aria-label={t(
            frozen
              ? 'console.menus.notesOf'
              : dishes.length > 0
                ? 'console.menus.editOf'
                : 'console.menus.fillOf',
            {
              day: format.day(day),
            },
          )}
        >
          {t(frozen ? 'console.menus.notes' : dishes.length > 0 ? 'common.edit' : 'console.menus.fill')}
        </Button>
      )}
      {!past && frozen && dishes.length > 0 && (
        <Button
          small
          icon="repeat"
          onClick={onSubstitute}
          aria-label={t('console.substitute.of', { day: format.day(day) })}
        >
          {t('console.substitute.do')}
        </Button>
      )}
    </section>
  );
}
