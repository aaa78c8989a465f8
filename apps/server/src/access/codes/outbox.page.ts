import { quietHours } from '@linli/domain/notices';
import type { Page } from '../../platform/http/index.js';
import type { Database } from '../../platform/database/index.js';
import { OUTBOX_HOURS, type OutboxMessage, readOutbox } from './outbox.js';

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'Noto Sans CJK SC', sans-serif }
  body { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem }
  h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.125rem; margin: 1.5rem 0 0 } ol { list-style: none; padding: 0 }
  li { border: 1px solid #8888; border-radius: 8px; padding: .75rem 1rem; margin: .75rem 0 }
  li p { margin: 0; font-size: 1.125rem } time, .phone { font-variant-numeric: tabular-nums }`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  timeStyle: 'medium',
  dateStyle: 'short',
  hourCycle: 'h23',
});

interface Shown extends OutboxMessage {
  readonly at: Date;
}

const CHANNELS: Readonly<Record<string, string>> = { SMS: '短信', WECHAT: '微信' };

const item = ({ at, phone, text, channel = 'SMS' }: Shown): string =>
  `<li><time datetime="${at.toISOString()}">${CLOCK.format(at)}</time> ${CHANNELS[channel] ?? ''} → <span class="phone">${escaped(phone)}</span>
  <p>${escaped(text)}</p></li>`;

const list = (title: string, messages: readonly Shown[]): string => `<section>
<h2>${title}</h2>
${
  messages.length === 0
    ? '<p role="status">還沒有。 <span lang="en">None yet.</span></p>'
    : `<ol>${messages.map(item).join('\n')}</ol>`
}
</section>`;

const page = (codes: readonly Shown[], notices: readonly Shown[]): string => `<!doctype html>
<html lang="zh-Hant">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>發件箱 Outbox · 鄰里 Linli</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>發件箱 <span lang="en">Outbox</span></h1>
<p>演示模式：短信和微信不會發出，只顯示在這裡，最近 ${OUTBOX_HOURS} 小時，每 5 秒刷新。<br>
<span lang="en">Demonstration: messages are not sent, only shown here, for the last hour. Reloads every 5 seconds.</span></p>
<p>夜間（${quietHours.from}–${quietHours.to}）只發急件，其餘早上發。<br>
<span lang="en">By night (${quietHours.from}–${quietHours.to}) only what is urgent is sent, the rest in the morning.</span></p>
${list('驗證碼 <span lang="en">Codes</span>', codes)}
${list('通知 <span lang="en">Notices</span>', notices)}
</main>
</body>
</html>`;

const shown = async (db: Database, dataKey: Buffer): Promise<string> =>
  page(await readOutbox(db, dataKey, false), await readOutbox(db, dataKey, true));

/** What the demonstration's sender "sent". Without the demonstration there is no such page. */
export const outboxPage: Page = (app, { db, environment }) => {
  app.get('/outbox', async (_request, reply) => {
    if (!environment.DEMONSTRATION) return reply.code(404).type('text/plain').send('Not found');
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(await shown(db, environment.dataKey));
  });
};
