import '../../styles/life.css';
import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  JointLevelsDocument,
  type JointLevelsQuery,
  type JointMeetingPartsFragment,
  JointMeetingsDocument,
} from '../../gql/graphql';
import { Button } from '../../kit/button';
import { column, DataTable } from '../../kit/data-table';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { NextPage } from '../../kit/more';
import { Figure, Page, Panel } from '../../kit/page';
import { usePages } from '../../kit/pages';
import { Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { CallDrawer } from './call-drawer';
import { MEETING_TONES } from './joint-words';
import { MeetingDrawer } from './meeting-drawer';
import { Tasks } from './tasks';

const PAGE = 50;

/** 聯席會議 What each level decided together, what is late of it, and the meetings themselves. */
export default function JointPage(): ReactElement {
  const { t } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const [calling, setCalling] = useState(false);
  const levels = useRead(JointLevelsDocument, {});
  const pages = usePages(JointMeetingsDocument, { first: PAGE, after: null }, ({ jointMeetings }) => ({
    ...{ rows: jointMeetings.meetings, end: jointMeetings.endCursor },
  }));
  const again = () => {
    levels.again();
    pages.again();
  };
  return (
    <Page
      title={t('console.menu.joint')}
      className="page--life"
      actions={
        keeps && (
          <Button kind="primary" icon="plus" onClick={() => setCalling(true)}>
            {t('console.joint.call')}
          </Button>
        )
      }
    >
      {levels.data && levels.data.jointLevels.length > 0 && <Levels levels={levels.data.jointLevels} />}
      <Tasks counts={levels.data?.jointLevels} onChanged={again} />
      <Meetings pages={pages} onChanged={again} />
      {calling && <CallDrawer onClose={() => setCalling(false)} onDone={again} />}
    </Page>
  );
}

/** One figure a level; pressing it shows its tasks alone. */
function Levels({ levels }: { readonly levels: JointLevelsQuery['jointLevels'] }): ReactElement {
  const { t, format } = useWords();
  const [level, setLevel] = useFilter('level', '');
  return (
    <Panel>
      <div className="cells cells--levels">
        {levels.map((each) => (
          <Figure
            key={each.level}
            icon="landmark"
            label={t(`JointLevel.${each.level}`)}
            figure={format.count(each.open)}
            unit={t('console.joint.openUnit')}
            note={
              <>
                {each.late > 0 && <b className="err">{t('console.joint.late', { count: each.late })} · </b>}
                {t('console.joint.heldClosed', { held: each.held, closed: each.closed })}
              </>
            }
            pressed={level === each.level}
            onOpen={() => setLevel(level === each.level ? '' : each.level)}
          />
        ))}
      </div>
    </Panel>
  );
}

interface MeetingsProps {
  readonly pages: ReturnType<
    typeof usePages<unknown, { first: number; after: string | null }, JointMeetingPartsFragment>
  >;
  readonly onChanged: () => void;
}

function Meetings({ pages, onChanged }: MeetingsProps): ReactElement {
  const { t, format } = useWords();
  const [opened, setOpened] = useFilter('meeting', '');
  const meeting = pages.rows?.find(({ id }) => id === opened);
  return (
    <Panel title={t('console.joint.meetings')}>
      <DataTable<JointMeetingPartsFragment>
        label={t('console.joint.meetings')}
        wrap
        rows={pages.rows}
        read={pages.read}
        rowKey={({ id }) => id}
        columns={[
          column('what', t('console.joint.body'), ({ id, body, organisationName }) => (
            <>
              <button type="button" className="lk" onClick={() => setOpened(id)}>
                {body}
              </button>
              <br />
              <span className="m">{organisationName}</span>
            </>
          )),
          column('level', t('console.joint.level'), ({ level }) => t(`JointLevel.${level}`)),
          column('when', t('console.life.when'), ({ startsAt }) => format.dateTime(startsAt)),
          column('state', t('console.joint.state'), ({ state }) => (
            <Status tone={MEETING_TONES[state]}>{t(`JointMeetingState.${state}`)}</Status>
          )),
          column('tasks', t('console.joint.tasks'), ({ tasks, late }) => (
            <>
              {format.count(tasks)}{' '}
              {late > 0 && <Status tone="bad">{t('console.joint.late', { count: late })}</Status>}
            </>
          )),
        ]}
        empty={
          <Nothing icon="landmark" title={t('console.joint.none')}>
            {t('console.joint.noneWhy')}
          </Nothing>
        }
      />
      <NextPage pages={pages} />
      {meeting && <MeetingDrawer meeting={meeting} onClose={() => setOpened('')} onDone={onChanged} />}
    </Panel>
  );
}
