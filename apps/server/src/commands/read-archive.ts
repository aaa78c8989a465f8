import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import {
  archiveEnd,
  type ArchiveHeader,
  archiveHeader,
  type ArchiveTable,
  archiveTable,
  END_OF_ROWS,
} from './archive-format.js';
import { CommandError } from './command.js';

export interface Archive {
  readonly header: ArchiveHeader;
  /** Each table with its rows; they have to be taken in turn. */
  tables(): AsyncGenerator<ArchiveTable & { readonly rows: AsyncGenerator<Buffer> }>;
  /** The rows of each table as they were counted when it was written, after the last table. */
  counts(): Readonly<Record<string, number>>;
  close(): void;
}

const BROKEN = 'The file is no backup of Linli, or not a whole one.';

export async function openArchive(file: string): Promise<Archive> {
  const input = createReadStream(file);
  const lines = linesOf(input.pipe(createGunzip()), input);
  let counts: Record<string, number> | undefined;
  const next = async () => {
    const line: IteratorResult<Buffer, unknown> = await lines.next().catch(fail);
    return line.done ? undefined : line.value;
  };
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const line = await next();
      if (!line) throw new CommandError(BROKEN);
      if (line.equals(ROWS_END)) return;
      yield line;
    }
  }
  const header = parsed(archiveHeader, await next());
  return {
    header,
    async *tables() {
      for (;;) {
        const line = await next();
        const end = archiveEnd.safeParse(valueOf(line));
        if (end.success) return void (counts = end.data.rows);
        yield { ...parsed(archiveTable, line), rows: rows() };
      }
    },
    counts: () => counts ?? {},
    close: () => input.destroy(),
  };
}

const ROWS_END = Buffer.from(END_OF_ROWS);

const fail = (error: unknown): never => {
  const { code = '' } = error as NodeJS.ErrnoException;
  throw new CommandError(code === 'ENOENT' ? 'There is no such file.' : BROKEN);
};

function valueOf(line: Buffer | undefined): unknown {
  try {
    return JSON.parse(line?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: Buffer | undefined): z.output<Schema> {
  const { success, data } = schema.safeParse(valueOf(line));
  if (!success) throw new CommandError(BROKEN);
  return data;
}

/** Split at the byte 10 and nowhere else: readline takes other characters for the end of a line too. */
async function* linesOf(text: NodeJS.ReadableStream, input: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  input.on('error', (error) => text.emit('error', error));
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of text) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10, from)) {
      yield rest.subarray(from, at + 1);
      from = at + 1;
    }
    rest = rest.subarray(from);
  }
}
