import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sandboxWorld } from '../../../world/sandbox.ts'
import { colourSettings } from '../colours/colour-settings.ts'
import { completeSettings } from './completions.ts'
import { hoverSettings } from './hover.ts'

const host = sandboxWorld.hosts.find(({ name }) => name === 'mail.example.org')

/** `|` marks the place. */
const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')]
const offered = (marked: string) =>
  completeSettings(...at(marked), host).items.map(({ label }) => label)

test('names are offered that this host has, and that are not written yet', () => {
  expect(offered('|')).toContain('relay_networks')
  expect(offered('gree|')).toContain('greeting_delay')
  expect(offered('domains = example.org\nd|')).not.toContain('domains')
  expect(offered('|')).not.toContain('queue')
})

test('values are offered behind the equals sign, and in lines that go on', () => {
  expect(offered('tls = |')).toEqual(['none', 'offered', 'required'])
  expect(offered('filters = spf,\n  re|')).toContain('reputation')
  expect(offered('sign_with = |')).toEqual(['june._domainkey.example.org'])
  expect(offered('# tls = |')).toEqual([])
  expect(offered('nothing = |')).toEqual([])
})

test('an offer replaces what is typed of its word', () => {
  expect(completeSettings(...at('tls = off|er'), host)).toMatchObject({ from: 6, to: 11 })
  expect(completeSettings(...at('relay_n|'), host)).toMatchObject({ from: 0, to: 7 })
})

test('a name and a value are explained', () => {
  expect(hoverSettings(...at('dmarc|_policy = literal'))).toMatchObject({
    ...{ title: 'dmarc_policy', source: { rfc: 9989, section: '7.4' } },
    span: { from: 0, to: 12 },
  })
  expect(hoverSettings(...at('dmarc_policy = lit|eral'))?.lines).toEqual([
    'Does what the author’s domain asks for.',
  ])
  expect(hoverSettings(...at('nothing| = 5'))).toBeUndefined()
})

test('a comment, a name and its sign have colours', () => {
  const kinds = (text: string) =>
    colourSettings(text).tokens.map(({ kind, from, to }) => [kind, text.slice(from, to)])
  expect(kinds('  # x = 5')).toEqual([['comment', '# x = 5']])
  expect(kinds('tls = none')).toEqual([
    ['directive', 'tls'],
    ['punctuation', '='],
  ])
  expect(kinds('   a = b')).toEqual([])
})

test('any text and place will do', () => {
  const text = fc.array(fc.oneof(fc.constantFrom('tls', '=', '\n', '  ', '#', 'spf'), fc.string()))
  fc.assert(
    fc.property(text, fc.integer({ min: -2, max: 60 }), (parts, place) => {
      const whole = parts.join('')
      completeSettings(whole, place, host)
      hoverSettings(whole, place)
      for (const line of whole.split('\n')) colourSettings(line)
    }),
  )
})
