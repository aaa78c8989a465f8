import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from './router';
import { useWords } from './words';

export type Tab = 'home' | 'services' | 'bookings' | 'me';

const TABS = [
  { tab: 'home', to: '/', icon: 'house' },
  { tab: 'services', to: '/services', icon: 'layout-grid' },
  { tab: 'bookings', to: '/bookings', icon: 'ticket' },
  { tab: 'me', to: '/me', icon: 'user-round' },
] as const;

export function Tabs({ current }: { readonly current: Tab | undefined }): ReactElement {
  const { t } = useWords();
  return (
    <nav className="tabs" aria-label={t('resident.mainNavigation')}>
      {TABS.map(({ tab, to, icon }) => (
        <Link key={tab} to={to} aria-current={tab === current ? 'page' : undefined}>
          <Icon name={icon} />
          {t(`resident.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
