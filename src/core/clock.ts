/** Time as a value: milliseconds since 1970 in UTC. */
export interface Clock {
  now(): number
}

export interface SettableClock extends Clock {
  /** Moves it forward, because somebody asked for that. */
  advance(milliseconds: number): void
}

/** The clock of a world. */
export interface WorldClock extends SettableClock {
  /** Moves it by what something simulated takes, such as a hop over the wire. */
  spend(milliseconds: number): void
}

/** A clock that only the world moves: nothing reads the machine's. */
export function simulatedClock(start: number): WorldClock {
  let now = start
  const advance = (milliseconds: number): void => {
    now += Math.max(0, milliseconds)
  }
  return { now: () => now, advance, spend: advance }
}

/** A clock that goes as the machine's does, ahead of it by what it was advanced. */
export function machineClock(machine: Clock): WorldClock {
  let ahead = 0
  return {
    now: () => machine.now() + ahead,
    advance(milliseconds) {
      ahead += Math.max(0, milliseconds)
    },
    spend: () => undefined,
  }
}
