import { type ReactElement, useState } from 'react';
import { AnnounceMeetingDocument, RosterChoiceDocument, type WholeMeetingFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { ChecksField, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AboutFields, aboutOf, sentAbout } from './about-fields';

interface AnnounceDrawerProps {
  readonly meeting: WholeMeetingFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Tells of it, and freezes who is due: all members, or those who are chosen for a committee or a group. */
export function AnnounceDrawer({ meeting, onClose, onDone }: AnnounceDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const read = useRead(RosterChoiceDocument, { id: meeting.id });
  const [place, setPlace] = useState(meeting.place);
  const [about, setAbout] = useState(aboutOf(meeting));
  const [chosen, setChosen] = useState<string[]>();
  const { act, busy, message } = useAct(AnnounceMeetingDocument);
  const choice = read.data?.rosterChoice ?? [];
  const isChosen = meeting.kinds.every((kind) => kind === 'BRANCH_COMMITTEE' || kind === 'GROUP_MEETING');
  const ids = chosen ?? choice.filter(({ usual }) => usual).map(({ residentId }) => residentId);
  const send = async () => {
    const { done } = await act({
      ...{ id: meeting.id, place: place.trim() || meeting.place, agenda: [], ...sentAbout(about) },
      residentIds: isChosen && ids.length > 0 ? ids : null,
    });
    if (!done) return;
    toast('ok', t('console.life.announced', { count: done.rosterCount }));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="announce"
      wide
      title={t('console.life.announce')}
      word={t('console.life.announceGo', { count: ids.length })}
      busy={busy}
      message={message}
      changed={chosen !== undefined}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p className="m">{t('console.life.announceNote')}</p>
      <TextField label={t('console.life.place')} value={place} maxLength={60} onChange={setPlace} />
      <AboutFields meeting={meeting} about={about} onChange={setAbout} />
      <Loaded read={read}>
        {() =>
          isChosen ? (
            <ChecksField
              label={t('console.life.chooseRoster')}
              hint={t('console.life.chooseRosterHint')}
              options={choice.map(({ residentId, name }) => ({ key: residentId, label: name }))}
              value={ids}
              onChange={setChosen}
            />
          ) : (
            <p>
              <b>{t('console.life.rosterAll', { count: choice.length })}</b>{' '}
              <span className="m">{choice.map(({ name }) => name).join(t('console.listed'))}</span>
            </p>
          )
        }
      </Loaded>
    </FormDrawer>
  );
}
