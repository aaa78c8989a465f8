import { DeskIcon, type DeskIconName } from '@linli/ui/desk';
import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';

type Kind = 'plain' | 'primary' | 'brand' | 'bad' | 'danger' | 'text';
const KINDS: Record<Kind, string> = {
  plain: '',
  primary: ' b1--p',
  brand: ' b1--brand',
  bad: ' b1--bad',
  danger: ' b1--danger',
  text: ' b1--t',
};

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly kind?: Kind;
  readonly small?: boolean;
  readonly icon?: DeskIconName | undefined;
  readonly busy?: boolean;
  /** The key that does the same, shown on the button. */
  readonly keys?: ReactNode;
}

/** One primary button a view. While busy it keeps its place and its word, and takes no second click. */
export function Button({
  kind = 'plain',
  small,
  icon,
  busy,
  keys,
  children,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || busy === true}
      aria-busy={busy === true ? true : undefined}
      className={`b1${KINDS[kind]}${small ? ' b1--s' : ''}`}
    >
      {busy ? <DeskIcon name="loader-circle" className="spin" /> : icon && <DeskIcon name={icon} />}
      {children}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

export function IconButton({
  icon,
  label,
  small,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly icon: DeskIconName;
  readonly label: string;
  readonly small?: boolean;
}): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`iconb${small ? ' iconb--s' : ''}`}
    >
      <DeskIcon name={icon} />
    </button>
  );
}
