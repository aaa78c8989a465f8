import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../access/viewer';
import { LifeBranchesDocument, LifeOverviewDocument, type LifeOverviewQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Figure, Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { OrganisationPath } from '../parts/organisation-path';
import { DebtMatrix } from './debt-matrix';
import { PlanDrawer } from './plan-drawer';
import { type Opened, RateDrawer } from './rate-drawer';

type LifeAt = LifeOverviewQuery['lifeOverview'];

/** 欠賬總覽 Where debts gather, by the month; each row leads down, to the branch and its names. */
export function Overview(): ReactElement {
  const { t } = useWords();
  const [at] = useFilter('at', '');
  const [year] = useFilter('year', '');
  const read = useRead(
    LifeOverviewDocument,
    { organisationId: at || null, year: year ? Number(year) : null },
    { keep: true },
  );
  return (
    <Loaded read={read}>
      {({ lifeOverview }) => (
        <Page
          title={t('console.menu.life')}
          className="page--life"
          about={<OrganisationPath path={lifeOverview.path} to="/life?at=" />}
          actions={<OverviewActs at={lifeOverview} again={read.again} />}
        >
          <Rates at={lifeOverview} />
          <Panel
            title={t('console.life.debts')}
            note={t('console.life.debtsNote')}
            side={
              <Chip tone={lifeOverview.owed > 0 ? 'bad' : 'ok'}>
                {t('console.life.owed', { count: lifeOverview.owed })}
              </Chip>
            }
          >
            {lifeOverview.rows.length === 0 ? (
              <Nothing icon="landmark" title={t('console.life.noRows')}>
                {t('console.life.noRowsWhy')}
              </Nothing>
            ) : (
              <DebtMatrix at={lifeOverview} />
            )}
          </Panel>
          {lifeOverview.debts.length > 0 && <Debts at={lifeOverview} />}
        </Page>
      )}
    </Loaded>
  );
}

function OverviewActs({ at, again }: { readonly at: LifeAt; readonly again: () => void }): ReactElement {
  const { t } = useWords();
  const [planning, setPlanning] = useState(false);
  const branches = useRead(LifeBranchesDocument, {}, { skip: !planning });
  const within = at.path.length;
  const keeps = useMay('KEEP_LIFE');
  return (
    <>
      {at.mayKeep && (
        <Link className="b1" to={`/life?branch=${at.organisationId}`}>
          {t('console.life.openBranch')}
        </Link>
      )}
      {keeps && within === 1 && (
        <Button icon="calendar-days" onClick={() => setPlanning(true)}>
          {t('console.life.planYear')}
        </Button>
      )}
      {planning && branches.data && (
        <PlanDrawer
          branches={branches.data.lifeBranches.slice(0, 400)}
          today={at.today}
          onClose={() => setPlanning(false)}
          onDone={again}
        />
      )}
    </>
  );
}

const ICONS = { ATTENDANCE: 'user-check', PARTICIPATION: 'users', EDUCATION: 'text' } as const;

function Rates({ at }: { readonly at: LifeAt }): ReactElement {
  const { t, format } = useWords();
  const [opened, setOpened] = useState<Opened>();
  const month = at.today.startsWith(String(at.year)) ? Number(at.today.slice(5, 7)) : 12;
  return (
    <Panel>
      <div className="cells cells--life">
        {at.rates.map((rate) => (
          <Figure
            key={rate.kind}
            icon={ICONS[rate.kind]}
            label={t(`LifeRateKind.${rate.kind}`)}
            figure={rate.value === null ? t('console.life.nobody') : format.percent(rate.value)}
            note={t(`console.life.rateNote.${rate.kind}`, {
              met: rate.met,
              all: rate.met + rate.gap,
              exempt: rate.exempt,
            })}
            {...(rate.value !== null && { bars: [Math.round(rate.value * 100)] })}
            onOpen={() =>
              setOpened({ kind: rate.kind, organisationId: at.organisationId, year: at.year, month })
            }
          />
        ))}
      </div>
      {opened && <RateDrawer opened={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}

function Debts({ at }: { readonly at: LifeAt }): ReactElement {
  const { t, format } = useWords();
  return (
    <Panel
      title={t('console.life.debtList')}
      note={t('console.life.debtListNote', { count: at.debts.length })}
    >
      <table className="tb">
        <caption className="vh">{t('console.life.debtList')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.life.branch')}</th>
            <th scope="col">{t('console.life.kind')}</th>
            <th scope="col">{t('console.life.period')}</th>
            <th scope="col" className="n">
              {t('console.life.missing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {at.debts.map((debt) => (
            <tr key={`${debt.organisationId} ${debt.kind} ${debt.to}`}>
              <td>
                <Link to={`/life?branch=${debt.organisationId}`}>{debt.organisationName}</Link>
              </td>
              <td>{t(`MeetingKind.${debt.kind}`)}</td>
              <td>{t('console.life.fromTo', { from: format.day(debt.from), to: format.day(debt.to) })}</td>
              <td className="n">{debt.missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
