import { countWithin, type SenderRecord } from '../reputation/senders.ts'

const DAY = 24 * 60 * 60_000

/**
 * How a score comes about, in this world; no mailbox host publishes its own. Points count what was seen
 * within 30 days: what was accepted earns slowly, complaints cost fast.
 */
export const FORMULA = {
  start: 50,
  least: 0,
  most: 100,
  window: 30 * DAY,
  accepted: { points: 1, upTo: 40 },
  unknown: { points: -2, upTo: -40 },
  complaints: { points: -10, upTo: -100 },
} as const

/** The reputation of a client, from 0 to 100. */
export function scoreOf(record: SenderRecord, now: number): number {
  const { start, least, most, window } = FORMULA
  const points = (['accepted', 'unknown', 'complaints'] as const).map((kind) => {
    const { points: each, upTo } = FORMULA[kind]
    const sum = each * countWithin(record[kind], now, window)
    return each > 0 ? Math.min(sum, upTo) : Math.max(sum, upTo)
  })
  return Math.min(
    most,
    Math.max(
      least,
      points.reduce((sum, one) => sum + one, start),
    ),
  )
}
