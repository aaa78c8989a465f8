import type { ReactElement } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { useViewer } from '../../access/viewer';
import type { Action } from '../../gql/graphql';
import { useWords } from '../../kit/words';

const ROOMS = [
  { path: '/kitchen', word: 'console.kitchen.room.sheet', needs: 'SEE_KITCHEN' },
  { path: '/kitchen/labels', word: 'console.kitchen.room.labels', needs: 'RUN_KITCHEN' },
  { path: '/kitchen/safety', word: 'console.kitchen.room.safety', needs: 'SEE_KITCHEN' },
  { path: '/kitchen/clashes', word: 'console.kitchen.room.clashes', needs: 'CHECK_IN' },
  { path: '/kitchen/menus', word: 'console.menus.title', needs: 'MANAGE_MENUS' },
] as const satisfies readonly { path: string; word: string; needs: Action }[];

// What they all speak of.
const KEPT = ['day', 'meal', 'centre'];

/** The pages of the kitchen, of the same day and meal. */
export function KitchenNav(): ReactElement {
  const { t } = useWords();
  const { actions } = useViewer().me;
  const [params] = useSearchParams();
  const kept = new URLSearchParams([...params].filter(([name]) => KEPT.includes(name))).toString();
  return (
    <nav className="tabs2 rooms" aria-label={t('console.menu.kitchen')}>
      {ROOMS.filter(({ needs }) => actions.includes(needs)).map(({ path, word }) => (
        <NavLink key={path} end to={{ pathname: path, search: kept }}>
          {t(word)}
        </NavLink>
      ))}
    </nav>
  );
}
