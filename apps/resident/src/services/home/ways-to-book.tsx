import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import { useWords } from '../../shell/words';

const WAYS = [
  { to: '/lunch', icon: 'utensils', word: 'lunch' },
  { to: '/services?category=HEALTH_CHECK', icon: 'heart-pulse', word: 'health' },
  { to: '/services?category=HAIRCUT', icon: 'scissors', word: 'haircut' },
  { to: '/services', icon: 'calendar-heart', word: 'all' },
] as const;

export function WaysToBook(): ReactElement {
  const { t } = useWords();
  return (
    <nav className="ways" aria-label={t('resident.iWantToBook')}>
      {WAYS.map(({ to, icon, word }) => (
        <Link key={word} className="way" to={to}>
          <span className="way__i">
            <Icon name={icon} />
          </span>
          {t(`resident.toBook.${word}`)}
        </Link>
      ))}
    </nav>
  );
}
