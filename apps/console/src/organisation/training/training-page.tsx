import '../../styles/life.css';
import '../../styles/training.css';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { LearningOverviewDocument, TrainingYearDocument, type TrainingYearQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { OrganisationPath } from '../parts/organisation-path';
import { Learning, LearningRows } from './learning';
import { PlanLine } from './plan-line';
import { PlanTrainingDrawer } from './plan-training-drawer';
import { SessionDrawer } from './session-drawer';
import { DUE_TONES } from './training-words';

/** 培訓 Who is short and where they are, what is planned for the year, and each session with its people. */
export default function TrainingPage(): ReactElement {
  const { t } = useWords();
  const [at] = useFilter('at', '');
  const learning = useRead(
    LearningOverviewDocument,
    { organisationId: at || null, year: null },
    { keep: true },
  );
  return (
    <Loaded read={learning}>
      {({ learningOverview }) => (
        <Page
          title={t('console.menu.training')}
          className="page--life"
          about={<OrganisationPath path={learningOverview.path} to="/training?at=" />}
        >
          <Learning at={learningOverview} />
          <Plan
            key={learningOverview.organisationId}
            id={learningOverview.organisationId}
            onChanged={learning.again}
          />
          <LearningRows at={learningOverview} />
        </Page>
      )}
    </Loaded>
  );
}

interface PlanProps {
  readonly id: string;
  readonly onChanged: () => void;
}

function Plan({ id, onChanged }: PlanProps): ReactElement {
  const { t } = useWords();
  const [planning, setPlanning] = useState(false);
  const [opened, setOpened] = useFilter('session', '');
  const read = useRead(TrainingYearDocument, { organisationId: id, year: null }, { keep: true });
  const year = read.data?.trainingYear;
  const session = year?.lines.flatMap(({ sessions }) => sessions).find((each) => each.id === opened);
  const again = () => {
    read.again();
    onChanged();
  };
  return (
    <Panel
      title={t('console.training.plan', { year: String(year?.year ?? '') })}
      note={year?.name}
      side={
        year?.mayKeep && (
          <Button kind="primary" icon="plus" onClick={() => setPlanning(true)}>
            {t('console.training.add')}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {({ trainingYear }) => (
          <div>
            <Periods year={trainingYear} />
            {trainingYear.lines.length === 0 && (
              <Nothing icon="graduation-cap" title={t('console.training.none')}>
                {t('console.training.noneWhy')}
              </Nothing>
            )}
            {trainingYear.lines.map((line) => (
              <PlanLine key={line.id} line={line} year={trainingYear} onOpen={setOpened} onChanged={again} />
            ))}
          </div>
        )}
      </Loaded>
      {planning && year && (
        <PlanTrainingDrawer year={year} onClose={() => setPlanning(false)} onDone={again} />
      )}
      {session && <SessionDrawer session={session} onClose={() => setOpened('')} onDone={again} />}
    </Panel>
  );
}

/** What a town owes each half-year and a community each quarter. */
function Periods({ year }: { readonly year: TrainingYearQuery['trainingYear'] }): ReactElement | null {
  const { t } = useWords();
  if (year.periods.length === 0) return null;
  return (
    <ul className="dues" aria-label={t('console.training.periods')}>
      {year.periods.map(({ from, to, state }) => (
        <li key={from}>
          <Chip tone={DUE_TONES[state]}>
            {t('console.training.period', { from: Number(from.slice(5, 7)), to: Number(to.slice(5, 7)) })}{' '}
            {t(`TrainingDue.${state}`)}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
