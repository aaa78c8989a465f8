import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chooser, faults, faultsOfFirsts, isDeskWord, LOCALES, typesOf } from './catalogue.mjs';
import { compiled, simplifier } from './derive.mjs';

// node scripts/generate.mjs [messages folder] [output folder]
const root = path.join(import.meta.dirname, '..');
const [messages = path.join(root, 'messages'), output = path.join(root, 'src/generated')] =
  process.argv.slice(2);

/** What every face carries, and what each adds to it. */
const SHARED = ['common', 'refusals', 'glossary'];
const FACES = {
  common: [],
  resident: ['resident', 'later'],
  console: ['console', 'dishes'],
  screen: ['screen'],
  notices: ['notices'],
  claims: ['claims'],
  menus: ['menus'],
  rosters: ['rosters'],
};
/** What a face says behind its first pages comes in a second file: `<face>.first.json` lists what those pages say. */
const REST = { resident: 'later' };

const readJson = async (name) => JSON.parse(await readFile(path.join(messages, name), 'utf8'));

async function writeIfChanged(file, text) {
  const stored = await readFile(file, 'utf8').catch(() => '');
  if (stored === text) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function readSources() {
  const names = (await readdir(messages)).filter((name) => name.endsWith('.zh-Hant.json')).sort();
  return Promise.all(
    names.map(async (file) => {
      const name = file.replace('.zh-Hant.json', '');
      return { name, source: await readJson(file), english: await readJson(`${name}.en.json`) };
    }),
  );
}

const pick = (messages, wanted) =>
  Object.fromEntries(Object.entries(messages).filter(([key]) => wanted(key)));

async function writeFace(face, files, simplified, isIn = () => true) {
  const wanted = (key) => isIn(key) && (face === 'console' || !isDeskWord(key));
  const source = pick(Object.assign({}, ...files.map((file) => file.source)), wanted);
  const english = pick(Object.assign({}, ...files.map((file) => file.english)), wanted);
  const simple = Object.fromEntries(
    Object.entries(source).map(([key, text]) => [key, simplified(key, text)]),
  );
  const byLocale = { 'zh-Hant': source, 'zh-Hans': simple, en: english };
  for (const locale of LOCALES) {
    await writeIfChanged(path.join(output, face, `${locale}.ts`), compiled(byLocale[locale]));
  }
}

/** What a face can say beyond the common messages. */
function ownMessages(face, own) {
  const all = Object.assign(
    {},
    ...sources.filter(({ name }) => own.includes(name)).map(({ source }) => source),
  );
  if (face !== 'console') return pick(all, (key) => !isDeskWord(key));
  const glossary = sources.find(({ name }) => name === 'glossary')?.source ?? {};
  return { ...all, ...pick(glossary, isDeskWord) };
}

const sources = await readSources();
const overrides = await readJson('overrides.zh-Hans.json');
const firsts = Object.fromEntries(
  await Promise.all(Object.keys(REST).map(async (face) => [face, await readJson(`${face}.first.json`)])),
);
const found = [...faults(sources, overrides), ...faultsOfFirsts(sources, firsts)];
if (found.length > 0) {
  process.stderr.write(
    `Messages: ${found.length} to put right\n${found.map((line) => `  ${line}\n`).join('')}`,
  );
  process.exit(1);
}
const simplified = simplifier(await readJson('vocabulary.zh-Hans.json'), overrides);
for (const [face, own] of Object.entries(FACES)) {
  const files = sources.filter(({ name }) => [...SHARED, ...own].includes(name));
  const rest = REST[face];
  if (rest) {
    const isFirst = chooser(firsts[face]);
    await writeFace(face, files, simplified, isFirst);
    await writeFace(rest, files, simplified, (key) => !isFirst(key));
  } else await writeFace(face, files, simplified);
  await writeIfChanged(
    path.join(output, face, 'messages.ts'),
    typesOf(face, ownMessages(face, own.length ? own : SHARED)),
  );
}
const count = sources.reduce((sum, { source }) => sum + Object.keys(source).length, 0);
process.stdout.write(`Messages: ${count} keys in ${LOCALES.length} languages\n`);
