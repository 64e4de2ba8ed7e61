import { expect, test } from 'vitest'
import { suffixDomain } from './suffix-domain.ts'
import { parseSuffixList } from './suffix-list.ts'

const LIST = parseSuffixList(`// comments and empty lines are nothing

com and what follows a space
co.uk
uk
*.ck
!www.ck
公司.cn
`)

test.each([
  ['a.b.example.com', 'example.com'],
  ['example.com', 'example.com'],
  ['com', 'com'],
  ['a.example.co.uk', 'example.co.uk'],
  ['a.example.uk', 'example.uk'],
  ['a.b.shop.ck', 'b.shop.ck'],
  ['shop.ck', 'shop.ck'],
  ['a.www.ck', 'www.ck'],
  ['a.example.xn--55qx5d.cn', 'example.xn--55qx5d.cn'],
  ['a.b.unlisted', 'b.unlisted'],
  ['unlisted', 'unlisted'],
  ['', ''],
])('the organizational domain of %s is %s', (name, organization) =>
  expect(suffixDomain(name, LIST)).toBe(organization),
)
