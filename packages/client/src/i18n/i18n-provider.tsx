import type { Catalogs, Formats, Locale, Translate, Translator } from '@linli/i18n';
import { createI18n } from '@linli/i18n';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { storedLocale, storeLocale } from './stored-locale.js';

interface Shared {
  readonly translator: Translator<unknown>;
  readonly setLocale: (locale: Locale) => Promise<void>;
}

const RETRY_MS = 3000;
const I18nContext = createContext<Shared | undefined>(undefined);

interface ProviderProps {
  readonly catalogs: Catalogs<unknown>;
  /** The first language; the stored one, else the browser's, when absent. */
  readonly locale?: Locale;
  /** Stands while the first messages are on their way. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** Loads the messages of a language before showing it, and keeps showing the old one until they are there. */
export function I18nProvider({ catalogs, locale, fallback = null, children }: ProviderProps): ReactElement {
  const [translator, setTranslator] = useState<Translator<unknown>>();
  const [first] = useState(() => locale ?? storedLocale());

  const wish = useRef(first);
  const show = useCallback(
    async (wanted: Locale) => {
      wish.current = wanted;
      const next = await createI18n(catalogs, wanted);
      // Someone may have chosen again meanwhile.
      if (wish.current !== wanted) return;
      document.documentElement.lang = wanted;
      setTranslator(next);
    },
    [catalogs],
  );
  const setLocale = useCallback(
    async (wanted: Locale) => {
      await show(wanted);
      storeLocale(wanted);
    },
    [show],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      show(first).catch(() => {
        timer = setTimeout(load, RETRY_MS);
      });
    };
    load();
    return () => clearTimeout(timer);
  }, [show, first]);

  const shared = useMemo(() => translator && { translator, setLocale }, [translator, setLocale]);
  return shared ? <I18nContext value={shared}>{children}</I18nContext> : <>{fallback}</>;
}

function useShared(): Shared {
  const shared = useContext(I18nContext);
  if (!shared) throw new Error('There is no I18nProvider around this component.');
  return shared;
}

/** `useT<ResidentMessages>()`: the text of a face. */
export const useT = <M,>(): Translate<M> => (useShared().translator as Translator<M>).t;

export const useFormat = (): Formats => useShared().translator.format;

/** The language shown, and how to change it: resolves once the other one is shown, rejects when it cannot be loaded. */
export function useLocale(): readonly [Locale, (locale: Locale) => Promise<void>] {
  const { translator, setLocale } = useShared();
  return [translator.locale, setLocale];
}
