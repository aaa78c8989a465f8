import { type ReactElement, useState } from 'react';
import { KeepMinutesDocument, type MeetingKind, type WholeMeetingFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { AboutFields, aboutOf, sentAbout } from './about-fields';

interface MinutesDrawerProps {
  readonly meeting: WholeMeetingFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface VoteDraft {
  readonly title: string;
  readonly election: boolean;
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
}
const NO_VOTE: VoteDraft = { title: '', election: false, inFavour: '', against: '0', abstained: '0' };

/** 會議記錄 What was said, for each kind that it served, and what was voted on. */
export function MinutesDrawer({ meeting, onClose, onDone }: MinutesDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const [about, setAbout] = useState(aboutOf(meeting));
  const [said, setSaid] = useState<Partial<Record<MeetingKind, string>>>(
    Object.fromEntries(meeting.minuted.map(({ kind, text }) => [kind, text ?? ''])),
  );
  const [votes, setVotes] = useState<readonly VoteDraft[]>(
    meeting.votes.map((vote) => ({
      ...{ title: vote.title, election: vote.election, inFavour: String(vote.inFavour) },
      ...{ against: String(vote.against), abstained: String(vote.abstained) },
    })),
  );
  const [changed, setChanged] = useState(false);
  const { act, busy, message } = useAct(KeepMinutesDocument);
  const send = async () => {
    const minuted = meeting.kinds.flatMap((kind) => {
      const text = said[kind]?.trim();
      return text ? [{ kind, text }] : [];
    });
    const { done } = await act({
      ...{ id: meeting.id, minuted, ...sentAbout(about) },
      votes: votes
        .filter(({ title }) => title.trim())
        .map((vote) => ({
          ...{ title: vote.title.trim(), election: vote.election, inFavour: Number(vote.inFavour) },
          ...{ against: Number(vote.against), abstained: Number(vote.abstained) },
        })),
    });
    if (!done) return;
    toast('ok', t('console.life.minutesKept'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="minutes"
      wide
      title={t('console.life.keepMinutes')}
      word={t('console.life.minutesGo')}
      busy={busy}
      message={message}
      changed={changed}
      onSend={() => void send()}
      onClose={onClose}
    >
      <AboutFields
        meeting={meeting}
        about={about}
        onChange={(next) => {
          setChanged(true);
          setAbout(next);
        }}
      />
      {meeting.kinds.map((kind) => (
        <Field key={kind} label={t('console.life.saidOf', { kind: t(`MeetingKind.${kind}`) })}>
          {(control) => (
            <textarea
              {...control}
              className="in in--area"
              rows={5}
              maxLength={3000}
              value={said[kind] ?? ''}
              onChange={(event) => {
                setChanged(true);
                setSaid({ ...said, [kind]: event.target.value });
              }}
            />
          )}
        </Field>
      ))}
      <VoteFields meeting={meeting} votes={votes} onChange={setVotes} />
    </FormDrawer>
  );
}

interface VoteFieldsProps {
  readonly meeting: WholeMeetingFragment;
  readonly votes: readonly VoteDraft[];
  readonly onChange: (votes: readonly VoteDraft[]) => void;
}

function VoteFields({ meeting, votes, onChange }: VoteFieldsProps): ReactElement {
  const { t } = useWords();
  const set = (index: number, part: Partial<VoteDraft>) =>
    onChange(votes.map((vote, n) => (n === index ? { ...vote, ...part } : vote)));
  return (
    <fieldset className="stack">
      <legend className="lb">
        <span>{t('console.life.votes')}</span>
        <span className="m">
          {t('console.life.votesHint', { due: meeting.votingDue, present: meeting.votingPresent })}
        </span>
      </legend>
      {votes.map((vote, index) => (
        <div key={index} className="votel">
          <TextField
            label={t('console.life.voteTitle')}
            value={vote.title}
            maxLength={120}
            onChange={(title) => set(index, { title })}
          />
          {(['inFavour', 'against', 'abstained'] as const).map((part) => (
            <TextField
              key={part}
              label={t(`console.life.${part}`)}
              type="number"
              min={0}
              value={vote[part]}
              onChange={(count) => set(index, { [part]: count })}
            />
          ))}
          <label className="ck">
            <input
              type="checkbox"
              checked={vote.election}
              onChange={(event) => set(index, { election: event.target.checked })}
            />
            {t('console.life.election')}
          </label>
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...votes, NO_VOTE])}>
          {t('console.life.addVote')}
        </Button>
      </div>
    </fieldset>
  );
}
