import { expect, test } from 'vitest'
import { TerminalFeed } from '../state/terminal-feed.svelte.ts'
import { joinedTranscripts, transcriptsOf } from './transcripts-of.ts'

const feed = (text: string): TerminalFeed => {
  const made = new TerminalFeed()
  made.addLine({ who: 'you', text })
  return made
}
const feeds = [feed('none'), feed('mailq'), feed('EHLO a'), feed('of one that was closed')]
const feedOf = (terminal = 1): TerminalFeed => feeds[terminal]!
const on = (terminal: number, host: string) => ({ terminal, host, place: host })

test('one terminal has its transcript alone', () => {
  const all = transcriptsOf({ feedOf, lab: { terminals: [] } })
  expect(joinedTranscripts(all)).toBe('C: mailq')
})

test('of several each has its own below its name', () => {
  const terminals = [on(1, 'desk.example.org'), on(2, 'mx.example.org')]
  expect(joinedTranscripts(transcriptsOf({ feedOf, lab: { terminals } }))).toBe(
    '# Terminal 1, desk.example.org\nC: mailq\n\n# Terminal 2, mx.example.org\nC: EHLO a',
  )
})
