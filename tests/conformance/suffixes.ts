import { existsSync, readFileSync } from 'node:fs'
import { parseSuffixList } from '../../src/auth/dmarc/suffix-list.ts'
import { suffixDomain } from '../../src/auth/dmarc/suffix-domain.ts'
import { normalizeName } from '../../src/core/domain.ts'
import { vectorsAt, type Case, type Suite } from './suite.ts'

const PATH = vectorsAt('publicsuffix/tests.txt')

/** What the list holds of the names that its test file asks about. */
const RULES = parseSuffixList(`
// one label, and some with more below
biz
com
uk.com
ac
jp
ac.jp
kyoto.jp
ide.kyoto.jp
us
ak.us
k12.ak.us
cn
com.cn
公司.cn
中国
// all labels below, and exceptions
*.mm
*.kobe.jp
!city.kobe.jp
*.ck
!www.ck
`)

/** Lines that ask about a domain name: neither nothing at all, nor a name with an empty label. */
const isQuestion = (line: string): boolean => /^[^/.\s]\S* \S+$/.test(line) && !/^null /.test(line)

const compare = (name: string, wanted: string): Case => ({
  name,
  run() {
    const asked = normalizeName(name)
    const actual = suffixDomain(asked, RULES)
    // A suffix has no organizational domain in the list's view; for RFC 7489 it is its own.
    return { actual, wanted: wanted === 'null' ? asked : wanted }
  },
})

const readCases = (): Case[] =>
  readFileSync(PATH, 'utf8')
    .split(/\r?\n/)
    .filter(isQuestion)
    .map((line) => {
      const [name = '', wanted = ''] = line.split(' ')
      return compare(name, wanted)
    })

export const suffixSuite: Suite = {
  name: 'DMARC as RFC 7489 had it: publicsuffix.org',
  vectors: PATH,
  parts: [{ what: 'names', count: 73, cases: existsSync(PATH) ? readCases() : [] }],
}
