/** Time as a value: milliseconds since 1970 in UTC. The world moves it; nothing reads the machine's. */
export interface Clock {
  now(): number
}

export interface SettableClock extends Clock {
  advance(milliseconds: number): void
}

export function simulatedClock(start: number): SettableClock {
  let now = start
  return {
    now: () => now,
    advance(milliseconds) {
      now += Math.max(0, milliseconds)
    },
  }
}
