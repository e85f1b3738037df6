import { expect, test } from 'vitest';
import { begin, change, redo, undo } from './history';

test('steps are undone and done again in order', () => {
  const three = change(change(begin('a'), 'b'), 'c');
  expect(undo(three).now).toBe('b');
  expect(undo(undo(undo(three))).now).toBe('a');
  expect(redo(undo(three))).toMatchObject({ now: 'c', past: ['a', 'b'], future: [] });
  expect(change(undo(three), 'd').future).toEqual([]);
});

test('typing in one place is one step', () => {
  const typed = change(change(change(begin(''), 'x', 'name'), 'xy', 'name'), 'xyz', 'name');
  expect(undo(typed).now).toBe('');
  const elsewhere = change(typed, 'other', 'help');
  expect(undo(elsewhere).now).toBe('xyz');
  expect(undo(change(undo(elsewhere), 'new', 'name')).now).toBe('xyz');
});
