import { Icon, Seal } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from './router';
import { knownCentre } from './centre';
import { elderMode, setElderMode } from './elder-mode';
import { hasCome } from './steps';
import { residentId } from './session';
import { useSignal } from './signal';
import { useWords } from './words';

export interface BackTo {
  readonly to: string;
  readonly label?: string | undefined;
}

/** Who runs this or the way back, the centre's phone, the size of the letters: at the top of every page. */
export function Header({ back }: { readonly back?: BackTo | undefined }): ReactElement {
  const { t } = useWords();
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t('resident.skip')}
      </a>
      {back ? <Back {...back} /> : <Name />}
      <Tools />
    </header>
  );
}

function Name(): ReactElement {
  const { t } = useWords();
  const place = useSignal(knownCentre)?.areaName;
  return (
    <Link className="top__home" to="/">
      <Seal />
      <span className="top__name">
        {t('common.productName')}
        {place && <small>{place}</small>}
      </span>
      <span className="vh">{t('resident.toHome')}</span>
    </Link>
  );
}

function Back({ to, label }: BackTo): ReactElement {
  const { t } = useWords();
  return (
    <Link
      className="top__back"
      to={to}
      onClick={(event) => {
        // Where one came from, if that was here; a page opened by its address goes to what it belongs to.
        if (event.metaKey || event.ctrlKey || !hasCome()) return;
        event.preventDefault();
        history.back();
      }}
    >
      <Icon name="chevron-left" />
      {label ?? t('common.back')}
    </Link>
  );
}

function Tools(): ReactElement {
  const { t } = useWords();
  const phone = useSignal(knownCentre)?.phone;
  const signedIn = useSignal(residentId) !== null;
  const elder = useSignal(elderMode) ?? false;
  return (
    <>
      {signedIn && phone ? (
        <a className="tool" href={`tel:${phone}`}>
          <Icon name="phone" />
          {t('common.phone')}
          <span className="vh"> {phone}</span>
        </a>
      ) : (
        <Link className="tool" to="/language">
          <Icon name="languages" />
          {t('common.language')}
        </Link>
      )}
      <button className="tool" type="button" onClick={() => setElderMode(!elder)}>
        <Icon name="a-large-small" />
        {elder ? t('resident.normalLetters') : t('resident.largeLetters')}
      </button>
    </>
  );
}
