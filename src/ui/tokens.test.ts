import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** The colours of each rule of the sheet, in order: light, dark twice, more contrast, more and dark twice. */
const rules = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)]
  .map(([, body]) => Object.fromEntries(coloursIn(body!)))
  .filter((colours) => Object.keys(colours).length > 3)

function coloursIn(body: string): [string, string][] {
  return [...body.matchAll(/--([\w-]+):\s*(#[\da-f]{3,6})\b/gi)].map(([, name, value]) => [
    name!,
    value!,
  ])
}

const [light, system, dark, more, moreDark, systemMoreDark] = rules as Record<string, string>[]
const themes = {
  light: { ...light },
  dark: { ...light, ...dark },
  'light, more contrast': { ...light, ...more },
  'dark, more contrast': { ...light, ...dark, ...moreDark },
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const digits = colour.slice(1)
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const [red, green, blue] = [0, 2, 4]
    .map((at) => parseInt(six.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright! + 0.05) / (dim! + 0.05)
}

const grounds = ['paper', 'raised', 'sunk', 'wire']
const states = ['act', 'ok', 'go', 'warn', 'error']
const texts = ['ink', 'ink-soft', 'ink-faint', ...states, 'keyword']
const onText = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground])),
  ...states.map((state) => [state, `${state}-wash`]),
  ...states.map((state) => ['ink', `${state}-wash`]),
  ...[
    ['act-ink', 'act'],
    ['ink', 'mark'],
    ['ink', 'select'],
    ['keyword', 'mark'],
    ['ink-faint', 'act-wash'],
  ],
]
const onBorder = ['edge', 'vermilion', 'airmail', 'caret'].flatMap((line) =>
  ['paper', 'raised', 'wire'].map((ground) => [line, ground]),
)

test('what the system wishes for is what the reader can choose', () => {
  expect(system).toEqual(dark)
  expect(systemMoreDark).toEqual(moreDark)
})

describe.each(Object.entries(themes))('%s', (_, colours) => {
  const tooLow = (pairs: readonly string[][], least: number): string[] =>
    pairs.flatMap(([front, back]) => {
      const ratio = contrast(colours[front!]!, colours[back!]!)
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : []
    })

  test('text can be read on every ground and wash', () => expect(tooLow(onText, 4.5)).toEqual([]))

  test('borders of controls and ornament can be seen', () =>
    expect(tooLow(onBorder, 3)).toEqual([]))
})
