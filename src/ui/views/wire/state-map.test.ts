import { expect, test } from 'vitest'
import { imapStates, pop3States } from '../../../lab/views/mailbox-states.ts'
import { smtpStates } from '../../../lab/views/smtp-states.ts'
import { draw } from './state-map.ts'

test.each([imapStates, pop3States, smtpStates])(
  'no two lines of a drawing have their labels in one place',
  ({ map }) => {
    const { lines, width, height } = draw(map)
    expect(lines).toHaveLength(map.ways.length)
    const places = lines.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(lines.length)
    for (const { x, y } of lines) {
      expect(x).toBeLessThan(width)
      expect(y).toBeLessThan(height)
      expect(y).toBeGreaterThan(8)
    }
  },
)
