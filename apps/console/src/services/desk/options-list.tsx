import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { BookableSessionsQuery } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { dayOf } from '../../kit/days';
import type { Read } from '../../kit/fresh';
import { useHotkeys } from '../../kit/keys';
import { Failed, Loading } from '../../kit/states';
import { useWords } from '../../kit/words';
import { whyNot } from './option-words';
import { isUsable, type Mode, type Option } from './quick-options';
import { sessionName } from './words-of';

interface OptionsListProps {
  readonly options: readonly Option[];
  readonly chosen: Option | undefined;
  readonly onChoose: (sessionId: string) => void;
  readonly mode: Mode;
  readonly now: Date;
  readonly read: Read<BookableSessionsQuery>;
  readonly days: readonly [string, string];
  readonly onDays: (step: 1 | -1) => void;
}

/** A low window has room for one line less. */
const atFirst = (): number => (window.innerHeight < 860 ? 3 : 4);
const NUMBERS = 9;

/** What: a number chooses. What cannot be booked says why. */
export function OptionsList(props: OptionsListProps): ReactElement {
  const { options, chosen, onChoose, mode, now, read, days, onDays } = props;
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? options : options.slice(0, atFirst());
  const byNumber = (index: number) => () => {
    const option = shown[index];
    if (option && isUsable(option, mode, now)) onChoose(option.session.id);
  };
  useHotkeys({
    ...Object.fromEntries([...Array(NUMBERS).keys()].map((index) => [String(index + 1), byNumber(index)])),
    PageDown: () => onDays(1),
    PageUp: () => onDays(-1),
  });
  if (!read.data) return read.error ? <Failed error={read.error} again={read.again} /> : <Loading rows={3} />;
  return (
    <fieldset className="fl">
      <legend className="lb">
        <span>{t('console.quick.what')}</span>
        <NumberKeys count={Math.min(shown.length, NUMBERS)} />
      </legend>
      <div className="stack stack--s">
        <Days days={days} now={now} onDays={onDays} />
        {shown.map((option) => (
          <OptionLine
            key={option.session.id}
            option={option}
            on={option === chosen}
            usable={isUsable(option, mode, now)}
            mode={mode}
            now={now}
            onChoose={() => onChoose(option.session.id)}
          />
        ))}
        {options.length === 0 && <p className="m">{t('console.quick.nothing')}</p>}
        {options.length > shown.length && (
          <Button kind="text" small onClick={() => setAll(true)}>
            {t('console.quick.more', { count: options.length - shown.length })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** Which two days; later ones are a key away. */
function Days({
  days: [from, to],
  now,
  onDays,
}: Pick<OptionsListProps, 'days' | 'now' | 'onDays'>): ReactElement {
  const { t, format } = useWords();
  const isFirst = from <= dayOf(now);
  return (
    <div className="row row--apart">
      <span className="m" role="status">
        {t('console.quick.span', { from: format.relativeDay(from, now), to: format.relativeDay(to, now) })}
      </span>
      <span className="row row--acts">
        <IconButton
          small
          icon="chevron-left"
          label={t('console.quick.earlier')}
          disabled={isFirst}
          onClick={() => onDays(-1)}
        />
        <IconButton small icon="chevron-right" label={t('console.quick.later')} onClick={() => onDays(1)} />
        <span aria-hidden="true">
          <kbd>PgDn</kbd>
        </span>
      </span>
    </div>
  );
}

/** As many keys as there are lines. */
function NumberKeys({ count }: { readonly count: number }): ReactElement | null {
  if (count === 0) return null;
  return (
    <span className="m" aria-hidden="true">
      <kbd>1</kbd>
      {count > 1 && (
        <>
          {' – '}
          <kbd>{count}</kbd>
        </>
      )}
    </span>
  );
}

function OptionLine({
  option,
  on,
  usable,
  mode,
  now,
  onChoose,
}: {
  readonly option: Option;
  readonly on: boolean;
  readonly usable: boolean;
  readonly mode: Mode;
  readonly now: Date;
  readonly onChoose: () => void;
}): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const { session, placesLeft, refusal } = option;
  return (
    <label className={`opt2${on ? ' on' : ''}${usable ? '' : ' no'}`}>
      <input type="radio" name="desk-what" checked={on} disabled={!usable} onChange={onChoose} />
      <span>
        {format.relativeDay(session.day, now)} {sessionName(words, session)}
        {!usable && <small className="m"> {whyNot(words, option, mode, now)}</small>}
      </span>
      {option.mayJoinWaitlist && (
        <Link to={`/waitlists?view=all&day=${session.day}&session=${session.id}`}>
          {t('console.waitlist.openNone')}
        </Link>
      )}
      {usable && refusal === 'ALLERGY_CLASH' ? (
        <Status tone="bad" icon="triangle-alert">
          {t('console.quick.clash')}
        </Status>
      ) : (
        usable && (
          <Status tone={placesLeft > 0 ? 'ok' : 'mute'}>
            {t('console.quick.left', { count: placesLeft })}
          </Status>
        )
      )}
    </label>
  );
}
