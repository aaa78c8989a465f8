import { useApolloClient } from '@apollo/client/react';
import { useLocale } from '@linli/client/i18n';
import { isLocale } from '@linli/i18n';
import { useEffect, useRef } from 'react';
import { useRead } from '../data/use-read';
import { MyPreferencesDocument, SavePreferencesDocument } from '../gql/graphql';
import { elderMode, setElderMode } from '../shell/elder-mode';
import { useSignal } from '../shell/signal';

/**
 * A phone on which nobody has chosen yet takes over what was chosen elsewhere; a choice made here is told to the server,
 * so that its short messages come in the same language.
 */
export function Preferences(): null {
  useNamesIn();
  const client = useApolloClient();
  const [locale, setLocale] = useLocale();
  const elder = useSignal(elderMode);
  const { data } = useRead(MyPreferencesDocument, {}, { from: 'cache-first' });
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!data) return;
    const { language, elderMode: elsewhere } = data.myPreferences;
    told.current ??= `${language} ${String(elsewhere)}`;
    if (elderMode.get() === undefined) {
      setElderMode(elsewhere);
      if (isLocale(language)) void setLocale(language).catch(() => undefined);
      return;
    }
    const now = `${locale} ${String(elder ?? false)}`;
    if (told.current === now) return;
    told.current = now;
    const input = { language: locale, elderMode: elder ?? false };
    // Only a convenience: when it is lost, the next change tells it again.
    void client.mutate({ mutation: SavePreferencesDocument, variables: { input } }).catch(() => undefined);
  }, [client, data, locale, elder, setLocale]);
  return null;
}

/** Names and titles come from the server in the reader's language: another language reads the page again. */
function useNamesIn(): void {
  const client = useApolloClient();
  const [locale] = useLocale();
  const read = useRef(locale);
  useEffect(() => {
    if (read.current === locale) return;
    // After the choice is stored, as that is what the requests go by.
    const timer = setTimeout(() => {
      read.current = locale;
      void client.refetchQueries({ include: 'active' }).catch(() => undefined);
    });
    return () => clearTimeout(timer);
  }, [client, locale]);
}
