import type { Words } from '../languages.ts'
import type { words as english } from '../en/dkim.ts'

export const words: Words<typeof english> = {
  statuses: { holds: 'gilt', fails: 'gilt nicht', skipped: 'nicht angesehen' },
  signature: (number: number) => `Signatur ${number}`,
  noDomain: 'keine Domain',
  unsigned:
    'Keine Domain hat diese Nachricht signiert. Ein Server, der signiert, fügt ein Feld `DKIM-Signature` hinzu, bevor die Nachricht ihn verlässt, und seine Domain veröffentlicht den Schlüssel.',
  fields: { signed: 'signiert', reserved: 'als fehlend signiert', open: 'nicht signiert' },
  stages: {
    signature: 'Signaturfeld',
    key: 'Frage nach dem Schlüssel',
    body: 'Hash des Body',
    header: 'Signatur des Headers',
  },
  states: 'Das Feld sagt, wer signiert hat, wie und was.',
  testing: '`t=y`: Die Domain sagt, dass sie DKIM nur erprobt.',
  skipped: 'Dazu kam es nicht.',
  facts: {
    domain: 'Domain, d=',
    selector: 'Selektor, s=',
    algorithm: 'Algorithmus, a=',
    identity: 'Identität, i=',
    asked: 'gefragt',
    answer: 'Antwort',
    canonicalization: 'Kanonisierung',
    octets: 'Oktette im Hash',
    signed: 'signiert, bh=',
    computed: 'berechnet',
  },
}
