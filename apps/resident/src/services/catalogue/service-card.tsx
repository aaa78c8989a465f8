import { useNow } from '@linli/client';
import { Icon, Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Link } from '../../shell/router';
import type { BookableFragment, OfferingFragment } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { useWords } from '../../shell/words';
import { PlacesBar, standingOf, useCondition, useWhyNot } from '../places';
import { waitAt } from '../waitlist/wait-at';
import type { Listed } from './catalogue-rules';
import { CATEGORY_ICONS } from './category-look';
import { useWhoMay } from './who-may';

/** Sessions shown on the card; all are on the service's own page. */
const FEW = 2;

export function ServiceCard({ service, lines }: Listed): ReactElement {
  const { t } = useLaterWords();
  const to = `/services/${service.id}`;
  const condition = useCondition();
  const [first] = lines;
  const notForYou = first && lines.every(({ refusal }) => refusal === 'NOT_ELIGIBLE');
  return (
    <article className="card">
      <ServiceHead service={service} level="h2" />
      {notForYou ? (
        <p className="sm">
          <Status tone="mute" icon="lock">
            {condition(first) ?? t('resident.standing.notForYou')}
          </Status>
        </p>
      ) : service.bookedAs !== 'SESSION' ? (
        <p>{t(`BookedAs.${service.bookedAs}`)}</p>
      ) : lines.length === 0 ? (
        <p className="mute">{t('resident.noSessions')}</p>
      ) : (
        <ul>
          {lines.slice(0, FEW).map((line) => (
            <SessionLine key={line.session.id} line={line} name={service.name} />
          ))}
        </ul>
      )}
      <Link className="more" to={to}>
        {service.bookedAs !== 'SESSION'
          ? t(`later.several.see.${service.bookedAs}`)
          : lines.length > FEW && !notForYou
            ? t('resident.allTimes', { count: lines.length })
            : t('resident.details')}
        <span className="vh"> {service.name}</span>
      </Link>
    </article>
  );
}

export function ServiceHead({
  service,
  level: Level,
}: {
  readonly service: OfferingFragment;
  readonly level: 'h1' | 'h2';
}): ReactElement {
  const whoMay = useWhoMay();
  const { t, format } = useWords();
  const price = service.priceFen === 0 ? t('resident.free') : format.money(service.priceFen);
  return (
    <div className="svc__h">
      <span className="svc__i">
        <Icon name={CATEGORY_ICONS[service.category]} />
      </span>
      <div>
        <Level className={Level === 'h1' ? 'h1' : undefined} tabIndex={Level === 'h1' ? -1 : undefined}>
          {service.name}
        </Level>
        <p className="sm mute">{[price, whoMay(service)].filter(Boolean).join(t('resident.dot'))}</p>
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: BookableFragment;
  readonly name: string;
}

function SessionLine({ line, name }: LineProps): ReactElement {
  const { t, format } = useWords();
  const now = useNow(60_000);
  const condition = useCondition();
  const whyNot = useWhyNot();
  const { session, refusal } = line;
  const { tone, icon, word } = standingOf(line);
  return (
    <li className="ses">
      <div>
        <p className="b">
          {format.relativeDay(session.day, now)} {format.time(session.startsAt)}
        </p>
        <p className="sm mute">{session.place}</p>
        {refusal && refusal !== 'SESSION_FULL' ? (
          <p className="sm">
            <Status tone={tone} icon={icon}>
              {refusal === 'NOT_OPEN_YET'
                ? whyNot(line)
                : (condition(line) ?? t(`resident.standing.${word}`, { count: line.placesLeft }))}
            </Status>
            {session.cancelReason && <span className="mute"> {session.cancelReason}</span>}
          </p>
        ) : (
          <PlacesBar left={line.placesLeft} capacity={session.capacity} />
        )}
      </div>
      <SessionAct line={line} name={name} />
    </li>
  );
}

/** One button, named after what it books: a list of 「預約」 says nothing to those who listen. */
function SessionAct({ line, name }: LineProps): ReactElement | null {
  const { t, format } = useLaterWords();
  const { session, refusal, bookingId } = line;
  if (bookingId) {
    return (
      <Link className="btn btn--ghost" to={`/bookings/${bookingId}`}>
        {t('resident.ticket')}
        <span className="vh"> {name}</span>
      </Link>
    );
  }
  const wait = waitAt(line);
  if (wait) {
    return (
      <Link className="btn btn--ghost" to={wait}>
        {t('later.wait.join')}
        <span className="vh">
          {' '}
          {name} {format.dateTime(session.startsAt)}
        </span>
      </Link>
    );
  }
  if (refusal) return null;
  return (
    <Link className="btn" to={`/services/${session.service.id}?session=${session.id}`}>
      {t('resident.book')}
      <span className="vh">
        {' '}
        {name} {format.dateTime(session.startsAt)}
      </span>
    </Link>
  );
}
