/** One more than the largest number that a serial number can be: it has 32 bits. */
const ROUND = 2 ** 32

/** Serial numbers that are written as a day and a number of the day, such as 2026060101. */
const OLDEST = 1970010100
const NEWEST = 2106123199

/**
 * The serial number of a zone after a change: the first of the day where it is written as a day, as most are;
 * else, and where the day has one already, one more.
 * @param day As `2026-06-01`.
 */
export function nextSerial(serial: number, day: string): number {
  const first = Number(day.replaceAll('-', '')) * 100 + 1
  const isDay = serial >= OLDEST && serial <= NEWEST
  return isDay && first > serial && first < ROUND ? first : (serial + 1) % ROUND
}
