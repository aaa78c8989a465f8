import { learn } from '../icons/icon.js';
import { laterDrawings } from '../icons/later-drawings.js';

learn(laterDrawings);
