import { expect, test } from 'vitest'
import { fromLatin1 } from '../../../core/bytes.ts'
import { commandNamed, commands } from '../commands/index.ts'
import { renderReply, type Reply } from '../wire/reply.ts'
import { personalities } from './index.ts'
import type { Personality } from './personality.ts'

/** Every fact that any occasion may know. */
const facts = {
  host: 'mx.example.org',
  client: 'client.example.net',
  address: 'bob@example.org',
  addresses: ['bob@example.org', 'bob@example.com'],
  keywords: ['SIZE 0', 'HELP'],
  command: commandNamed('MAIL')!,
  commands,
  typed: 'x',
  because: 'It will not do',
  keyword: 'SIZE',
  example: 'MAIL FROM:<you@example.net>',
  hint: 'Did you mean QUIT?',
  limit: 10,
  queueId: '34E93274143',
  relayed: true,
  role: 'mx' as const,
  members: ['bob@example.org'],
  domain: 'example.org',
  size: 10,
  user: 'alice',
  code: 450,
  enhanced: '4.2.2',
  at: 'initial' as const,
  total: 30,
  value: 'x',
}

const { teaching, postfix } = personalities

const occasions = Object.keys(teaching.replies)

/** What it replies on an occasion, be it one that a single command has to itself. */
const replyOf = ({ replies }: Personality, occasion: string): Reply =>
  (replies as unknown as Record<string, (given: typeof facts) => Reply>)[occasion]!(facts)

const codeOf = (personality: Personality, occasion: string): number =>
  replyOf(personality, occasion).code

/**
 * Where Postfix goes its own way: it never shows whether VRFY knows, has one code for UTF-8, defers
 * what it does not relay, misses a login at the first recipient, knows neither HELP nor EXPN, and has
 * codes of its own for a second STARTTLS, failed logins, and chunks that it does not take.
 */
const own: readonly string[] = [
  'relayDenied',
  'loginFirst',
  'loginMalformed',
  'help',
  'helpAbout',
  'helpUnknown',
  'expn',
  'expnUnknown',
  'chunkAfterRefused',
  'chunkEmpty',
  'vrfy',
  'vrfyDenied',
  'mailNeedsUtf8',
  'tlsAlready',
  'chunkSyntax',
  'unknownMechanism',
]

test.each(occasions.filter((occasion) => !own.includes(occasion)))('%s has one code', (occasion) =>
  expect(codeOf(postfix, occasion)).toBe(codeOf(teaching, occasion)),
)

test.each(own)('%s has two', (occasion) =>
  expect(codeOf(postfix, occasion)).not.toBe(codeOf(teaching, occasion)),
)

/** What a server never comes to reply, since its policies lead elsewhere. */
const unreachableIn = ({ extensions, policies }: Personality): string[] => [
  ...(extensions.includes('EXPN') ? [] : ['expn', 'expnUnknown']),
  ...(extensions.includes('ETRN') ? [] : ['etrn', 'etrnDenied', 'etrnDomain', 'etrnSyntax']),
  ...(policies.refusedChunk === 'poison' ? [] : ['chunkAfterRefused', 'chunkEmpty']),
]

test.each(['postfix', 'dovecot', 'exchange'] as const)(
  'no sentence of the teaching personality can be heard from %s',
  (name) => {
    const borrowed = occasions.filter((occasion) => {
      const ours = replyOf(personalities[name], occasion).lines.join('\n')
      return ours === replyOf(teaching, occasion).lines.join('\n')
    })
    const unreachable = unreachableIn(personalities[name])
    expect(borrowed.filter((occasion) => !unreachable.includes(occasion))).toEqual([])
  },
)

/** Replies that some servers send without an enhanced code. */
const plain: readonly string[] = [
  'greeting',
  'helo',
  'ehlo',
  'data',
  'helloName',
  'help',
  'helpAbout',
  'etrn',
  'etrnDenied',
  'etrnDomain',
  'etrnSyntax',
]

test.each(Object.keys(personalities) as (keyof typeof personalities)[])(
  '%s speaks ASCII, and its enhanced codes are of the class of the code',
  (name) => {
    for (const occasion of occasions) {
      const reply = replyOf(personalities[name], occasion)
      expect(fromLatin1(renderReply(reply))).toMatch(/^(?:[\t\x20-\x7e]+\r\n)+$/)
      if (reply.enhanced)
        expect(reply.enhanced).toMatch(new RegExp(`^${String(reply.code)[0]}\\.\\d\\.\\d{1,2}$`))
      else expect(plain).toContain(occasion)
    }
  },
)

test('no reply puts the blame on anybody', () => {
  for (const occasion of occasions)
    expect(replyOf(teaching, occasion).lines.join(' ')).not.toMatch(/illegal|invalid|wrong/i)
})
