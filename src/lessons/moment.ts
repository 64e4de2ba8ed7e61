const units: Readonly<Record<string, number>> = {
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

const SINCE_START = /^\+(\d+) ?(s|min|h|d)$/

/**
 * A moment of a lesson: `2026-05-04T09:15:00Z`, or `+15 min` since its start (s, min, h, d).
 * @param start In milliseconds, as the result is.
 * @returns Undefined where it is neither.
 */
export function momentOf(text: string, start: number): number | undefined {
  const [, count, unit] = SINCE_START.exec(text) ?? []
  if (count !== undefined && unit !== undefined) return start + Number(count) * units[unit]!
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(at) ? undefined : at
}

/** Whether a text is a moment of either kind. */
export const isMoment = (text: string): boolean => momentOf(text, 0) !== undefined
