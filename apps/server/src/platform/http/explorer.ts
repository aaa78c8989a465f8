import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';

const resolve = createRequire(import.meta.url).resolve;
const ASSETS = {
  'react.js': 'react/umd/react.production.min.js',
  'react-dom.js': 'react-dom/umd/react-dom.production.min.js',
  'graphiql.js': 'graphiql/graphiql.min.js',
  'graphiql.css': 'graphiql/graphiql.min.css',
};

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Linli GraphQL</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<style>body { margin: 0 } #explorer { height: 100vh }</style>
<div id="explorer"></div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</html>`;

// The face decides whose cookie speaks: sign in to the console in another tab, then ask here.
const START = `
const fetcher = GraphiQL.createFetcher({ url: '/graphql', headers: { 'x-linli-face': 'CONSOLE' } });
const defaultQuery = '# The face (x-linli-face) decides which sign-in speaks: RESIDENT, CONSOLE or SCREEN.\\n{\\n  me { name duties { role } }\\n}\\n';
ReactDOM.createRoot(document.getElementById('explorer')).render(React.createElement(GraphiQL, { fetcher, defaultQuery }));
`;

/** The explorer of the demonstration, from our own files: nothing is loaded from elsewhere. */
export function serveExplorer(app: FastifyInstance): void {
  app.get('/graphql', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  app.get('/explorer/start.js', (_request, reply) => reply.type('text/javascript').send(START));
  for (const [name, file] of Object.entries(ASSETS)) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    app.get(`/explorer/${name}`, (_request, reply) => reply.type(type).send(readFileSync(resolve(file))));
  }
}
