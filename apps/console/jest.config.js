import { createRequire } from 'node:module';
import dom from '@linli/config/jest-dom.js';

// Two packages below antd publish their sources under the condition that ours use.
const below = (parent, name) => createRequire(parent).resolve(name);
const scroller = below(below(import.meta.url, 'antd'), 'scroll-into-view-if-needed');

export default {
  ...dom,
  testTimeout: 30_000,
  moduleNameMapper: {
    ...dom.moduleNameMapper,
    '^scroll-into-view-if-needed$': scroller,
    '^compute-scroll-into-view$': below(scroller, 'compute-scroll-into-view'),
  },
};
