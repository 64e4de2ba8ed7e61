import { words } from '#words/route'
import type { Tone } from '../../core/tone.ts'
import type { Authentication, Journey } from '../../lab/types.ts'

/** What the receiver found out; undefined where none judged. */
export function authenticationOf(end: Journey['end']): Authentication | undefined {
  return 'message' in end ? end.message.authentication : end.authentication
}

/** How a journey ended: a glyph, two words and a sentence. */
export interface JourneyEnding {
  readonly title: string
  readonly glyph: string
  readonly text: string
  readonly tone: Tone
}

export function endOf(end: Journey['end']): JourneyEnding {
  switch (end.kind) {
    case 'inbox':
      return {
        title: words.ends.inbox,
        glyph: '✓',
        text: words.deliveredTo(end.mailbox),
        tone: 'pass',
      }
    case 'junk': {
      const text = words.putInJunk(end.mailbox)
      return { title: words.ends.junk, glyph: '!', text, tone: 'warn' }
    }
    case 'rejected': {
      const text = `${end.code} ${end.text}`
      return end.code < 500
        ? { title: words.ends.deferred, glyph: '↻', text, tone: 'warn' }
        : { title: words.ends.rejected, glyph: '✕', text, tone: 'fail' }
    }
    case 'deferred':
      return { title: words.ends.deferred, glyph: '↻', text: end.reason, tone: 'warn' }
    case 'undeliverable':
      return { title: words.ends.undeliverable, glyph: '✕', text: end.reason, tone: 'fail' }
  }
}
