import { normalizeName } from '../../core/domain.ts'
import { asciiDomain } from '../author-domains.ts'

/**
 * Reads a list in the form of publicsuffix.org: a rule a line, up to its first white space; `//`
 * starts a comment; `*.` stands for any label, and `!` makes an exception. Never throws.
 * @returns The rules as `suffixDomain` takes them; names beyond ASCII also with A-labels.
 */
export const parseSuffixList = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => /^\s*(\S*)/.exec(line)?.[1] ?? '')
      .filter((rule) => rule !== '' && !rule.startsWith('//'))
      .flatMap(spellings),
  )

function spellings(rule: string): string[] {
  const [, mark = '', name = ''] = /^(!|\*\.)?(.*)$/.exec(rule) ?? []
  const ascii = asciiDomain(name)
  return [normalizeName(rule), ...(ascii === undefined ? [] : [mark + ascii])]
}
