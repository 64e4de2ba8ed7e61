import { words } from '#words/transcript'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { flag, oneOf } from '../options.ts'
import type { WidgetKind } from '../widget.ts'

/** `C:` and `S:` lines as a player. */
export const transcript: WidgetKind = {
  options: {
    protocol: oneOf('smtp', 'imap', 'pop3'),
    start: (value) => (/^(?:\d{1,4}|end)$/.test(value) ? undefined : words.wants.line),
    autoplay: flag,
    predict: flag,
  },
  asks: true,
  load: () => fetchAgain(() => import('./Transcript.svelte')),
}
