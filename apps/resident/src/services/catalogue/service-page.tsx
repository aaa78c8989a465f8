import { type ReactElement, useState } from 'react';
import { useGo, useParams, useSearch } from '../../shell/router';
import { daysFrom, useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import { OneServiceDocument, type OneServiceQuery } from '../../gql/graphql';
import { Heading, Page } from '../../shell/page';
import { CallCentre, ErrorSummary, Failed, Note, Waiting } from '../../shell/pieces';
import { useWords } from '../../shell/words';
import { useCondition, useWhyNot } from '../places';
import { Bill } from '../bookings/bill';
import { PayBar } from '../bookings/pay-bar';
import { useWhere } from '../centre/where';
import { ForWhom } from '../for-whom';
import { Classes } from '../several/classes';
import { FirstDay } from '../several/first-day';
import { byDay } from './catalogue-rules';
import { ServiceHead } from './service-card';
import { HORIZON } from './services-page';
import { VisitDays } from '../visits/visit-days';
import { SessionOptions } from './session-options';

export function ServicePage(): ReactElement {
  const { t } = useWords();
  const { serviceId = '' } = useParams();
  const [search] = useSearch();
  const day = search.get('day');
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const from = useToday();
  const to = daysFrom(from, HORIZON)[HORIZON - 1] ?? from;
  const { data, error, again } = useRead(
    OneServiceDocument,
    { serviceId, centreId, beneficiaryId, from, to },
    { skip: centreId === '' },
  );
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page
      title={data?.service.name ?? t('resident.services')}
      back={{ to: data?.service.policy.atHome && day ? `/services/${serviceId}` : '/services' }}
      busy={!data && !failed}
    >
      {data && home ? (
        <>
          <ServiceHead service={data.service} level="h1" />
          {data.service.description && <p className="lead">{data.service.description}</p>}
          <ForWhom people={home.myPeople} current={beneficiaryId} />
          {data.service.bookedAs === 'SERIES' ? (
            <Classes serviceId={serviceId} beneficiaryId={beneficiaryId} />
          ) : data.service.bookedAs === 'RANGE' ? (
            <FirstDay key={beneficiaryId} data={data} />
          ) : (
            <Times key={beneficiaryId} data={data} name={home.home.beneficiary.name} />
          )}
        </>
      ) : (
        <>
          <Heading>{t('resident.services')}</Heading>
          {failed ? <Failed error={failed} onRetry={homeError ? homeAgain : again} /> : <Waiting />}
        </>
      )}
    </Page>
  );
}

function Times({ data, name }: { readonly data: OneServiceQuery; readonly name: string }): ReactElement {
  const { t } = useWords();
  const whyNot = useWhyNot();
  const condition = useCondition();
  const navigate = useGo();
  const [search, choose] = useSearch();
  const [tried, setTried] = useState(0);
  const lines = [...data.bookableSessions].sort((one, other) =>
    one.session.startsAt.localeCompare(other.session.startsAt),
  );
  const open = lines.filter(({ refusal }) => !refusal);
  const chosen = open.find(({ session }) => session.id === search.get('session'));
  const first = lines.find(({ bookingId }) => !bookingId);
  const why = open.length === 0 && first ? (condition(first) ?? whyNot(first)) : '';
  // A visit is asked for a question a page: on which day, and then in which window.
  const { atHome } = data.service.policy;
  const asksDay = atHome && !search.get('day') && open.length > 0;
  const days = byDay(lines).filter(([day]) => !atHome || day === search.get('day'));
  const go = () => {
    if (!chosen) setTried(tried + 1);
    else
      navigate(`/services/${data.service.id}/check?session=${chosen.session.id}&day=${chosen.session.day}`);
  };
  return (
    <>
      {tried > 0 && !chosen && <ErrorSummary key={tried} title={t('resident.chooseTimeFirst')} />}
      {lines.length === 0 && <Note tone="info" icon="calendar-off" title={t('resident.noSessions')} />}
      {lines.length > 0 && !first && <Note tone="ok" icon="ticket" title={t('resident.allBooked')} />}
      {why && (
        <Note
          tone="info"
          icon="info"
          title={
            first?.refusal === 'NOT_ELIGIBLE'
              ? t('resident.notEligible', { name })
              : t(lines.some(({ bookingId }) => bookingId) ? 'resident.restNotOpen' : 'resident.noneOpen')
          }
        >
          {why}
        </Note>
      )}
      {asksDay && <VisitDays serviceId={data.service.id} days={byDay(lines)} />}
      {days.map(([day, ofDay]) => (
        <SessionOptions
          key={day}
          day={day}
          lines={ofDay}
          chosen={chosen}
          onChoose={(session) => choose({ session })}
        />
      ))}
      {chosen && <Bill price={chosen.price} heading={t('resident.howMuch')} />}
      <CallCentre lead={t('resident.bookByPhone')} />
      {open.length > 0 && !asksDay && (
        <PayBar price={chosen?.price} label={t('resident.nextCheck')} ready onGo={go} />
      )}
    </>
  );
}
