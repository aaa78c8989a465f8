import { useLocale } from '@linli/client/i18n';
import { Status } from '@linli/ui';
import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import { useMay } from '../../access/viewer';
import {
  type AttendanceMark,
  MakeUpMeetingDocument,
  MarkAttendanceDocument,
  type WholeMeetingFragment,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { MARKS } from './life-words';

interface RosterPanelProps {
  readonly meeting: WholeMeetingFragment;
  readonly again: () => void;
  readonly onCode: () => void;
}

/** Who is due, and how each of them was there: one large button a mark, no form. */
export function RosterPanel({ meeting, again }: RosterPanelProps): ReactElement {
  const { t } = useWords();
  const [locale] = useLocale();
  const keeps = useMay('KEEP_LIFE');
  const { act, busy, message } = useAct(MarkAttendanceDocument);
  const { id, roster, attendanceOpen, presentCount, rosterCount, openCount } = meeting;
  const marks = async (residentIds: readonly string[], mark: AttendanceMark) => {
    const { done } = await act({ id, marks: residentIds.map((residentId) => ({ residentId, mark })) });
    if (done) again();
  };
  const open = roster.filter(({ mark }) => !mark).map(({ residentId }) => residentId);
  if (roster.length === 0)
    return (
      <Panel title={t('console.life.roster')}>
        <Nothing icon="users" title={t('console.life.noRoster')}>
          {t('console.life.noRosterWhy')}
        </Nothing>
      </Panel>
    );
  return (
    <Panel
      title={t('console.life.roster')}
      note={t('console.life.rosterNote', { present: presentCount, due: rosterCount, open: openCount })}
      side={
        <>
          <a className="b1" href={`/attendance/${id}.xlsx?face=console&locale=${locale}`} download>
            <DeskIcon name="download" />
            {t('console.life.saveRoster')}
          </a>
          {keeps && attendanceOpen && open.length > 0 && (
            <Button busy={busy} onClick={() => void marks(open, 'UNEXCUSED')}>
              {t('console.life.restAbsent', { count: open.length })}
            </Button>
          )}
        </>
      }
    >
      <Problem message={message} />
      <ul className="rost">
        {roster.map((line) => (
          <li key={line.residentId}>
            <span className="rost__n">
              <b>{line.name}</b>
              {!line.voting && <small className="m"> {t('console.life.noVote')}</small>}
              {line.exempt && <small className="m"> {t('console.life.exempt')}</small>}
              {line.reason && <small className="m"> {line.reason}</small>}
              {line.madeUpOn && <small className="m"> {t('console.life.madeUp')}</small>}
            </span>
            {keeps && attendanceOpen ? (
              <span
                className="rost__m"
                role="group"
                aria-label={t('console.life.markOf', { name: line.name })}
              >
                {MARKS.map((mark) => (
                  <button
                    key={mark}
                    type="button"
                    className={`mk mk--${mark}`}
                    aria-pressed={line.mark === mark}
                    disabled={busy}
                    onClick={() => void marks([line.residentId], mark)}
                  >
                    {t(`AttendanceMark.${mark}`)}
                  </button>
                ))}
              </span>
            ) : (
              <MarkOf meeting={meeting} line={line} again={again} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface MarkOfProps {
  readonly meeting: WholeMeetingFragment;
  readonly line: WholeMeetingFragment['roster'][number];
  readonly again: () => void;
}

const isThere = (mark: AttendanceMark | null | undefined) => mark === 'PRESENT' || mark === 'ONLINE';

function MarkOf({ meeting, line, again }: MarkOfProps): ReactElement {
  const { t } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const { act, busy, message } = useAct(MakeUpMeetingDocument);
  const makeUp = async () => {
    const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const { done } = await act({
      ...{ id: meeting.id, residentId: line.residentId, on, note: t('console.life.madeUp') },
    });
    if (done) again();
  };
  if (!line.mark) return <Status tone="mute">{t('console.life.notYet')}</Status>;
  const mayMakeUp = keeps && meeting.state === 'SIGNED' && !isThere(line.mark) && !line.madeUpOn;
  return (
    <span className="rost__m">
      <Status tone={isThere(line.mark) ? 'ok' : line.mark === 'UNEXCUSED' ? 'bad' : 'mute'}>
        {t(`AttendanceMark.${line.mark}`)}
      </Status>
      {mayMakeUp && (
        <Button
          small
          busy={busy}
          onClick={() => void makeUp()}
          aria-label={t('console.life.makeUpOf', { name: line.name })}
        >
          {t('console.life.makeUp')}
        </Button>
      )}
      <Problem message={message} />
    </span>
  );
}
