/** Stretches of time, with the signs of their units. */
export const words = {
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number | string) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
}
