export { answerPlain, FILE_TYPES, type FileKind, sendFile, signInFirst } from './answers.js';
export { rowsOfSheet } from './read-sheet.js';
export { csvOf, type WrittenCell, xlsxOf } from './write-sheet.js';
