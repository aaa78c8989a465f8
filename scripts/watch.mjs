import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Calls `changed` with each file that changes below the folder, by its path in there. One watch for each folder: Node 20's
 * own recursive watch loses a file for good when an editor saves it by renaming a new one over it.
 */
export function watchFolder(folder, changed) {
  const watchers = new Map();
  let closed = false;
  follow(folder, false);
  return () => {
    closed = true;
    for (const watcher of watchers.values()) watcher.close();
  };

  function follow(place, isNew) {
    watchers.get(place)?.close();
    const watcher = watch(place, (_, name) => name && !closed && look(path.join(place, name)));
    // A folder that was removed: the one above it tells when it comes back.
    watcher.on('error', () => watcher.close());
    watchers.set(place, watcher);
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const inner = path.join(place, entry.name);
      if (entry.isDirectory()) follow(inner, isNew);
      // Written before we looked.
      else if (isNew) changed(path.relative(folder, inner));
    }
  }

  function look(place) {
    if (isFolder(place)) return follow(place, true);
    if (!existsSync(place)) for (const known of watchers.keys()) if (isWithin(known, place)) forget(known);
    changed(path.relative(folder, place));
  }

  function forget(place) {
    watchers.get(place).close();
    watchers.delete(place);
  }
}

const isWithin = (place, other) => place === other || place.startsWith(other + path.sep);

function isFolder(place) {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
