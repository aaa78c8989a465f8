import { expect, it } from '@jest/globals';
import { asStored } from './index.js';

it.each([
  ['left alone on a page in Simplified', '宫保鸡丁', '宮保雞丁'],
  ['left alone on a page in Traditional', '宮保雞丁', '宮保雞丁'],
  ['in characters that both have', '土豆', '土豆'],
  ['written anew in Simplified', '鱼香肉丝', '鱼香肉丝'],
  ['changed in part', '宫保鸡丁（微辣）', '宫保鸡丁（微辣）'],
])('%s', async (_, given, kept) => {
  expect(await asStored(given, [null, undefined, '清蒸鱸魚', '宮保雞丁', '土豆'])).toBe(kept);
});

it('nothing stays nothing', async () => {
  expect(await asStored(null, ['宮保雞丁'])).toBe(null);
});
