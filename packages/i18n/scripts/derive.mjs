import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { ConverterFactory, CustomConverter, Locale } from 'opencc-js';

// Mainland print quotes with the curly marks, Taiwan and Hong Kong with corner brackets.
const QUOTES = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** Simplified from Traditional: our words first, then the characters; an override replaces both. */
export function simplifier(vocabulary, overrides) {
  const words = CustomConverter(vocabulary);
  const characters = ConverterFactory(Locale.from.tw, Locale.to.cn);
  return (key, text) =>
    overrides[key] ?? characters(words(text)).replace(/[「」『』]/g, (mark) => QUOTES[mark]);
}

/** A module that the browser reads without a parser of ICU. */
export function compiled(messages) {
  const entries = Object.entries(messages).map(([key, text]) => [key, compileMessageOrThrow(text)]);
  return [
    "import type { Messages } from '@lingui/core';",
    '',
    `export const messages: Messages = ${JSON.stringify(Object.fromEntries(entries))};`,
    '',
  ].join('\n');
}
