// Writes src/icons/drawings.ts from an unpacked lucide-static: node scripts/icons.mjs <its folder>
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const EVERYDAY =
  'a-large-small calendar-heart calendar-x check chevron-left chevron-right circle-check circle-minus circle-x clock heart-pulse hourglass house info languages layout-grid list-ordered loader-circle lock message-square-text octagon-alert phone rotate-ccw scissors ticket triangle-alert user-round utensils wifi-off';
const DESK =
  'armchair arrow-down arrow-down-to-line arrow-left arrow-right arrow-up badge-check bike calendar-days camera check-check chef-hat chevron-down chevron-up chevrons-up-down circle-alert circle-dot clipboard-check clock-alert construction copy door-closed download egg ellipsis external-link eye file-down file-pen file-text fish flask-conical folder-tree git-branch hash history key-round landmark layout-dashboard list-filter log-in map-pin monitor moon network panel-right printer refresh-cw repeat road scan-qr-code scroll-text search shield-check signature smartphone soup store sun tags text trash-2 upload user-check user-plus user-x x';

const LATER =
  'bath bell calendar-off calendar-plus door-open graduation-cap hand-helping log-out minus pencil plus qr-code scale server-crash shield users volume-2 wrench';

const short = (markup) =>
  markup
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?svg[^>]*>/gs, '')
    .replace(/\s*\/>/g, '/>')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .trim();

const value = (attributes, name) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '0';
const num = (attributes, name) => Number(value(attributes, name));

const START = /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(?=([-\d.])?)/;

/** A path that begins with `m` begins somewhere else when it is joined to another. */
const absoluteStart = (d) =>
  d.replace(START, (_, x, y, more) => `M${x} ${y}${more === undefined ? '' : 'l'}`);

/** Every shape as one path, so that an icon is one string. */
function pathOf(tag, attributes) {
  const n = (name) => num(attributes, name);
  if (tag === 'path') return absoluteStart(value(attributes, 'd'));
  if (tag === 'circle')
    return `M${n('cx') - n('r')} ${n('cy')}a${n('r')} ${n('r')} 0 1 0 ${2 * n('r')} 0a${n('r')} ${n('r')} 0 1 0 ${-2 * n('r')} 0`;
  if (tag === 'ellipse')
    return `M${n('cx') - n('rx')} ${n('cy')}a${n('rx')} ${n('ry')} 0 1 0 ${2 * n('rx')} 0a${n('rx')} ${n('ry')} 0 1 0 ${-2 * n('rx')} 0`;
  if (tag === 'line') return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
  if (tag === 'polyline') return `M${value(attributes, 'points')}`;
  if (tag === 'polygon') return `M${value(attributes, 'points')}z`;
  if (tag !== 'rect') throw new Error(`no way to draw <${tag}>`);
  const r = Math.min(num(attributes, 'rx') || num(attributes, 'ry'), n('width') / 2);
  const [w, h] = [n('width') - 2 * r, n('height') - 2 * r];
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
  return `M${n('x') + r} ${n('y')}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}z`;
}

async function drawing(name) {
  const markup = short(await readFile(path.join(process.argv[2], 'icons', `${name}.svg`), 'utf8'));
  const shapes = [...markup.matchAll(/<(\w+) ([^>]*)\/>/g)].map(([, tag, attributes]) =>
    pathOf(tag, attributes),
  );
  return `  '${name}':\n    '${shapes.join('').replace(/ -/g, '-')}',`;
}

async function write(file, constant, about, names) {
  const lines = await Promise.all(names.split(' ').map(drawing));
  await writeFile(
    path.join(import.meta.dirname, '../src/icons', file),
    `// From Lucide (ISC licence), written by scripts/icons.mjs.\n/** ${about} */\nexport const ${constant} = {\n${lines.join('\n')}\n} as const;\n`,
  );
}

await write(
  'everyday-drawings.ts',
  'everydayDrawings',
  'What the first pages of the phone show: 24 × 24, strokes of 2.',
  EVERYDAY,
);
await write(
  'later-drawings.ts',
  'laterDrawings',
  'What every face may show, the phone only behind its first pages.',
  LATER,
);
await write('desk-drawings.ts', 'deskDrawings', 'What only the console and the wall show.', DESK);
