import { expect, test } from 'vitest'
import { shortenPrivateNames } from './short-names.ts'

test.each([
  ['a private name', 'this._buffer', 'this.$0'],
  ['the most used first', 'a._seldom;b._often;c._often', 'a.$1;b.$0;c.$0'],
  ['the same in a string, where it is the same name', "this._a1b['_a1b']", "this.$0['$0']"],
  ['what is short stays', 'this._a', 'this._a'],
  ['names with an underscore inside stay', 'a.snake_case', 'a.snake_case'],
  ['a name that is taken is not given', 'let $0=this._buffer', 'let $0=this.$1'],
])('%s', (_, code, short) => expect(shortenPrivateNames(code)).toBe(short))
