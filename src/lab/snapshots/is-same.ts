import type { StateDifference } from './compare-states.ts'

/** Whether two states are the same in all that is compared. */
export const isSame = ({ times, zones, mail, waiting, events }: StateDifference): boolean =>
  times[0] === times[1] &&
  zones.length === 0 &&
  [mail, waiting, events].every(({ first, second }) => first.length + second.length === 0)
