/** Of SCORM 1.2: four digits of hours. */
const MOST_HOURS = 9999

/** Milliseconds as a time span of SCORM 1.2: `0001:02:03.45`. What is no span is none. */
export function scorm12Span(milliseconds: number): string {
  const { hours, minutes, seconds, hundredths } = split(milliseconds)
  if (hours > MOST_HOURS) return `${MOST_HOURS}:59:59.99`
  return `${pad(hours, 4)}:${pad(minutes)}:${pad(seconds)}.${pad(hundredths)}`
}

/** Milliseconds as an ISO 8601 duration with hundredths of seconds: `PT1H2M3.45S`. */
export function isoDuration(milliseconds: number): string {
  const { hours, minutes, seconds, hundredths } = split(milliseconds)
  const fraction = hundredths ? `.${pad(hundredths)}`.replace(/0$/, '') : ''
  const rest = seconds || hundredths || !(hours || minutes) ? `${seconds}${fraction}S` : ''
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest}`
}

function split(milliseconds: number) {
  const all = Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds / 10)) : 0
  return {
    hundredths: all % 100,
    seconds: Math.floor(all / 100) % 60,
    minutes: Math.floor(all / 6000) % 60,
    hours: Math.floor(all / 360_000),
  }
}

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0')
