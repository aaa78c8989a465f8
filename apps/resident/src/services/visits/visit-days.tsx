import { useNow } from '@linli/client';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import type { BookableFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Link } from '../../shell/router';

interface VisitDaysProps {
  readonly serviceId: string;
  readonly days: readonly (readonly [day: string, lines: readonly BookableFragment[]])[];
}

/** The first question of a visit: on which day. Days on which nobody can come are not asked about. */
export function VisitDays({ serviceId, days }: VisitDaysProps): ReactElement {
  const { t, format } = useLaterWords();
  const now = useNow(60_000);
  const open = days.filter(([, lines]) => lines.some(({ refusal }) => !refusal));
  return (
    <section className="q">
      <h2>{t('later.visit.whichDay')}</h2>
      <div className="opts">
        {open.map(([day, lines]) => {
          const near = format.relativeDay(day, now);
          const date = format.day(day);
          return (
            <Link key={day} className="opt opt--link" to={`/services/${serviceId}?day=${day}`}>
              <span className="opt__f">
                <Icon name="clock" />
                <span className="opt__t">
                  <span>
                    <b>{near === date ? date : `${near} ${date}`}</b>
                    <small>
                      {t('later.visit.windows', { count: lines.filter(({ refusal }) => !refusal).length })}
                    </small>
                  </span>
                </span>
              </span>
            </Link>
          );
        })}
      </div>
    </section>
  );
}
