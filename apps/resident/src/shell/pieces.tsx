import { isNetworkProblem, problemMessage } from '@linli/client';
import { Icon, type IconName, type Tone } from '@linli/ui';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { knownCentre } from './centre';
import { spacedPhone } from './phone-words';
import { useSignal } from './signal';
import { useWords } from './words';

interface NoteProps {
  readonly tone: Exclude<Tone, 'mute'>;
  readonly icon: IconName;
  readonly title?: string | undefined;
  readonly role?: 'status' | 'alert';
  readonly children?: ReactNode;
}

export const Note = ({ tone, icon, title, role, children }: NoteProps): ReactElement => (
  <div className={`note note--${tone}`} role={role}>
    <Icon name={icon} />
    <div>
      {title && <b>{title}</b>}
      {children}
    </div>
  </div>
);

/** What went wrong, at the top of a form: it takes the focus, so that nobody misses it. */
export function ErrorSummary({
  tone = 'bad',
  icon = 'octagon-alert',
  title,
  children,
}: Omit<NoteProps, 'tone' | 'icon' | 'role'> & {
  readonly tone?: 'bad' | 'warn';
  readonly icon?: IconName;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [title]);
  return (
    <div className={`note note--${tone}`} role="alert" tabIndex={-1} ref={box}>
      <Icon name={icon} />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}

/** The shape of what is coming. `lines` are widths in percent. */
export function Waiting({ cards = 2 }: { readonly cards?: number }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <p className="vh" role="status">
        {t('common.loading')}
      </p>
      {Array.from({ length: cards }, (_, index) => (
        <div key={index} className="card sk" aria-hidden="true">
          <i style={{ width: '40%' }} />
          <i style={{ width: '72%', height: 34 }} />
          <i style={{ width: '56%' }} />
        </div>
      ))}
    </>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** It did not load: why, once more, or by phone. */
export function Failed({ error, onRetry }: FailedProps): ReactElement {
  const { t } = useWords();
  const network = isNetworkProblem(error);
  return (
    <>
      <Note
        tone={network ? 'warn' : 'bad'}
        icon={network ? 'wifi-off' : 'server-crash'}
        title={t('resident.notLoaded')}
        role="alert"
      >
        {problemMessage(error, t)}
      </Note>
      <button className="btn" type="button" onClick={onRetry}>
        <Icon name="rotate-ccw" />
        {t('common.retry')}
      </button>
      <CallCentre />
    </>
  );
}

/** The centre's number, large. Nothing while no number is known. */
export function CallCentre({ lead }: { readonly lead?: string }): ReactElement | null {
  const { t } = useWords();
  const phone = useSignal(knownCentre)?.phone;
  if (!phone) return null;
  return (
    <a className="call" href={`tel:${phone}`}>
      <Icon name="phone" />
      <span>
        {lead ?? t('resident.callCentre')}
        <b>{spacedPhone(phone)}</b>
      </span>
      <Icon name="chevron-right" />
    </a>
  );
}

export function CallButton({ label }: { readonly label: string }): ReactElement | null {
  const phone = useSignal(knownCentre)?.phone;
  return phone ? (
    <a className="btn btn--plain" href={`tel:${phone}`}>
      <Icon name="phone" />
      {label}
    </a>
  ) : null;
}

/** Says "submitting", never "done", until the server has answered. */
export function SubmitButton({
  busy,
  icon,
  children,
  onClick,
}: {
  readonly busy: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly onClick?: () => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <button
      className="btn"
      type={onClick ? 'button' : 'submit'}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Icon name="loader-circle" className="spin" /> : icon && <Icon name={icon} />}
      {busy ? t('common.submitting') : children}
    </button>
  );
}
