import { expect, test } from 'vitest'
import type { TranscriptStep } from '../../../lab/types.ts'
import { answerAfter } from './prediction.ts'

const line = (kind: TranscriptStep['kind'], text: string, role: TranscriptStep['role']) => ({
  ...{ kind, text, connection: 0, span: { from: 0, to: 0 } },
  ...(role && { role }),
})

const steps: TranscriptStep[] = [
  line('server', '220 a', 'greeting'),
  line('client', 'EHLO b', 'command'),
  line('server', '250-a', 'more'),
  line('server', '250 c', 'reply'),
  line('client', 'DATA', 'command'),
  line('server', '503 no', 'reply'),
  line('client', 'a SELECT INBOX', 'command'),
  line('server', '* 3 EXISTS', 'data'),
  line('server', 'a NO gone', 'reply'),
  line('client', 'Subject: x', 'message'),
  line('client', '.', 'end'),
]

test.each([
  [1, undefined],
  [2, 'ok'],
  [4, undefined],
  [5, 'refused'],
  [7, 'refused'],
  [10, undefined],
  [11, undefined],
])('after line %i the answer is %s', (at, answer) => expect(answerAfter(steps, at)).toBe(answer))
