import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import type { TrainingSessionPartsFragment, TrainingYearQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ScheduleDrawer } from './schedule-drawer';
import { hoursOf, STATE_TONES } from './training-words';

type Year = TrainingYearQuery['trainingYear'];

interface PlanLineProps {
  readonly line: Year['lines'][number];
  readonly year: Year;
  readonly onOpen: (id: string) => void;
  readonly onChanged: () => void;
}

/** One line of the plan, with the sessions that it was held in. */
export function PlanLine({ line, year, onOpen, onChanged }: PlanLineProps): ReactElement {
  const { t, format } = useWords();
  const [scheduling, setScheduling] = useState(false);
  return (
    <section aria-label={line.title}>
      <div className="planline planline--head">
        <div>
          <h3>{line.title}</h3>
          <p className="m">
            {t('console.training.lineAbout', {
              audience: t(`TrainingAudience.${line.audience}`),
              form: t(`TrainingForm.${line.form}`),
              hours: hoursOf(line.minutes),
            })}
          </p>
        </div>
        {year.mayKeep && (
          <Button icon="calendar-days" onClick={() => setScheduling(true)}>
            {t('console.training.schedule')}
            <span className="vh"> {line.title}</span>
          </Button>
        )}
      </div>
      <DataTable<TrainingSessionPartsFragment>
        label={line.title}
        wrap
        rows={line.sessions}
        rowKey={({ id }) => id}
        columns={[
          column('topic', t('console.training.topic'), ({ id, topic, lecturer }) => (
            <>
              <button type="button" className="lk" onClick={() => onOpen(id)}>
                {topic}
              </button>
              <br />
              <span className="m">{lecturer}</span>
            </>
          )),
          column('for', t('console.training.for'), ({ forName }) => forName),
          column('when', t('console.life.when'), ({ startsAt }) => format.dateTime(startsAt)),
          column('hours', t('console.training.hours'), ({ minutes }) => hoursOf(minutes), { number: true }),
          column('attended', t('console.training.attended'), ({ attended }) => format.count(attended), {
            number: true,
          }),
          column('state', t('console.joint.state'), ({ state }) => (
            <Status tone={STATE_TONES[state]}>{t(`TrainingState.${state}`)}</Status>
          )),
        ]}
        empty={<Nothing icon="calendar-days" title={t('console.training.noSession')} />}
      />
      {scheduling && (
        <ScheduleDrawer line={line} year={year} onClose={() => setScheduling(false)} onDone={onChanged} />
      )}
    </section>
  );
}
