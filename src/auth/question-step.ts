import type { DnsAnswer, RecordType } from '../core/dns.ts'
import { step, type Step } from '../core/trace.ts'

/** A DNS question and what came of it, as a step of a trace. */
export function questionStep(name: string, type: RecordType, answer: DnsAnswer): Step {
  return step({
    kind: 'dns/question',
    text: `${type} of \`${name}\`? ${answerText(answer)}`,
    outcome: isLost(answer) ? 'error' : 'note',
    asked: { question: { ask: 'dns', name, type }, answer },
    steps: [],
  })
}

/** Whether DNS failed for now, so that asking again later may help. */
export const isLost = ({ status }: DnsAnswer): boolean =>
  status === 'servfail' || status === 'timeout'

function answerText({ status, records }: DnsAnswer): string {
  switch (status) {
    case 'ok':
      return records.length === 1 ? 'One record.' : `${records.length} records.`
    case 'nodata':
      return 'The name exists, without such a record.'
    case 'nxdomain':
      return 'The name does not exist.'
    case 'servfail':
      return 'The server could not answer.'
    case 'timeout':
      return 'No answer came.'
  }
}
