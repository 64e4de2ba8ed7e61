import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Source files, but for tests: their names of people, hosts and messages are data. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|svelte)$/.test(path) && !/\.test\.ts$|\/testing\//.test(path))
  .map((path) => ({ path: join('src', path), text: readFileSync(join('src', path), 'utf8') }))

const linesWith = (pattern: RegExp, allowed: RegExp): string[] =>
  sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const found = pattern.test(line) && !allowed.test(`${path}: ${line}`)
      return found ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : []
    }),
  )

describe('retired words are gone from the source', () => {
  test.each<[name: string, pattern: RegExp, allowed: RegExp]>([
    [
      'letter, but for those of an alphabet',
      /(?<![-\w])letters?\b(?!-spacing)/i,
      // In CSS, and the word as one of the sandbox's mails and of the SMTP and IMAP dialogue.
      /letters?,? (?:or|and) digits?|letters, digits|a letter\b|(?:one|two|three|same|few|Greek|Latin|macro|Arabic|capital|lowercase) letters?|letters (?:alone|of|and)|'letter'|mail="letter"|personalities|imap\/wire|macro|letters beyond ASCII|the module’s letter|Letters were given up/i,
    ],
    ['told, of data', /\b(?:told|tells?)\b/i, /personalities\/|'told-as-warning'|dsn\//],
    ['nobody as a subject', /(?<![\w-])nobody\b(?![@.'-])/i, /personalities\/|testing|'nobody'/],
    ['whoever, amiss, manners, tally', /\b(?:whoever|amiss|manners|tally|kinship)\b/i, /^$/],
    ['mended', /\bmend(?:s|ed|ing)?\b/i, /personalities\//],
    ['small letters', /\bsmall letters\b/i, /^$/],
    ['turned away', /\bturned away\b/i, /^$/],
    ['standing', /\bstandings?\b/i, /^$/],
    ['a mail server hears', /\b(?:heard|hears)\b/i, /personalities\//],
  ])('%s', (_, pattern, allowed) => expect(linesWith(pattern, allowed)).toEqual([]))
})
