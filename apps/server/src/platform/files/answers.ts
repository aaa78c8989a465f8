import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** An answer in words, for whoever asks for a file that they do not get. */
export const answerPlain = (reply: FastifyReply, code: number, text: string): FastifyReply =>
  reply.code(code).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);

export const signInFirst = (reply: FastifyReply): FastifyReply => answerPlain(reply, 401, 'Sign in first.');

export const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileKind = keyof typeof FILE_TYPES;

interface SentFile {
  readonly kind: FileKind;
  /** In the reader's words. */
  readonly title: string;
  /** For a program that knows only Latin letters. */
  readonly plainTitle: string;
  readonly body: Readable;
}

/** A file to be saved, which nobody on the way keeps. */
export const sendFile = (reply: FastifyReply, { kind, title, plainTitle, body }: SentFile): FastifyReply => {
  // What no file system takes.
  const name = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${kind}`;
  return reply
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="${plainTitle}.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .type(FILE_TYPES[kind])
    .send(body);
};
