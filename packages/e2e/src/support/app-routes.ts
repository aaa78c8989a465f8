import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const APPS = path.resolve(import.meta.dirname, '../../../../apps');
const isRouting = (name: string): boolean => name.endsWith('.tsx') && !/\.test\.tsx$|^testing/.test(name);

/** The routes that a face has and that none of these addresses leads to: pages that no test would open. */
export function routesWithout(app: 'resident' | 'console', addresses: readonly string[]): string[] {
  const source = path.join(APPS, app, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(isRouting);
  const routes = files.flatMap((name) => [
    ...readFileSync(path.join(source, name), 'utf8').matchAll(/<Route\s+path="(\/[^"]*)"/g),
  ]);
  if (routes.length === 0) throw new Error(`No routes in ${source}`);
  const tried = addresses.map((address) => address.replace(/[?#].*$/, ''));
  return routes
    .map(([, route = '']) => route)
    .filter((route) => {
      const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`);
      return !tried.some((address) => pattern.test(address));
    });
}
