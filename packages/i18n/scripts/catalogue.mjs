import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

export const LOCALES = ['zh-Hant', 'zh-Hans', 'en'];

/** Labels that only a cadre reads: the phone and the wall do without them. */
const DESK_WORDS =
  /^(Face|Role|Action|OrganisationKind|StructureChangeKind|TwoNew\w+|Import\w+|PlannedChange|BookingMove|NoticeKind|DeliveryProblem|CopyOutcome|MenuColumn|MenuSheetFault|FoodSafetyFault|ResourceKind|StandingDayState|StandingOrderState|TrainingAudience|TrainingState|TrainingDue|LearningDuty|Becoming\w+|MemberColumn|MemberSheet\w+)\./;
export const isDeskWord = (key) => DESK_WORDS.test(key);

/** Whether a key is on a list of keys; one that ends with a star stands for all that begin so. */
export function chooser(list) {
  const keys = new Set(list.filter((one) => !one.endsWith('*')));
  const starts = list.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  return (key) => keys.has(key) || starts.some((start) => key.startsWith(start));
}

/** Taiwan's terms, and the mainland terms that the house uses instead. */
const BANNED = {
  軟體: '軟件', 網路: '網絡', 資訊: '信息', 登入: '登錄', 登出: '退出登錄', 設定: '設置', 列印: '打印',
  匯出: '導出', 匯入: '導入', 帳號: '賬號', 帳戶: '賬戶', 搜尋: '搜索', 伺服器: '服務器', 程式: '程序',
  載入: '加載', 簡訊: '短信', 短訊: '短信', 預設: '默認', 滑鼠: '鼠標', 螢幕: '屏幕', 視訊: '視頻',
  影片: '視頻', 硬碟: '硬盤', 資料庫: '數據庫', 連線: '連接', 計畫: '計劃', 甚麼: '什麼', 二維條碼: '二維碼',
}; // prettier-ignore

/** Names and kinds of the arguments of a message: { count: 'number', name: 'text' }. Throws on broken ICU. */
export function argumentsOf(text) {
  const found = {};
  const walk = (tokens) => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, type, cases] = token;
      const counts = type === 'plural' || type === 'selectordinal' || type === 'number';
      if (counts || !(name in found)) found[name] = counts ? 'number' : 'text';
      if (cases && typeof cases === 'object') Object.values(cases).forEach(walk);
    }
  };
  walk(compileMessageOrThrow(text));
  return found;
}

const tryArguments = (text) => {
  try {
    return JSON.stringify(Object.entries(argumentsOf(text)).sort());
  } catch (error) {
    return `not ICU: ${error.message.split('\n')[0]}`;
  }
};

function faultsOfPair({ name, source, english }) {
  const wrong = [];
  for (const key of Object.keys(source)) {
    if (!(key in english)) wrong.push(`${name}.en.json lacks ${key}`);
    for (const [term, ours] of Object.entries(BANNED)) {
      if (source[key].includes(term)) wrong.push(`${name}.zh-Hant.json ${key}: ${term} → ${ours}`);
    }
    const [here, there] = [tryArguments(source[key]), tryArguments(english[key] ?? source[key])];
    if (here.startsWith('not ICU')) wrong.push(`${name}.zh-Hant.json ${key} is ${here}`);
    else if (there.startsWith('not ICU')) wrong.push(`${name}.en.json ${key} is ${there}`);
    else if (here !== there) wrong.push(`${name} ${key}: arguments differ, ${here} and ${there}`);
  }
  for (const key of Object.keys(english)) {
    if (!(key in source)) wrong.push(`${name}.en.json has ${key}, the source does not`);
  }
  return wrong;
}

/** Everything that keeps these messages from being whole, one line each. */
export function faults(sources, overrides) {
  const wrong = sources.flatMap(faultsOfPair);
  const owner = new Map();
  for (const { name, source } of sources) {
    for (const key of Object.keys(source)) {
      if (owner.has(key)) wrong.push(`${key} stands in ${owner.get(key)} and in ${name}`);
      owner.set(key, name);
    }
  }
  for (const key of Object.keys(overrides)) {
    if (!owner.has(key)) wrong.push(`overrides.zh-Hans.json has ${key}, the source does not`);
  }
  return wrong;
}

/** What is on a list of first words and is no message. */
export function faultsOfFirsts(sources, firsts) {
  const keys = sources.flatMap(({ source }) => Object.keys(source));
  return Object.entries(firsts).flatMap(([face, list]) =>
    list
      .filter((one) => !keys.some(chooser([one])))
      .map((one) => `${face}.first.json has ${one}, no source does`),
  );
}

const tupleOf = (text) => {
  const fields = Object.entries(argumentsOf(text)).map(
    ([name, kind]) => `${JSON.stringify(name)}: ${kind === 'number' ? 'number' : 'string | number'}`,
  );
  return fields.length ? `[values: { ${fields.join('; ')} }]` : '[values?: Values | undefined]';
};

/** The keys of a face with the arguments each takes. */
export function typesOf(face, messages) {
  const lines = Object.entries(messages).map(([key, text]) => `  ${JSON.stringify(key)}: ${tupleOf(text)};`);
  const [parent, name] = [
    face === 'common' ? '' : ' extends CommonMessages',
    `${face[0].toUpperCase()}${face.slice(1)}`,
  ];
  return [
    "import type { Values } from '../../translator.js';",
    ...(parent ? ["import type { CommonMessages } from '../common/messages.js';"] : []),
    '',
    `export interface ${name}Messages${parent} {`,
    ...lines,
    '}',
    '',
  ].join('\n');
}
