import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../../kit/button';
import { useHotkeys } from '../../kit/keys';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';

const KEYS = {
  booking: [
    ['phone', ['T']],
    ['counter', ['N']],
    ['pick', ['↑', '↓', '↵']],
    ['what', ['1', '–', '9']],
    ['days', ['PgDn', 'PgUp']],
    ['book', ['Ctrl', '↵']],
    ['several', ['C']],
    ['leave', ['Esc']],
  ],
  list: [
    ['select', ['↑', '↓']],
    ['checkIn', ['↵']],
    ['undo', ['Z']],
    ['scan', ['F2']],
    ['find', ['/']],
  ],
  day: [
    ['dayStep', ['[', ']']],
    ['print', ['P']],
    ['help', ['?']],
  ],
} as const;
const GROUPS = ['booking', 'list', 'day'] as const;

const keysOf = (keys: readonly string[]): ReactNode =>
  keys.map((key) => (key === '–' ? key : <kbd key={key}>{key}</kbd>));

/** All keys of the desk, a key away. */
export function KeysButton(): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useHotkeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button kind="text" keys="?" onClick={() => setOpen(true)}>
        {t('console.keys.open')}
      </Button>
      <Dialog open={open} title={t('console.keys.title')} onClose={() => setOpen(false)}>
        <div className="stack">
          {GROUPS.map((group) => (
            <section key={group} className="stack stack--s">
              <h3>{t(`console.keys.${group}`)}</h3>
              <dl className="keys">
                {KEYS[group].map(([word, keys]) => (
                  <div key={word}>
                    <dt>{keysOf(keys)}</dt>
                    <dd>{t(`console.keys.${word}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Dialog>
    </>
  );
}
