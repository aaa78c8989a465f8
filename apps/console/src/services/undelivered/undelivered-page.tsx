import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  FailedDeliveriesDocument,
  MarkDeliveryToldDocument,
  RevealUndeliveredNumberDocument,
  type UndeliveredFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { Button } from '../../kit/button';
import { type Column, column, DataTable } from '../../kit/data-table';
import { NextPage } from '../../kit/more';
import { Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { PhoneNumber } from '../phone-number';

const PAGE = 50;

/** 未送達通知 Whom no message reached: somebody calls, and says so. */
export default function UndeliveredPage(): ReactElement {
  const { t } = useWords();
  const [told, setTold] = useState<UndeliveredFragment>();
  const pages = usePages(
    FailedDeliveriesDocument,
    { first: PAGE, after: null },
    ({ failedDeliveries: { edges, pageInfo } }) => ({
      rows: edges.map(({ node }) => node),
      end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    }),
  );
  return (
    <Page title={t('console.menu.undelivered')}>
      <Panel title={t('console.undelivered.title')} note={t('console.undelivered.note')}>
        <DataTable
          wrap
          label={t('console.undelivered.title')}
          rows={pages.rows}
          read={pages.read}
          rowKey={({ id }) => id}
          columns={useColumns(setTold)}
          empty={
            <Nothing icon="check-check" title={t('console.undelivered.none')}>
              {t('console.undelivered.noneWhy')}
            </Nothing>
          }
        />
        <NextPage pages={pages} />
      </Panel>
      {told && <TellAsk told={told} onClose={() => setTold(undefined)} again={pages.again} />}
    </Page>
  );
}

function useColumns(onTold: (row: UndeliveredFragment) => void): Column<UndeliveredFragment>[] {
  const { t, format } = useWords();
  return [
    column('who', t('console.clashes.who'), ({ resident }) => (
      <>
        <b>{resident.name}</b> <small className="m">{resident.building}</small>
      </>
    )),
    column('phone', t('common.phone'), (row) => <NumberOf row={row} />),
    column('what', t('console.undelivered.what'), ({ kind, service, startsAt, centre }) => (
      <>
        <b>{t(`NoticeKind.${kind}`)}</b> {service} <span className="nw">{format.dateTime(startsAt)}</span>{' '}
        <small className="m">{centre}</small>
      </>
    )),
    column('why', t('console.undelivered.why'), ({ problem, channel, tries, failedAt }) => (
      <>
        <Status tone="bad">{t(`DeliveryProblem.${problem}`)}</Status>{' '}
        <small className="m">
          {t('console.undelivered.tried', {
            channel: t(`NoticeChannel.${channel}`),
            tries,
            time: format.dateTime(failedAt),
          })}
        </small>
      </>
    )),
    column('until', t('console.undelivered.until'), ({ until }) => (
      <span className="nw">{format.dateTime(until)}</span>
    )),
    column('acts', <span className="vh">{t('console.column.acts')}</span>, (row) => (
      <Button
        small
        icon="phone"
        onClick={() => onTold(row)}
        aria-label={t('console.undelivered.toldOf', { name: row.resident.name })}
      >
        {t('console.undelivered.told')}
      </Button>
    )),
  ];
}

function NumberOf({ row: { id, resident } }: { readonly row: UndeliveredFragment }): ReactElement {
  const { act, busy, message } = useAct(RevealUndeliveredNumberDocument);
  const reveal = async () => (await act({ id })).done?.phone;
  return (
    <PhoneNumber name={resident.name} masked={resident.phone} reveal={reveal} busy={busy} message={message} />
  );
}

interface TellAskProps {
  readonly told: UndeliveredFragment;
  readonly onClose: () => void;
  readonly again: () => void;
}

function TellAsk({ told, onClose, again }: TellAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(MarkDeliveryToldDocument);
  const { name } = told.resident;
  const send = async () => {
    const { done } = await act({ id: told.id });
    if (!done) return;
    toast('ok', t('console.undelivered.done', { name, by: done.tellerName ?? '' }));
    again();
    onClose();
  };
  return (
    <Ask
      icon="phone"
      title={t('console.undelivered.askTitle', { name })}
      word={t('console.undelivered.told')}
      keep={t('console.undelivered.later')}
      busy={busy}
      message={message}
      onGo={() => void send()}
      onClose={onClose}
    >
      <p>
        <b>{t(`NoticeKind.${told.kind}`)}</b> {told.service} {format.dateTime(told.startsAt)}
      </p>
      <p className="hint">{t('console.undelivered.askText')}</p>
    </Ask>
  );
}
