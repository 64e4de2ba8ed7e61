import type { Tone } from '../../core/tone.ts'

/** The colour of a result's name, in the words of SPF, DKIM and DMARC. */
export function toneOf(result: string): Tone {
  if (result === 'pass') return 'pass'
  if (result === 'fail' || result === 'permerror') return 'fail'
  if (result === 'softfail' || result === 'temperror' || result === 'policy') return 'warn'
  return 'plain'
}
