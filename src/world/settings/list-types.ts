import { span as spanOf } from '../../core/span.ts'
import type { Word } from './tree.ts'
import { wordsOf } from './tree.ts'
import type { ValueType, WordType } from './value-type.ts'

/** Entries that a list may have. */
const MOST = 500

/** Several values, with commas or white space between them, in one line or more. Empty is a list too. */
export const listOf = <Data>(item: WordType<Data>, least = 0): ValueType<readonly Data[]> => ({
  syntax: `a list: ${item.syntax}, and more`,
  ...(item.offers && { offers: item.offers }),
  read({ words, span }, report) {
    const found = words.slice(0, MOST).map((word) => item.readWord(word, report))
    if (words.length > MOST)
      report({ span: words[MOST]!.span, message: `A list has at most ${MOST} entries.` })
    if (words.length < least) report({ span, message: `A value is missing: write ${item.syntax}.` })
    const isWhole = words.length >= least && words.length <= MOST && !found.includes(undefined)
    return isWhole ? (found as Data[]) : undefined
  },
  print(all) {
    const words = all.map((one) => item.printWord(one))
    const line = words.join(', ')
    return line.length <= LONG ? [line] : ['', ...words]
  },
})

/** A list that is longer stands one entry a line. */
const LONG = 64

/** One line of a table: what it is about, and what it says. */
export interface TableRow<Key, Data> {
  readonly key: Key
  readonly data: Data
}

/** A row a line: `key: value`. */
export const tableOf = <Key, Data>(
  syntax: string,
  key: WordType<Key>,
  item: ValueType<Data>,
): ValueType<readonly TableRow<Key, Data>[]> => ({
  syntax,
  ...(item.offers && { offers: item.offers }),
  read({ lines }, report) {
    const rows = lines.slice(0, MOST).map((line) => {
      const [name, rest] = cutAtColon(line)
      if (!name || !rest) {
        report({ span: line.span, message: `Each line is one entry: ${syntax}.` })
        return undefined
      }
      const found = key.readWord(name, report)
      const words = wordsOf(rest)
      const value = { words, lines: [rest], span: rest.span }
      const data = item.read(value, report)
      return found === undefined || data === undefined ? undefined : { key: found, data }
    })
    return rows.includes(undefined) ? undefined : (rows as TableRow<Key, Data>[])
  },
  print: (rows) =>
    rows.length
      ? [
          '',
          ...rows.map(
            (row) => `${key.printWord(row.key)}: ${item.print(row.data).join(' ').trim()}`,
          ),
        ]
      : [''],
})

/** At the first colon behind which white space stands: IPv6 addresses have colons too. */
function cutAtColon({ text, span }: Word): [Word | undefined, Word | undefined] {
  const found = /:(?=\s)/.exec(text)
  if (!found) return [undefined, undefined]
  const name = text.slice(0, found.index).trim()
  const rest = text.slice(found.index + 1)
  const at = span.from + found.index + 1 + rest.length - rest.trimStart().length
  return [
    name === '' || /\s/.test(name)
      ? undefined
      : { text: name, span: spanOf(span.from, span.from + name.length) },
    { text: rest.trim(), span: spanOf(at, at + rest.trim().length) },
  ]
}

/** Free text, its lines joined. A line's end inside is written `\n`. */
export const freeText: ValueType<string> = {
  syntax: 'text',
  read({ lines, span }, report) {
    const text = lines.map((line) => line.text).join(' ')
    if (text === '') report({ span, message: 'A value is missing: write a text.' })
    return text === '' ? undefined : text.replace(/\\([n\\])/g, (_, sign) => UNESCAPED[sign as 'n'])
  },
  print: (text) => [escaped(text)],
}

const UNESCAPED = { n: '\n', '\\': '\\' } as const

export const escaped = (text: string): string =>
  text.replace(/[\\\n]/g, (sign) => (sign === '\n' ? '\\n' : '\\\\'))

/** One entry a line, each read by itself. */
export const linesOf = <Data>(
  syntax: string,
  readLine: (line: Word) => Data | string,
  printLine: (data: Data) => string,
): ValueType<readonly Data[]> => ({
  syntax,
  read({ lines }, report) {
    const found = lines.slice(0, MOST).map((line) => {
      const data = readLine(line)
      if (typeof data === 'string') report({ span: line.span, message: data })
      return typeof data === 'string' ? undefined : data
    })
    return found.includes(undefined) ? undefined : (found as Data[])
  },
  print: (all) => (all.length ? ['', ...all.map(printLine)] : ['']),
})

/** A text to the last octet, in one line: what would get lost there, or be read otherwise, is escaped. */
export const exactText: ValueType<string> & { parse(written: string): string } = {
  syntax: 'a text; `\\n` ends a line, `\\s` is a space at an end, `\\e` no text at all',
  read({ lines, span }, report) {
    const text = lines.map((line) => line.text).join(' ')
    if (text === '') report({ span, message: 'A value is missing: write a text.' })
    return text === '' ? undefined : exactText.parse(text)
  },
  parse: (written) =>
    written.replace(/\\([\\nrtse])/g, (_, sign) => SIGNS[sign as keyof typeof SIGNS]),
  print(text) {
    if (text === '') return ['\\e']
    const plain = text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign as keyof typeof ESCAPES])
    return [plain.replace(/^ | $/g, '\\s')]
  },
}

const SIGNS = { n: '\n', r: '\r', t: '\t', s: ' ', e: '', '\\': '\\' } as const
const ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' } as const
