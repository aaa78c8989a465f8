import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createLinliClient } from '@linli/client/apollo';
import { I18nProvider } from '@linli/client/i18n';
import { LiveContext } from '@linli/client/live';
import { catalogs } from '@linli/i18n/console';
import { render, screen } from '@testing-library/react';
import { buildSchema, graphql } from 'graphql';
import type { ReactElement } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Observable } from 'rxjs';
import { ViewerContext } from '../access/viewer';
import type { Action, ViewerFragment } from '../gql/graphql';
import { ToastProvider } from '../kit/toasts';
import { CentresProvider } from '../layout/centres';
import { PageSearchProvider } from '../layout/page-search';

const schema = buildSchema(
  readFileSync(path.join(import.meta.dirname, '../../../../packages/schema/schema.graphql'), 'utf8'),
);

/** What the server would answer, field by field; arguments arrive as the contract types them. */
export type Answers = Readonly<Record<string, (args: never) => unknown>>;

export const CENTRE = {
  id: '019ab000-0000-7000-8000-000000000001',
  name: '沙北街道鄰里中心',
  kind: 'NEIGHBOURHOOD_CENTRE',
  address: '黃河路 12 號',
  phone: '0395-5550162',
  viewerCan: ['CHECK_IN', 'BOOK_AT_COUNTER', 'SEE_KITCHEN', 'MANAGE_SERVICES', 'MANAGE_MENUS'],
  area: { id: '019ab000-0000-7000-8000-0000000000aa', name: '沙北街道' },
};

/** The contract itself answers: a question that it does not know is an error here too. */
function fetchFrom(answers: Answers): typeof fetch {
  const rootValue = { centres: () => [CENTRE], ...answers };
  return async (_, init) => {
    const { query, variables } = JSON.parse(init?.body as string) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const answer = await graphql({ schema, source: query, variableValues: variables, rootValue });
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  };
}

const status = {
  state: () => STATE,
  subscribe: () => () => undefined,
  connected: () => undefined,
  lost: () => undefined,
};
const STATE = { status: 'live', since: 0, connections: 1 } as const;

const DESK_STAFF: readonly Action[] = [
  'MANAGE_OWN_ACCOUNT', 'SEE_STRUCTURE', 'SEE_RESIDENTS', 'REGISTER_RESIDENTS', 'MANAGE_SERVICES', 'BOOK_AT_COUNTER',
  'CANCEL_BOOKING', 'SEE_BOOKINGS', 'CHECK_IN', 'SEE_KITCHEN', 'MANAGE_MENUS',
]; // prettier-ignore

export const viewerWith = (actions: readonly Action[] = DESK_STAFF): ViewerFragment => ({
  id: '019ab000-0000-7000-8000-0000000000ff',
  name: '周秀芬',
  account: 'shabei.qiantai',
  phone: null,
  totpOn: false,
  mustChangePassword: false,
  actions: [...actions],
  duties: [],
});

interface Where {
  readonly at?: string;
  readonly route?: string;
  readonly actions?: readonly Action[];
}

/** A page as it stands in the console, with a server that answers as told. */
export async function openPage(
  page: ReactElement,
  answers: Answers,
  { at = '/', route = '*', actions }: Where = {},
) {
  const client = createLinliClient({
    face: 'console',
    locale: 'zh-Hant',
    uri: 'http://linli.test/graphql',
    fetch: fetchFrom(answers),
    live: new ApolloLink(() => new Observable(() => undefined)),
    retryMs: 1,
  });
  render(
    <I18nProvider catalogs={catalogs} locale="zh-Hant">
      <ApolloProvider client={client}>
        <LiveContext value={status as never}>
          <ToastProvider>
            <MemoryRouter initialEntries={[at]}>
              <ViewerContext value={{ me: viewerWith(actions), demonstration: true }}>
                <CentresProvider>
                  <PageSearchProvider>
                    <p>open</p>
                    <Routes>
                      <Route path={route} element={page} />
                    </Routes>
                  </PageSearchProvider>
                </CentresProvider>
              </ViewerContext>
            </MemoryRouter>
          </ToastProvider>
        </LiveContext>
      </ApolloProvider>
    </I18nProvider>,
  );
  await screen.findByText('open');
}
