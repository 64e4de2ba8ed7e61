import { expect, test } from 'vitest'
import { TerminalFeed } from './terminal-feed.svelte.ts'

test.each([
  ['nc mx.example.org 25', 'nc mx.example.org 25'],
  ['\n  MAIL FROM:<a@example.net>\nRCPT TO:<b@example.org>\n', 'MAIL FROM:<a@example.net>'],
])('of %j one line is offered, without its end', (text, line) => {
  const feed = new TerminalFeed()
  feed.offer(text)
  expect(feed.offered).toEqual({ text: line })
})
