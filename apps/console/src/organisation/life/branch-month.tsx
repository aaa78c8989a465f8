import { Chip, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { BranchMonthDocument, type BranchMonthQuery, type LifeCellPartsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Page, Panel } from '../../kit/page';
import { Loaded, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { CADENCE_TONES, RUNG_TONES, STATE_TONES, useKinds } from './life-words';
import { MeetingDrawer } from './meeting-drawer';
import { PlanDrawer } from './plan-drawer';
import { TalkDrawer } from './talk-drawer';

type Month = BranchMonthQuery['branchMonth'];
type Absentee = Month['absentees'][number];

/** 我的支部這個月 What is due, what is planned, and who is missing. */
export function BranchMonth({ id }: { readonly id: string | null }): ReactElement {
  const { t } = useWords();
  const read = useRead(BranchMonthDocument, { organisationId: id });
  return (
    <Loaded read={read}>
      {({ branchMonth }) => (
        <Page
          title={branchMonth.name}
          className="page--life"
          about={
            <span className="m">
              {t('console.life.month', { month: Number(branchMonth.today.slice(5, 7)) })}
            </span>
          }
          actions={branchMonth.mayKeep && <PlanActs month={branchMonth} again={read.again} />}
        >
          <Dues month={branchMonth} />
          <div className="g-life">
            <Meetings month={branchMonth} />
            <div className="stack">
              <Absences month={branchMonth} again={read.again} />
              {branchMonth.birthdays.length > 0 && <Birthdays month={branchMonth} />}
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function PlanActs({ month, again }: { readonly month: Month; readonly again: () => void }): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState<'one' | 'many'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button icon="calendar-days" onClick={() => setOpen('many')}>
        {t('console.life.planMany')}
      </Button>
      <Button kind="primary" icon="plus" onClick={() => setOpen('one')}>
        {t('console.life.planOne')}
      </Button>
      {open === 'one' && <MeetingDrawer month={month} onClose={close} onDone={again} />}
      {open === 'many' && (
        <PlanDrawer branches={[month]} today={month.today} onClose={close} onDone={again} />
      )}
    </>
  );
}

const ORDER = ['OWED', 'DUE_SOON', 'DUE', 'LATE', 'DONE'];

/** Large cells: what has to be held, one each, the most pressing first. */
function Dues({ month }: { readonly month: Month }): ReactElement {
  const { t, format } = useWords();
  const cells = [...month.debts, ...month.due].toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.to < b.to ? -1 : 1),
  );
  const text = (cell: LifeCellPartsFragment): string => {
    if (cell.state === 'OWED')
      return t('console.life.owedSince', { day: format.day(cell.to), count: cell.missing });
    if (cell.missing === 0)
      return t('console.life.heldOf', { held: cell.held + cell.late, required: cell.required });
    return t('console.life.dueUntil', { day: format.day(cell.to), count: cell.missing });
  };
  return (
    <Panel title={t('console.life.due')} note={t('console.life.dueNote')}>
      <ul className="dues">
        {cells.map((cell) => (
          <li
            key={`${cell.organisationId} ${cell.kind} ${cell.to}`}
            className={`due due--${CADENCE_TONES[cell.state]}`}
          >
            <b>{t(`MeetingKind.${cell.kind}`)}</b>
            <Status tone={CADENCE_TONES[cell.state]}>{t(`CadenceState.${cell.state}`)}</Status>
            <span className="m">{text(cell)}</span>
            {cell.organisationId !== month.organisationId && (
              <span className="m">{cell.organisationName}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Meetings({ month }: { readonly month: Month }): ReactElement {
  const { t, format } = useWords();
  const kindsOf = useKinds();
  const meetings = month.meetings.filter(({ state }) => state !== 'CANCELLED');
  return (
    <Panel title={t('console.life.meetings')}>
      {meetings.length === 0 ? (
        <Nothing icon="calendar-days" title={t('console.life.noMeetings')}>
          {t('console.life.noMeetingsWhy')}
        </Nothing>
      ) : (
        <ul className="meets">
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link to={`/life/meetings/${meeting.id}`} className="meet">
                <span className="meet__d">
                  <b>{format.day(meeting.startsAt)}</b>
                  <span>{format.time(meeting.startsAt)}</span>
                </span>
                <span className="meet__w">
                  <b>{kindsOf(meeting.kinds)}</b>
                  <span className="m">
                    {meeting.place}
                    {meeting.rosterCount > 0 &&
                      ` · ${t('console.life.presentOf', { present: meeting.presentCount, due: meeting.rosterCount })}`}
                  </span>
                </span>
                <Chip tone={STATE_TONES[meeting.state]}>{t(`MeetingState.${meeting.state}`)}</Chip>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Absences({ month, again }: { readonly month: Month; readonly again: () => void }): ReactElement {
  const { t, format } = useWords();
  const [talking, setTalking] = useState<Absentee>();
  const mayTalk = ({ rung }: Absentee) => month.mayKeep && rung !== 'CORRECTION';
  return (
    <Panel title={t('console.life.absences')} note={t('console.life.absencesNote')}>
      {month.absentees.length === 0 ? (
        <Nothing icon="user-check" title={t('console.life.noAbsences')}>
          {t('console.life.noAbsencesWhy')}
        </Nothing>
      ) : (
        <ul className="absent">
          {month.absentees.map((person) => (
            <li key={person.residentId}>
              <span>
                <b>{person.name}</b>{' '}
                <Status tone={RUNG_TONES[person.rung]}>{t(`LadderRung.${person.rung}`)}</Status>
                <br />
                <small className="m">
                  {t('console.life.unexcused', { count: person.unexcused })}
                  {' · '}
                  {person.lastPresent
                    ? t('console.life.lastPresent', { day: format.day(person.lastPresent) })
                    : t('console.life.neverPresent')}
                  {person.deadline &&
                    ` · ${t('console.life.deadlineOn', { day: format.day(person.deadline) })}`}
                </small>
              </span>
              {mayTalk(person) && (
                <Button
                  onClick={() => setTalking(person)}
                  aria-label={t('console.life.talkWith', { name: person.name })}
                >
                  {t('console.life.talk')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {talking && (
        <TalkDrawer
          organisationId={month.organisationId}
          person={talking}
          today={month.today}
          onClose={() => setTalking(undefined)}
          onDone={again}
        />
      )}
    </Panel>
  );
}

function Birthdays({ month }: { readonly month: Month }): ReactElement {
  const { t, format } = useWords();
  return (
    <Panel title={t('console.life.birthdays')} note={t('console.life.birthdaysNote')}>
      <ul className="absent">
        {month.birthdays.map(({ residentId, name, joinedOn }) => (
          <li key={residentId}>
            <span>
              <b>{name}</b>{' '}
              <span className="m">
                {t('console.life.joined', {
                  day: format.date(joinedOn),
                  years: Number(month.today.slice(0, 4)) - Number(joinedOn.slice(0, 4)),
                })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
