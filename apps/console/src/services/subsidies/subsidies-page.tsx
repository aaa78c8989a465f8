import { useNow } from '@linli/client';
import { Status, type Tone } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useViewer } from '../../access/viewer';
import { AreaNameDocument, type RuleFragment, SubsidyRuleHistoryDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { dayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Nothing } from '../../kit/states';
import { Tabs } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import { EndRule } from './end-rule';
import { ProposeDrawer } from './propose-drawer';
import { canEnd, type Phase, PHASES, phaseOf, whomInWords } from './rules';

const TONES: Readonly<Record<Phase, Tone>> = { CURRENT: 'ok', COMING: 'info', OVER: 'mute' };

/** 補貼規則 Who adds how much to whose meal, between which days. */
export default function SubsidiesPage(): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const [phase, setPhase] = useFilter<Phase>('phase', 'CURRENT');
  const read = useRead(SubsidyRuleHistoryDocument, {});
  const [proposing, setProposing] = useState(false);
  const [ending, setEnding] = useState<RuleFragment>();
  const rules = read.data?.subsidyRuleHistory;
  const of = (wanted: Phase) => rules?.filter((rule) => phaseOf(rule, today) === wanted);
  return (
    <Page
      title={t('console.menu.subsidies')}
      actions={
        <>
          <Tabs
            label={t('console.subsidies.phases')}
            tabs={PHASES.map((key) => ({
              key,
              label: t(`console.subsidies.phase.${key}`),
              count: of(key)?.length,
            }))}
            current={phase}
            onChange={setPhase}
          />
          <Button kind="primary" icon="plus" onClick={() => setProposing(true)}>
            {t('console.subsidies.propose')}
          </Button>
        </>
      }
    >
      <Panel>
        <DataTable
          wrap
          label={t('console.menu.subsidies')}
          rows={of(phase)}
          read={read}
          rowKey={({ id }) => id}
          columns={useColumns(today, setEnding)}
          empty={
            <Nothing icon="scale" title={t(`console.subsidies.none.${phase}`)}>
              {t('console.subsidies.noneWhy')}
            </Nothing>
          }
        />
      </Panel>
      {proposing && (
        <ProposeDrawer
          today={today}
          payers={[...new Set((rules ?? []).map(({ payer }) => payer))]}
          onClose={() => setProposing(false)}
          onDone={() => {
            setProposing(false);
            setPhase('COMING');
            read.again();
          }}
        />
      )}
      {ending && (
        <EndRule
          rule={ending}
          today={today}
          onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined);
            read.again();
          }}
        />
      )}
    </Page>
  );
}

function AreaName({ id }: { readonly id: string }): ReactElement {
  const { data } = useRead(AreaNameDocument, { id });
  return <>{data?.area.name ?? '…'}</>;
}

function useColumns(today: string, onEnd: (rule: RuleFragment) => void): Column<RuleFragment>[] {
  const words = useWords();
  const { t, format } = words;
  const roles = useViewer().me.duties.map(({ role }) => role);
  return [
    column('name', t('console.subsidies.name'), ({ name, additive }) => (
      <>
        <b>{name}</b> {additive && <span className="m">{t('console.subsidies.additiveShort')}</span>}
      </>
    )),
    column('payer', t('console.subsidies.payer'), ({ payer }) => payer),
    column('whom', t('console.subsidies.whom'), (rule) => (
      <>
        {whomInWords(words, rule)}{' '}
        <small className="m">
          {rule.areaId === null ? t('console.subsidies.anywhere') : <AreaName id={rule.areaId} />}
        </small>
      </>
    )),
    column(
      'fen',
      t('console.subsidies.perMeal'),
      ({ subsidyFen, dayCapFen }) => (
        <>
          <b>{format.money(subsidyFen)}</b>
          {dayCapFen !== null && (
            <small className="m swapped">
              {t('console.subsidies.capped', { most: format.money(dayCapFen) })}
            </small>
          )}
        </>
      ),
      { number: true },
    ),
    column('valid', t('console.subsidies.validity'), ({ validFrom, validTo, endReason }) => (
      <>
        {format.date(validFrom)} – {validTo === null ? t('console.subsidies.openEnd') : format.date(validTo)}
        {endReason !== null && (
          <small className="m swapped">{t('console.subsidies.endedWhy', { reason: endReason })}</small>
        )}
      </>
    )),
    column('state', t('console.subsidies.state'), (rule) => {
      const phase = phaseOf(rule, today);
      return <Status tone={TONES[phase]}>{t(`console.subsidies.phase.${phase}`)}</Status>;
    }),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (rule) =>
      canEnd(rule, today, roles) ? (
        <Button
          small
          kind="bad"
          onClick={() => onEnd(rule)}
          aria-label={t('console.subsidies.endOf', { name: rule.name })}
        >
          {t('console.subsidies.end')}
        </Button>
      ) : null,
    ),
  ];
}
