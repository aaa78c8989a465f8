import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { CareFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useWords } from '../../kit/words';
import type { Elder } from './elder';

interface CareListProps {
  readonly person: Elder;
  readonly grants: readonly CareFragment[];
  readonly onChange: (grant: CareFragment) => void;
  readonly onRevoke: (grant: CareFragment) => void;
}

/** Who may act for this person, and for whom this person may act. */
export function CareList({ person, grants, onChange, onRevoke }: CareListProps): ReactElement {
  const { t } = useWords();
  const sides = [
    ['console.care.carers', 'console.care.noCarers', grants.filter(({ elderId }) => elderId === person.id)],
    ['console.care.elders', 'console.care.noElders', grants.filter(({ carerId }) => carerId === person.id)],
  ] as const;
  return (
    <div className="stack">
      {sides.map(([title, nobody, some]) => (
        <section key={title} className="stack">
          <h3>{t(title)}</h3>
          {some.length === 0 && <p className="m">{t(nobody)}</p>}
          {some.map((grant) => (
            <CareRow
              key={grant.id}
              grant={grant}
              name={grant.elderId === person.id ? grant.carerName : grant.elderName}
              onChange={() => onChange(grant)}
              onRevoke={() => onRevoke(grant)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

const TONES = { ACTIVE: 'ok', EXPIRED: 'warn', ENDED: 'mute' } as const;

interface CareRowProps {
  readonly grant: CareFragment;
  readonly name: string;
  readonly onChange: () => void;
  readonly onRevoke: () => void;
}

function CareRow({ grant, name, onChange, onRevoke }: CareRowProps): ReactElement {
  const { t, format } = useWords();
  const { state, scopes, until, way, endedAt, endedBy, mayChange, mayRevoke } = grant;
  return (
    <article className="panel">
      <div className="ph">
        <h4>{name}</h4>
        <span className="r">
          <Status tone={TONES[state]}>{t(`CareState.${state}`)}</Status>
        </span>
      </div>
      <div className="pb stack">
        <p>{scopes.map((scope) => t(`CareScope.${scope}`)).join(t('common.listComma'))}</p>
        <p className="m">
          {[
            endedAt && endedBy
              ? t('console.care.ended', { who: t(`CareEnder.${endedBy}`), day: format.date(endedAt) })
              : t('console.care.until', { day: format.date(until) }),
            ...(way ? [t(`CareWay.${way}`)] : []),
          ].join(' · ')}
        </p>
        {(mayChange || mayRevoke) && (
          <div className="acts">
            {mayChange && (
              <Button onClick={onChange}>
                {t('console.care.change')}
                <span className="vh"> {name}</span>
              </Button>
            )}
            {mayRevoke && (
              <Button kind="danger" onClick={onRevoke}>
                {t('console.care.revoke')}
                <span className="vh"> {name}</span>
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}
