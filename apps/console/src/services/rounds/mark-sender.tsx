import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useViewer } from '../../access/viewer';
import { dropOldRounds, onKeptChange } from './marks-store';
import { sendDue } from './send-marks';

const TRY_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 60 * 60_000;

/** On whichever page the rider is: what was tapped at the doors goes to the server as soon as it can. */
export default function MarkSender(): null {
  const client = useApolloClient();
  const { id } = useViewer().me;
  useEffect(() => {
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    let isBusy = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async () => {
      if (isBusy || isOver()) return;
      clearTimeout(timer);
      isBusy = true;
      const left = await sendDue(client, id);
      isBusy = false;
      if (left > 0 && !isOver()) timer = setTimeout(now, TRY_EVERY_MS);
    };
    const now = () => void send();
    const unfollow = onKeptChange(now);
    window.addEventListener('online', now);
    now();
    return () => {
      over.abort();
      clearTimeout(timer);
      unfollow();
      window.removeEventListener('online', now);
    };
  }, [client, id]);
  useEffect(() => {
    const look = () => void dropOldRounds().catch(() => undefined);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return null;
}
