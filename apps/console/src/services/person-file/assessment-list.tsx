import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useWords } from '../../kit/words';
import { type Assessment, standingOf } from './assessments';

const TONES = { HOLDS: 'ok', ENDS_SOON: 'warn', OVER: 'bad', REPLACED: 'mute' } as const;

interface AssessmentListProps {
  readonly file: readonly Assessment[];
  readonly today: string;
}

/** The one that counts first, then all before it. */
export function AssessmentList({ file, today }: AssessmentListProps): ReactElement {
  const { t, format } = useWords();
  if (file.length === 0) return <p className="m">{t('console.file.noAssessment')}</p>;
  return (
    <div className="stack">
      {file.map((one) => {
        const standing = standingOf(one, file, today);
        return (
          <article key={one.id} className="panel">
            <div className="ph">
              <h4>{t(`AbilityLevel.${one.level}`)}</h4>
              <span className="r">
                <Status tone={TONES[standing]}>{t(`console.file.standing.${standing}`)}</Status>
              </span>
            </div>
            <div className="pb stack stack--s">
              <p>
                {t('console.file.assessed', { day: format.date(one.assessedOn), by: one.assessedBy })}
                {t('console.comma')}
                {t('console.file.until', { day: format.date(one.validUntil) })}
              </p>
              <p className="m">
                {t('console.file.recorded', {
                  ...{ time: format.dateTime(one.recordedAt), by: one.recorderName },
                })}
              </p>
            </div>
          </article>
        );
      })}
    </div>
  );
}
