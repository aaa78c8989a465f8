import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { ClaimLinesQuery } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { NextPage } from '../../kit/more';
import { Panel } from '../../kit/page';
import type { Pages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Line } from './claim-rules';

interface ClaimLinesProps {
  readonly pages: Pages<ClaimLinesQuery, Line>;
  readonly canCounter: (line: Line) => boolean;
  readonly onCounter: (line: Line) => void;
}

/** One meal of one person a line, with what shows that they had it. */
export function ClaimLines({ pages, canCounter, onCounter }: ClaimLinesProps): ReactElement {
  const { t } = useWords();
  return (
    <Panel title={t('console.claims.lines')} note={t('console.claims.linesNote')}>
      <DataTable
        wrap
        label={t('console.claims.lines')}
        rows={pages.rows}
        read={pages.read}
        rowKey={({ id }) => id}
        columns={useColumns(canCounter, onCounter)}
        empty={
          <Nothing icon="file-text" title={t('console.claims.noLines')}>
            {t('console.claims.noLinesWhy')}
          </Nothing>
        }
      />
      <NextPage pages={pages} />
    </Panel>
  );
}

function useColumns(canCounter: (line: Line) => boolean, onCounter: (line: Line) => void): Column<Line>[] {
  const { t, format } = useWords();
  return [
    column('day', t('console.clashes.day'), ({ day, meal, way }) => (
      <>
        <span className="nw">{format.day(day)}</span>{' '}
        <small className="m">
          {t(`Meal.${meal}`)} {t(`MealWay.${way}`)}
        </small>
      </>
    )),
    column('who', t('console.clashes.who'), ({ name, ticketNumber }) => (
      <>
        <b>{name}</b> <small className="m">{ticketNumber}</small>
      </>
    )),
    column('rule', t('console.claims.rule'), ({ ruleName }) => ruleName),
    column('evidence', t('console.claims.evidence'), (line) => (
      <>
        {t(`EvidenceKind.${line.evidenceKind}`)}{' '}
        <small className="m">
          {t('console.claims.step', { time: format.dateTime(line.evidenceAt), by: line.evidenceByName })}
        </small>
        {line.countered && <Status tone="mute">{t('console.claims.countered')}</Status>}
        {line.fen < 0 && (
          <Status tone="warn" icon="minus">
            {t('console.claims.counter', { reason: line.reason ?? '' })}
          </Status>
        )}
      </>
    )),
    column('fen', t('console.claims.amount'), ({ fen }) => <b>{format.money(fen, { exact: true })}</b>, {
      number: true,
    }),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (line) =>
      canCounter(line) ? (
        <Button
          small
          onClick={() => onCounter(line)}
          aria-label={t('console.claims.counterOf', { ticket: line.ticketNumber, name: line.name })}
        >
          {t('console.claims.counterDo')}
        </Button>
      ) : null,
    ),
  ];
}
