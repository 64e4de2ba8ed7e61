import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownNames, namesIn } from './known-names.ts'
import { shortenMembers } from './short-members.ts'
import { withoutUnusedMembers } from './without-unused-members.ts'

const known = new Set(['toString', 'outside'])

test.each([
  ['what is named stays', 'class A { go() {} } a.go()', 'class A { go() {} } a.go()'],
  ['what is not goes', 'class A { go() {} static at = 1; get x() {} }', 'class A {    }'],
  ['also what calls itself', 'class A { go() { this.go() } }', 'class A {  }'],
  ['also what only that names', 'class A { go() { a.run() } run() {} }', 'class A {   }'],
  ['what has a name of others stays', 'class A { toString() {} }', 'class A { toString() {} }'],
  ['what a text names stays', "class A { go() {} } a['go']()", "class A { go() {} } a['go']()"],
  ['what is taken out stays', 'class A { go() {} } let { go } = a', undefined],
  ['what an object gives instead stays', 'class A { go() {} } b({ go: 1 })', undefined],
  ['what does something when it is made stays', 'class A { go = b() }', undefined],
  [
    'what two of a kind call of each other goes',
    'class A { go() { super.go() } } class B { go() {} }',
    'class A {  } class B {  }',
  ],
  ['what only its own text names goes', "class A { go() { b('go') } }", 'class A {  }'],
  [
    'what is put in a field that is never read goes',
    'if (a) this.at = b; else c()',
    'if (a) ; else c()',
  ],
  ['what that takes is done all the same', 'this.at = make()', 'void make()'],
  [
    'a menu, a sound or a key goes with its field',
    "class A { static { this.At = new MenuId('At') } }",
    'class A { static { ; } }',
  ],
  ['a field that is read stays', 'this.at = 1; b(c.at)', undefined],
  [
    'a field that does something when it is set stays',
    'class A { set at(x) { b(x) } } this.at = 1',
    undefined,
  ],
  ['a field of another object stays', 'a.at = 1', undefined],
  ['a constructor stays', 'class A { constructor() { b() } }', undefined],
  ['what is named at run time stays', 'class A { [b]() {} }', undefined],
])('of members %s', (_, code, left) => expect(withoutUnusedMembers(code, known)).toBe(left ?? code))

test.each([
  ['of classes', 'class A { goOn() {} } a.goOn()', 'class A { a() {} } a.a()'],
  ['that are set', 'this.last = 1; b(c?.last)', 'this.a = 1; b(c?.a)'],
  ['of objects', 'a({ last: 1 }); b.last', 'a({ a: 1 }); b.a'],
  ['in short', 'a({ last }); let { last = 1 } = b', 'a({ a: last }); let { a: last = 1 } = b'],
  ['the most used first', 'a({ one: 1, two: 1 }); b.two; b.two; b.one', undefined],
  ['not those of others', 'a({ outside: 1 }); b.outside', 'a({ outside: 1 }); b.outside'],
  ['not those that others make', 'b.going', 'b.going'],
  ['not those that others read', 'a({ going: 1 })', 'a({ going: 1 })'],
  [
    'not those in a text',
    'a({ going: b.going, "c.going": 1 })',
    'a({ going: b.going, "c.going": 1 })',
  ],
  ['not those in a template', 'a({ going: b.going, x: `${c}.going` })', undefined],
])('members get short names: %s', (_, code, short) =>
  expect(shortenMembers(code, known)).toBe(
    short ?? code.replaceAll('two', 'a').replaceAll('one', 'b'),
  ),
)

test('a short name is none that is there', () =>
  expect(shortenMembers('x({ going: 1, a: 1 }); b.going', new Set(['b']))).toBe(
    'x({ c: 1, a: 1 }); b.c',
  ))

test('how a file is called changes no name', () =>
  expect(shortenMembers("import './a-~{00b}~.js'; x({ going: 1 }); b.going", known)).toBe(
    "import './a-~{00b}~.js'; x({ a: 1 }); b.a",
  ))

test('names of browsers and of the code around are known, and others are not', () => {
  const names = knownNames(namesIn(join(import.meta.dirname, '../../../../ui/editor/monaco')))
  for (const name of ['clientX', 'passive', 'flatMap', 'updateRangeStart', 'createHTML'])
    expect(names, name).toContain(name)
  expect(names).toContain('createLineBreaksComputer')
  expect(names).not.toContain('modelVersionId')
})
