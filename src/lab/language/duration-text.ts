const UNITS = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** `3600 seconds: 1 hour`; `90 seconds: 1 minute 30 seconds`. */
export function durationText(seconds: number): string {
  const parts: string[] = []
  let left = seconds
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length)
    left -= count * length
    if (count) parts.push(plural(count, unit))
  }
  const whole = plural(seconds, 'second')
  return parts.length === 0 || parts[0] === whole ? whole : `${whole}: ${parts.join(' ')}`
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
