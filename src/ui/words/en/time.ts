export const words = {
  title: 'Time',
  /** For the world's day. */
  locale: 'en',
  hours: 'Let time go by',
  /** How far the clock is put on, and what the button says. */
  stretches: {
    minute: '1 min',
    hour: '1 hour',
    day: '1 day',
    week: '1 week',
  },
  next: 'To what is next',
  nextIn: (span: string) => `in ${span}`,
  nothing: 'nothing is to come',
  waiting: 'Waiting for another try',
  noneWaits: 'No message waits at a server.',
  to: (who: string) => `to ${who}`,
  nullSender: 'a report',
  tried: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
  again: (span: string) => `again in ${span}`,
  log: 'What happened',
  nothingHappened: 'Nothing happened yet.',
  /** A span of time, its largest unit alone. */
  span: (count: number, unit: string) => `${count} ${unit}`,
  units: {
    day: 'd',
    hour: 'h',
    minute: 'min',
    second: 's',
  },
}
