import { DeskIcon } from '@linli/ui/desk';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';

type Tone = 'ok' | 'bad';
interface Toast {
  readonly key: number;
  readonly tone: Tone;
  readonly text: string;
}

const ToastContext = createContext<(tone: Tone, text: string) => void>(() => undefined);
const STAYS_MS = 6000;

/** Says in a corner what was done, or why it was not. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const tell = useCallback((tone: Tone, text: string) => {
    const key = next.current++;
    setToasts((before) => [...before.slice(-2), { key, tone, text }]);
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.key !== key)), STAYS_MS);
  }, []);
  const value = useMemo(() => tell, [tell]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ key, tone, text }) => (
          <p key={key} className={`note note--${tone}`}>
            <DeskIcon name={tone === 'ok' ? 'circle-check' : 'octagon-alert'} />
            {text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
