interface Entry {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly place: string;
  readonly note: string;
}

const utc = (moment: string | number): string => new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '');
// RFC 5545, 3.3.11
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\n/g, '\\n');

/** A line has at most 75 octets; a Chinese character takes three (RFC 5545, 3.1). */
const folded = (line: string): string => line.replace(/(.{24})(?=.)/gu, '$1\r\n ');

/** One entry for any calendar, with a reminder an hour ahead. */
export function calendarFile({ id, startsAt, endsAt, title, place, note }: Entry, now: Date): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//linli//resident//ZH', 'BEGIN:VEVENT', `UID:${id}@linli`],
    ...[`DTSTAMP:${utc(now.getTime())}`, `DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`],
    ...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(note)}`],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT1H', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR', ''],
  ];
  return lines.map(folded).join('\r\n');
}

export function offerDownload(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
