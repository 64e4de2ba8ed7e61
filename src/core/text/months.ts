/** The names of months in messages (RFC 5322 §3.3) and in IMAP (RFC 9051 §9), in their order. */
export const MONTHS: readonly string[] = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
]

/** The number of a month from 0, by the first three letters of its name in any case; -1 if unknown. */
export const monthOf = (name: string): number => {
  const start = name.slice(0, 3).toLowerCase()
  return MONTHS.findIndex((month) => month.toLowerCase() === start)
}
