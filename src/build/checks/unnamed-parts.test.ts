import { expect, test } from 'vitest'
import { unnamedParts } from './unnamed-parts.ts'

test.each([
  ['a whole script', 'a(()=>import(`./x-1.js`))', 0],
  ['a part', 'a(()=>import(`./x-1.js`).then(e=>e.t),[])', 0],
  ['a part with brackets and room', "import('./x-1.js').then((e) => e.t)", 0],
  ['a part by a string', 'import("./x-1.js").then(e=>e["t"])', 1],
  ['a part by a pattern', 'import(`./x-1.js`).then(({t:e})=>e)', 1],
  [
    'a part, and another in its own way',
    'import(`./x.js`).then(e=>f(e));import(`./y.js`).then(e=>e.t)',
    1,
  ],
])('%s: %s', (_, code, count) => expect(unnamedParts('a.js', code)).toHaveLength(count))
