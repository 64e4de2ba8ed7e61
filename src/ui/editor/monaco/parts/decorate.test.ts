import { expect, test } from 'vitest'
import { __decorate, __param } from './decorate.ts'

test('a class is what its decorators make of it, the last of them first', () => {
  const noted: unknown[] = []
  const [Named, Other] = [class A extends Map {}, class B extends Map {}]
  const note = (target: unknown, key: unknown, place: unknown) =>
    void noted.push([target, key, place])
  expect(__decorate([() => Other, __param(1, note), __param(0, note)], Named)).toBe(Other)
  expect(noted).toEqual([
    [Named, undefined, 0],
    [Named, undefined, 1],
  ])
  expect(__decorate([__param(0, note)], Named)).toBe(Named)
})

test('a method is replaced where it stands', () => {
  class Counter {
    count(): number {
      return 1
    }
  }
  const twice = (_target: object, _key?: string, place?: unknown) => {
    const { value, ...rest } = place as TypedPropertyDescriptor<() => number>
    return { ...rest, value: () => 2 * value!() }
  }
  __decorate([twice, twice], Counter.prototype, 'count')
  expect(new Counter().count()).toBe(4)
})
