import { expect, test } from 'vitest'
import { mayChoose, spokenRows, typedNames, type ActionRow } from './action-list-rows.ts'

const group = { title: 'Quick Fix' }
const rows: readonly ActionRow[] = [
  { kind: 'header', group },
  { kind: 'action', label: 'Write\nA', group, item: 1 },
  { kind: 'action', label: 'Write B', group, disabled: true, item: 2 },
]
const spoken = spokenRows(rows)

test.each([
  [0, 'separator', null, false, undefined],
  [1, 'option', 'Write A, Quick Fix', true, 'Write\nA'],
  [2, 'option', 'Write B, Quick Fix, Disabled Reason: true', false, 'Write B'],
])('row %i is a %s, read out as %o', (at, role, label, chosen, typed) => {
  const row = rows[at]!
  expect(spoken.getRole(row)).toBe(role)
  expect(spoken.getAriaLabel(row)).toBe(label)
  expect(mayChoose(row)).toBe(chosen)
  expect(typedNames.getKeyboardNavigationLabel(row)).toBe(typed)
})

test('actions alone are counted', () => {
  expect(spoken.getSetSize()).toBe(2)
  expect(rows.map((row, at) => spoken.getPosInSet(row, at))).toEqual([1, 1, 2])
})
