import { Icon, QrCode } from '@linli/ui';
import type { ReactElement } from 'react';
import type { TicketFragment } from '../../gql/graphql';
import { useRead } from '../../data/use-read';
import { BookingCentreDocument } from '../../gql/graphql';
import { knownCentre } from '../../shell/centre';
import { useSignal } from '../../shell/signal';
import { Unbroken } from '../../shell/unbroken';
import { useWords } from '../../shell/words';
import { hasEnded, isShowable, isUsed, lookOf, spoken } from './booking-look';
import { useSessionWords, useStateWord } from './use-what';

const HEADS = {
  ok: '',
  warn: ' bigt__h--warn',
  bad: ' bigt__h--bad',
  info: ' bigt__h--mute',
  mute: ' bigt__h--mute',
} as const;

/** The number and the code, as large as the page allows, and all that one must know to use them. */
export function BigTicket({
  ticket,
  isNew,
}: {
  readonly ticket: TicketFragment;
  readonly isNew: boolean;
}): ReactElement {
  const { t } = useWords();
  const { what } = useSessionWords();
  const stateWord = useStateWord();
  const { session, state, ticketNumber } = ticket;
  const { tone, icon } = session.state === 'CANCELLED' ? lookOf('CANCELLED') : lookOf(state);
  const head = isNew && isShowable(ticket) ? t('resident.booked') : stateWord(ticket);
  return (
    <article className={isUsed(ticket) ? 'bigt bigt--used' : 'bigt'}>
      <h1
        className={`bigt__h${isUsed(ticket) && tone === 'ok' ? ' bigt__h--mute' : HEADS[tone]}`}
        tabIndex={-1}
      >
        <Icon name={icon} />
        {head}
        <span className="vh"> · {what(session)}</span>
      </h1>
      <div className="bigt__b">
        {ticketNumber && (
          <>
            <p className="mute">
              {isShowable(ticket) ? t('resident.sayOrScan') : t('resident.ticketNumber')}
            </p>
            <p className="bigt__no">{spoken(ticketNumber)}</p>
          </>
        )}
        {isShowable(ticket) && <QrCode text={ticket.id} label={t('resident.ticketCode')} />}
        {spoken(ticketNumber) !== ticketNumber && <p className="sm mute">{ticketNumber}</p>}
      </div>
      <div className="perf" />
      <Facts ticket={ticket} />
    </article>
  );
}

/** When, who, where and for how much. */
export function Facts({ ticket }: { readonly ticket: TicketFragment }): ReactElement {
  const { t, format } = useWords();
  const { what, day, hours } = useSessionWords();
  const { session, beneficiary, price, texture } = ticket;
  const date = format.day(session.day);
  const reason = session.cancelReason ?? ticket.decisionReason;
  const relative = day(session);
  return (
    <dl className="bigt__f">
      <div>
        <dt>{t('resident.when')}</dt>
        <dd>
          <Unbroken text={`${relative === date ? '' : `${relative} `}${date} ${hours(session)}`} />
        </dd>
      </div>
      <div>
        <dt>{t('resident.whoComes')}</dt>
        <dd>
          {beneficiary.name}
          <br />
          <Unbroken text={texture ? `${what(session)} ${t(`Texture.${texture}`)}` : what(session)} />
        </dd>
      </div>
      <Where centreId={session.centreId} place={session.place} />
      {!hasEnded(ticket) && session.state !== 'CANCELLED' && (
        <div className="w">
          <dt>{t('resident.payThen')}</dt>
          <dd>
            {price.payFen === 0 ? t('resident.free') : format.money(price.payFen, { exact: true })}
            {price.subsidyFen > 0 &&
              t('resident.afterSubsidy', { subsidy: format.money(price.subsidyFen, { exact: true }) })}
          </dd>
        </div>
      )}
      {reason && (
        <div className="w">
          <dt>{t('resident.why')}</dt>
          <dd>{reason}</dd>
        </div>
      )}
    </dl>
  );
}

function Where({ centreId, place }: { readonly centreId: string; readonly place: string }): ReactElement {
  const { t } = useWords();
  const known = useSignal(knownCentre);
  const isKnown = known?.id === centreId;
  const { data } = useRead(BookingCentreDocument, { id: centreId }, { from: 'cache-first', skip: isKnown });
  const centre = isKnown ? known : data?.centre;
  return (
    <div className="w">
      <dt>{t('resident.where')}</dt>
      <dd>
        {centre && `${centre.name} `}
        {place}
        {centre && (
          <>
            <br />
            {centre.address}
          </>
        )}
      </dd>
    </div>
  );
}
