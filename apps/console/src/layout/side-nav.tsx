import { useLocale } from '@linli/client/i18n';
import { LOCALES } from '@linli/i18n';
import { Seal } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import { Fragment, type ReactElement } from 'react';
import { Link, NavLink } from 'react-router';
import { NotSentYet, useSignOut, useViewer } from '../access/viewer';
import { useToast } from '../kit/toasts';
import { useWords } from '../kit/words';
import { menuFor } from './menu';
import { PopMenu } from './pop-menu';

export function SideNav(): ReactElement {
  const { t } = useWords();
  const { me } = useViewer();
  return (
    <nav className="side" aria-label={t('console.menu.label')}>
      <p className="side__b">
        <Seal />
        <span>
          {t('common.productName')}
          <small>{t('console.subtitle')}</small>
        </span>
      </p>
      <div className="side__l">
        {menuFor(me.actions).map((group) => (
          <Fragment key={group.word}>
            <h2>{t(group.word)}</h2>
            {group.entries.map((entry) => (
              <NavLink key={entry.path} to={entry.path} title={t(entry.word)}>
                <DeskIcon name={entry.icon} />
                {t(entry.word)}
              </NavLink>
            ))}
          </Fragment>
        ))}
      </div>
      <div className="side__end">
        <UserMenu />
      </div>
    </nav>
  );
}

function UserMenu(): ReactElement {
  const { t } = useWords();
  const { me } = useViewer();
  const signOut = useSignOut();
  const toast = useToast();
  const [locale, setLocale] = useLocale();
  const [duty] = me.duties;
  return (
    <PopMenu
      up
      label={t('console.menu.own')}
      buttonClass="side__u"
      button={
        <>
          <span className="ava" aria-hidden="true">
            {me.name.slice(0, 1)}
          </span>
          <p>
            {me.name}
            <small>{duty ? t(`Role.${duty.role}`) : me.account}</small>
          </p>
          <DeskIcon name="chevrons-up-down" />
        </>
      }
    >
      {(close) => (
        <>
          <Link to="/account" role="menuitem" onClick={close}>
            <DeskIcon name="key-round" />
            {t('console.own.title')}
          </Link>
          {LOCALES.map((one) => (
            <button
              key={one}
              type="button"
              role="menuitemradio"
              aria-checked={one === locale}
              lang={one}
              onClick={() => void setLocale(one).then(close)}
            >
              <DeskIcon name="languages" />
              {t(`language.${one}`)}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            onClick={() =>
              void signOut(false).catch((error: unknown) =>
                toast(
                  'bad',
                  t(error instanceof NotSentYet ? 'console.rounds.notSentYet' : 'problem.network'),
                ),
              )
            }
          >
            <DeskIcon name="log-out" />
            {t('common.signOut')}
          </button>
        </>
      )}
    </PopMenu>
  );
}
