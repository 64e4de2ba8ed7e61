import type { Words } from '../languages.ts'
import type { words as english } from '../en/asked.ts'

export const words: Words<typeof english> = {
  note: (host: string) => `was ${host} das DNS gefragt hat`,
  none: 'Noch wurde nichts gefragt. Hier steht jede Frage an das DNS mit ihrer Antwort.',
  waits: 'nach deiner Vermutung',
  count: (asked: number) => (asked === 1 ? '1 Frage' : `${asked} Fragen`),
  statuses: {
    ok: 'NOERROR',
    nodata: 'NOERROR, 0 Antworten',
    nxdomain: 'NXDOMAIN',
    servfail: 'SERVFAIL',
    timeout: 'keine Antwort',
  },
  meanings: {
    ok: '',
    nodata: 'den Namen gibt es, aber ohne Eintrag dieses Typs',
    nxdomain: 'diesen Namen gibt es nicht',
    servfail: 'die Server der Zone versagen; nichts ist bekannt',
    timeout: 'kein Server antwortet rechtzeitig; nichts ist bekannt',
  },
  alias: (name: string) => `ein Alias von ${name}`,
  kept: (seconds: number) => `${seconds} s lang behalten`,
}
