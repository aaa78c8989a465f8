import type { Catalogs, Formats, Locale, Translate, Translator } from '@linli/i18n';
import { createFirstI18n, createI18n } from '@linli/i18n';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { storedLocale, storeLocale } from './stored-locale.js';

interface Spoken {
  readonly translator: Translator<unknown>;
  /** Whether the face can say everything, or only what its first pages need. */
  readonly isWhole: boolean;
}

interface Shared extends Spoken {
  /** Resolves when it can say everything. */
  readonly whole: Promise<void>;
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
  const [spoken, setSpoken] = useState<Spoken>();
  const [first] = useState(() => locale ?? storedLocale());
  const [whole] = useState(signal);

  const wish = useRef(first);
  const show = useCallback(
    async (wanted: Locale, isWhole: boolean) => {
      wish.current = wanted;
      const translator = await (isWhole ? createI18n : createFirstI18n)(catalogs, wanted);
      // Someone may have chosen again meanwhile.
      if (wish.current !== wanted) return;
      document.documentElement.lang = wanted;
      setSpoken({ translator, isWhole });
      if (isWhole) whole.give();
    },
    [catalogs, whole],
  );
  const setLocale = useCallback(
    async (wanted: Locale) => {
      const before = wish.current;
      await show(wanted, true).catch((error: unknown) => {
        if (wish.current === wanted) wish.current = before;
        throw error;
      });
      storeLocale(wanted);
    },
    [show],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (isWhole: boolean) => {
      timer = setTimeout(load, RETRY_MS, isWhole);
    };
    const load = (isWhole: boolean) => {
      if (whole.isGiven()) return;
      // Someone is choosing another language: that one comes whole.
      if (wish.current !== first) again(isWhole);
      else
        show(first, isWhole).then(
          () => isWhole || load(true),
          () => again(isWhole),
        );
    };
    load(!catalogs.rest);
    return () => clearTimeout(timer);
  }, [show, first, catalogs, whole]);

  const shared = useMemo(
    () => spoken && { ...spoken, whole: whole.given, setLocale },
    [spoken, whole, setLocale],
  );
  return shared ? <I18nContext value={shared}>{children}</I18nContext> : <>{fallback}</>;
}

function signal() {
  let isGiven = false;
  let resolve: () => void;
  const given = new Promise<void>((done) => {
    resolve = done;
  });
  const give = () => {
    isGiven = true;
    resolve();
  };
  return { given, give, isGiven: () => isGiven };
}

function useShared(): Shared {
  const shared = useContext(I18nContext);
  if (!shared) throw new Error('There is no I18nProvider around this component.');
  return shared;
}

/** `useT<ResidentMessages>()`: the text of a face. */
export const useT = <M,>(): Translate<M> => (useShared().translator as Translator<M>).t;

/** For what stands behind the first pages of a face: suspends until everything can be said. */
export function useAllWords(): void {
  const { isWhole, whole } = useShared();
  if (!isWhole) use(whole);
}

export const useFormat = (): Formats => useShared().translator.format;

/** The language shown, and how to change it: resolves once the other one is shown, rejects when it cannot be loaded. */
export function useLocale(): readonly [Locale, (locale: Locale) => Promise<void>] {
  const { translator, setLocale } = useShared();
  return [translator.locale, setLocale];
}
