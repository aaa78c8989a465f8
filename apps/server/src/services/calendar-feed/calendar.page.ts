import { createHash } from 'node:crypto';
import type { Limit } from '@linli/domain/access';
import type { FastifyReply } from 'fastify';
import { countTry } from '../../access/limits/index.js';
import { answerPlain } from '../../platform/files/index.js';
import type { Page } from '../../platform/http/index.js';
import { feedBehind } from './feed-bookings.js';
import { hashOfToken } from './feeds.js';
import { calendarOf } from './write-calendar.js';

const HOUR = 3600;
/** Many people's calendars are fetched from one address of their provider: only wrong tries count there. */
const limits = {
  wrongAddress: { most: 60, seconds: HOUR },
  feed: { most: 60, seconds: HOUR },
} as const satisfies Record<string, Limit>;

const TOKEN = /^([A-Za-z0-9_-]{43})\.ics$/;

const tooMany = (reply: FastifyReply, seconds: number) =>
  answerPlain(reply.header('retry-after', seconds), 429, 'Too many requests');

/** A person's bookings for their calendar, at an address that only they know. One that was taken back is not there. */
export const calendarPage: Page = (app, { db, environment: { dataKey } }) => {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [, token] = TOKEN.exec(request.params.file) ?? [];
    const feed = token === undefined ? undefined : await feedBehind(db, hashOfToken(token));
    if (!feed) {
      const wrong = { name: 'calendar.wrong-address', limit: limits.wrongAddress, of: request.ip };
      const wait = await countTry(db, dataKey, [wrong]);
      return wait === null ? answerPlain(reply, 404, 'Not found') : tooMany(reply, wait);
    }
    const wait = await countTry(db, dataKey, [{ name: 'calendar.feed', limit: limits.feed, of: feed.id }]);
    if (wait !== null) return tooMany(reply, wait);

    const text = await calendarOf(feed);
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    // Kept by the calendar alone, and asked about each time: what was taken back is gone at once.
    reply.header('cache-control', 'private, no-cache').header('etag', tag).header('x-robots-tag', 'noindex');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="linli.ics"')
      .send(text);
  });
};
