// node precompress.js <folder>: beside each text of a built app its gzip and Brotli, which the server sends instead.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Smaller than this, one packet carries it anyway. */
const AT_LEAST_BYTES = 1024;
const TEXT = /\.(js|css|html|svg|json|webmanifest|ics)$/;

const forms = {
  gz: (text) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  br: (text) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
};

async function compress(file) {
  const text = await readFile(file);
  if (text.length < AT_LEAST_BYTES) return;
  await Promise.all(
    Object.entries(forms).map(async ([ending, form]) => writeFile(`${file}.${ending}`, await form(text))),
  );
}

const folder = process.argv[2] ?? 'dist';
const names = (await readdir(folder, { recursive: true })).filter((name) => TEXT.test(name));
await Promise.all(names.map((name) => compress(path.join(folder, name))));
