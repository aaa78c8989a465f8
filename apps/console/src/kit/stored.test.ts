import { expect, it } from '@jest/globals';
import { storedName } from './stored';

it('finds the stored name by its place; a list that changed meanwhile names nothing else', () => {
  expect(storedName('清蒸鲈鱼', ['米饭', '清蒸鲈鱼'], ['米飯', '清蒸鱸魚'])).toBe('清蒸鱸魚');
  expect(storedName('清蒸鲈鱼', ['米饭', '清蒸鲈鱼'], ['清蒸鱸魚'])).toBe('清蒸鲈鱼');
  expect(storedName('清蒸鲈鱼', ['米饭', '清蒸鲈鱼'], undefined)).toBe('清蒸鲈鱼');
});
