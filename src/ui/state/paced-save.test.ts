import { expect, test } from 'vitest'
import { PacedSave } from './paced-save.ts'

function benchOf() {
  const moments: (() => void)[] = []
  let written = 0
  const saving = new PacedSave(
    () => undefined,
    () => written++,
    (act) => void moments.push(act),
  )
  const edit = () => {
    saving.changed(0)
    saving.edited()
  }
  return { saving, edit, moments, written: () => written }
}

test('edits that follow each other are stored once, and all of them', () => {
  const { edit, moments, written } = benchOf()
  edit()
  edit()
  expect([moments.length, written()]).toEqual([1, 0])
  moments.pop()!()
  expect(written()).toBe(1)
  edit()
  moments.pop()!()
  expect(written()).toBe(2)
})

test('what was edited is stored before the page goes, and then not once more', () => {
  const { saving, edit, moments, written } = benchOf()
  edit()
  saving.flush()
  expect(written()).toBe(1)
  moments.pop()!()
  expect(written()).toBe(1)
})

test('without a moment each edit is stored as it is made', () => {
  let written = 0
  const saving = new PacedSave(
    () => undefined,
    () => written++,
  )
  saving.changed(0)
  saving.edited()
  expect(written).toBe(1)
})
