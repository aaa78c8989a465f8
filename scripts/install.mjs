import './check-node.mjs';
import { ensureInstalled } from './bootstrap.mjs';

await ensureInstalled();
