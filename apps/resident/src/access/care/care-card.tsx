import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { CareFragment } from '../../gql/graphql';
import { Link } from '../../shell/router';
import { useLaterWords } from '../../shell/later-words';

const TONES = { ACTIVE: 'ok', EXPIRED: 'warn', ENDED: 'mute' } as const;

interface Props {
  readonly grant: CareFragment;
  /** Mine: this person may act for me. Otherwise I may act for this person. */
  readonly isMine: boolean;
  readonly onRevoke: () => void;
}

/** One grant: with whom, what it opens in plain words, until when. */
export function CareCard({ grant, isMine, onRevoke }: Props): ReactElement {
  const { t, format } = useLaterWords();
  const { state, scopes, until, endedAt, endedBy, mayChange, mayRevoke } = grant;
  const name = isMine ? grant.carerName : grant.elderName;
  return (
    <article className="card sec">
      <h3 className="care__who">
        <span>{name}</span>
        <Status tone={TONES[state]}>{t(`CareState.${state}`)}</Status>
      </h3>
      {isMine && grant.carerPhone && <p className="sm mute num">{grant.carerPhone}</p>}
      <ul className="care__scopes">
        {scopes.map((scope) => (
          <li key={scope}>{t(isMine ? `later.care.scope.${scope}` : `later.care.mayScope.${scope}`)}</li>
        ))}
      </ul>
      <p className="sm">
        {endedAt && endedBy
          ? t('later.care.ended', { who: t(`CareEnder.${endedBy}`), day: format.date(endedAt) })
          : t(state === 'EXPIRED' ? 'later.care.expired' : 'later.care.until', {
              day: format.date(until),
            })}
      </p>
      {state === 'EXPIRED' && !isMine && <p className="sm mute">{t('later.care.askToProlong', { name })}</p>}
      {(mayChange || mayRevoke) && (
        <div className="btns">
          {mayChange && (
            <Link className="btn btn--plain" to={`/me/care/${grant.id}`}>
              {t('later.care.change')}
              <span className="vh"> {name}</span>
            </Link>
          )}
          {mayRevoke && (
            <button className="btn btn--plain" type="button" onClick={onRevoke}>
              {t(isMine ? 'later.care.revoke' : 'later.care.giveUp')}
              <span className="vh"> {name}</span>
            </button>
          )}
        </div>
      )}
    </article>
  );
}
