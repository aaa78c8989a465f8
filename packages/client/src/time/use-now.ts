import { useEffect, useState } from 'react';
import { onServerTime, serverNow } from './server-time.js';

/** The server's time, told anew at each full step: every second, or `useNow(60_000)` every minute. */
export function useNow(everyMs = 1000): Date {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const time = serverNow();
      setNow(time);
      timer = setTimeout(tick, everyMs - (time.getTime() % everyMs) + 1);
    };
    tick();
    const forget = onServerTime(tick);
    // A phone that was asleep ran no timers.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      forget();
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs]);
  return now;
}
