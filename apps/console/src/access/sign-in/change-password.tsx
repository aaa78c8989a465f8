import { type SyntheticEvent, type ReactElement } from 'react';
import { ChangePasswordDocument, type ViewerFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { TextField } from '../../kit/field';
import { useForm } from '../../kit/form';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';

const SHORTEST = 10;

/** One's own password. Forced on the first sign-in, whose password someone else has seen. */
export function ChangePassword({
  forced,
  onChanged,
}: {
  readonly forced?: boolean;
  readonly onChanged: (me: ViewerFragment) => void | Promise<void>;
}): ReactElement {
  const { t } = useWords();
  const { act, busy, message } = useAct(ChangePasswordDocument);
  const form = useForm({ current: '', next: '', again: '' }, ({ current, next, again }) => ({
    ...(current ? {} : { current: t('issue.invalid_type') }),
    ...(next.length >= SHORTEST ? {} : { next: t('console.password.short', { count: SHORTEST }) }),
    ...(again === next ? {} : { again: t('console.password.differs') }),
  }));
  const change = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.check()) return;
    const { done } = await act({ current: form.values.current, next: form.values.next });
    if (!done) return;
    form.reset({ current: '', next: '', again: '' });
    await onChanged(done);
  };
  const field = (name: 'current' | 'next' | 'again', autoComplete: string, hint?: string) => (
    <TextField
      label={t(`console.password.${name}`)}
      hint={hint}
      type="password"
      autoComplete={autoComplete}
      value={form.values[name]}
      error={form.faults[name]}
      onChange={(value) => form.set({ [name]: value })}
    />
  );
  return (
    <form className={forced ? '' : 'f'} onSubmit={(event) => void change(event)} noValidate>
      {forced && (
        <>
          <h1 style={{ fontSize: 18 }}>{t('console.password.forced')}</h1>
          <p className="m">{t('console.password.why')}</p>
        </>
      )}
      {field('current', 'current-password')}
      {field('next', 'new-password', t('console.password.hint', { count: SHORTEST }))}
      {field('again', 'new-password')}
      <Problem message={message} />
      <div>
        <Button kind="primary" type="submit" busy={busy}>
          {t('console.password.change')}
        </Button>
      </div>
    </form>
  );
}
