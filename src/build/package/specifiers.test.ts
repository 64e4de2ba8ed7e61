import { expect, test } from 'vitest'
import { withJsSpecifiers } from './specifiers.ts'

test.each([
  [`import type { A } from './a.ts';`, `import type { A } from './a.js';`],
  [`export { b } from "../b/c.ts";`, `export { b } from "../b/c.js";`],
  [`let x: import('./a.ts').A`, `let x: import('./a.js').A`],
  [`import '../x.ts'`, `import '../x.js'`],
  [`/** See './a.ts'. */`, `/** See './a.ts'. */`],
  [`import { a } from 'package.ts'`, `import { a } from 'package.ts'`],
])('%s', (given, written) => expect(withJsSpecifiers(given)).toBe(written))
