import { ApolloProvider } from '@apollo/client/react';
import { I18nProvider } from '@linli/client/i18n';
import { LiveContext } from '@linli/client/live';
import type { Locale } from '@linli/i18n';
import { catalogs } from '@linli/i18n/screen';
import type { ReactElement } from 'react';
import { Crash } from './crash';
import type { House } from './house';
import { Notice } from './notice';
import { Wall } from './wall';
import { useWords } from './words';

interface AppProps {
  readonly house: House;
  readonly locale: Locale;
  readonly version: string;
  readonly isPreview: boolean;
}

export const App = ({ house, locale, ...rest }: AppProps): ReactElement => (
  <I18nProvider catalogs={catalogs} locale={locale}>
    <ApolloProvider client={house.client}>
      <LiveContext value={house.live.status}>
        <Crash fallback={<Crashed />}>
          <Wall house={house} {...rest} />
        </Crash>
      </LiveContext>
    </ApolloProvider>
  </I18nProvider>
);

function Crashed(): ReactElement {
  const { t } = useWords();
  return <Notice title={t('screen.crashed')} hint="" />;
}
