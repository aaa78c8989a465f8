import type { Tone } from '@linli/ui';
import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { Button } from '../../kit/button';
import { useWords } from '../../kit/words';
import type { CheckingIn } from '../desk/use-check-in';
import { useClassWords } from './class-words';
import { attendanceOn, type Entry, type Mark, markOf, type Member, type Roll } from './roll';

const TONES: Readonly<Record<Mark, Tone>> = {
  ...{ HERE: 'ok', MISSED: 'bad', AWAY: 'warn' },
  ...{ OFF: 'mute', DUE: 'mute', NONE: 'mute' },
};

interface RollTableProps {
  readonly roll: Roll;
  readonly members: readonly Member[];
  readonly checkIn: CheckingIn;
  readonly mayBook: boolean;
  readonly onShow: (entry: Entry) => void;
  readonly onLeave: (member: Member) => void;
  readonly onMakeUp: (member: Member) => void;
}

/** A line a person, a column a date; the first column stays in sight however many dates there are. */
export function RollTable(props: RollTableProps): ReactElement {
  const { roll, members } = props;
  const { t, format } = useWords();
  const { today } = useClassWords();
  return (
    <div className="roll" tabIndex={0} role="region" aria-label={t('console.classes.roll')}>
      <table className="tb tb--nw">
        <caption className="vh">{t('console.classes.roll')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.classes.member')}</th>
            {roll.dates.map((date) => (
              <th
                key={date.id}
                scope="col"
                className={date.day === today ? 'roll__now' : undefined}
                aria-current={date.day === today ? 'date' : undefined}
              >
                {format.day(date.day)}
              </th>
            ))}
            <th scope="col">{t('console.classes.elsewhere')}</th>
            <th scope="col">
              <span className="vh">{t('console.column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.key} member={member} table={props} today={today} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('console.classes.came')}</th>
            {roll.dates.map((date) => {
              const { here, expected } = attendanceOn(members, date);
              return (
                <td key={date.id} className={date.day === today ? 'roll__now' : undefined}>
                  {t('console.classes.cameOf', { here, expected })}
                </td>
              );
            })}
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function MemberRow({
  member,
  table,
  today,
}: {
  readonly member: Member;
  readonly table: RollTableProps;
  readonly today: string;
}): ReactElement {
  const { t, format } = useWords();
  const { roll, checkIn, onShow, onLeave, onMakeUp, mayBook } = table;
  const { person, run, isGuest, toMakeUp } = member;
  const hasLeft = run?.leftAt != null;
  return (
    <tr className={hasLeft ? 'done' : ''}>
      <th scope="row">
        {person.name} <small className="m">{person.age}</small>{' '}
        {hasLeft && <Status tone="mute">{t('console.classes.hasLeft')}</Status>}
        {isGuest && !hasLeft && <Status tone="info">{t('console.classes.guest')}</Status>}
      </th>
      {roll.dates.map((date) => (
        <td key={date.id} className={date.day === today ? 'roll__now' : undefined}>
          <Cell entry={member.on.get(date.id)} date={date} checkIn={checkIn} onShow={onShow} />
        </td>
      ))}
      <td>
        {member.elsewhere.map((entry) => (
          <button key={entry.id} type="button" className="lk" onClick={() => onShow(entry)}>
            {format.day(entry.session.day)} {t(`console.classes.mark.${markOf(entry, entry.session)}`)}
          </button>
        ))}
        {mayBook && toMakeUp > 0 && (
          <Button small onClick={() => onMakeUp(member)}>
            {t('console.classes.makeUp', { count: toMakeUp })}
          </Button>
        )}
      </td>
      <td>
        {mayBook && !isGuest && !hasLeft && run && (
          <Button small kind="text" onClick={() => onLeave(member)}>
            {t('console.classes.leave')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Cell({
  entry,
  date,
  checkIn,
  onShow,
}: {
  readonly entry: Entry | undefined;
  readonly date: Roll['dates'][number];
  readonly checkIn: CheckingIn;
  readonly onShow: (entry: Entry) => void;
}): ReactElement {
  const { t, format } = useWords();
  const mark = markOf(entry, date);
  if (!entry) return <span className="m">{t(`console.classes.mark.${mark}`)}</span>;
  const name = entry.beneficiary.name;
  if (entry.viewerCan.includes('CHECK_IN'))
    return (
      <Button
        small
        kind="brand"
        busy={checkIn.busyId === entry.id}
        aria-label={t('console.classes.checkInOf', { name, day: format.day(date.day) })}
        onClick={() => void checkIn.checkIn(entry)}
      >
        {t('BookingMove.CHECK_IN')}
      </Button>
    );
  return (
    <button
      type="button"
      className="roll__c"
      aria-label={t('console.classes.cellOf', {
        ...{ name, day: format.day(date.day) },
        mark: t(`console.classes.mark.${mark}`),
      })}
      onClick={() => onShow(entry)}
    >
      {mark === 'DUE' ? (
        <span className="m">{t('console.classes.mark.DUE')}</span>
      ) : (
        <Status tone={TONES[mark]}>{t(`console.classes.mark.${mark}`)}</Status>
      )}
    </button>
  );
}
