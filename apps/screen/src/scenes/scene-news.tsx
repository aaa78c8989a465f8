import { useLive } from '@linli/client/live';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { SceneNewsDocument } from '../gql/graphql';

interface NewsProps {
  /** Of the scene that is shown: news follows from there. */
  readonly cursor: string;
  readonly onNews: () => Promise<void>;
}

const AGAIN_MS = 5000;

/** Follows the news of this wall, and begins again when it ends although the wall still stands. */
export function SceneNews({ cursor, onNews }: NewsProps): ReactElement {
  const [turn, setTurn] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ended = () => {
    void onNews();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTurn((before) => before + 1), AGAIN_MS);
  };
  return <Following key={turn} cursor={cursor} onNews={onNews} onEnd={ended} />;
}

function Following({ cursor, onNews, onEnd }: NewsProps & { readonly onEnd: () => void }): null {
  // Only the first cursor: from then on the link itself knows how far it has come.
  const [after] = useState(cursor);
  useLive(SceneNewsDocument, { after }, () => void onNews(), { onEnd });
  return null;
}
