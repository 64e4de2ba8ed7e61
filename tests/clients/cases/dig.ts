import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { must } from '../same.ts'
import type { Stage } from '../stage.ts'

async function ask(stage: Stage, words: readonly string[]): Promise<string> {
  const port = stage.bridge.ports.find(({ service }) => service === 'dns')!.port
  const { out } = await exec('dig', ['@127.0.0.1', '-p', String(port), '+tries=1', ...words])
  return out.toString()
}

const dig = (what: string, words: readonly string[], expected: RegExp): ClientCase => ({
  client: 'dig',
  what,
  programs: ['dig'],
  async run(stage) {
    const answer = await ask(stage, words)
    must(expected.test(answer), `dig ${words.join(' ')} printed:\n${answer}`)
  },
})

export const digCases: readonly ClientCase[] = [
  dig('MX', ['example.org', 'MX', '+short'], /^10 mail\.example\.org\.\n$/),
  dig('a long TXT', ['june._domainkey.example.org', 'TXT'], /"v=DKIM1; k=rsa; p=" "MIIB/),
  dig(
    'over TCP',
    ['+tcp', 'example.org', 'TXT', '+short'],
    /^"v=spf1 mx include:news\.example -all"\n$/,
  ),
  dig(
    'cut over UDP, whole over TCP',
    ['+noedns', 'june._domainkey.example.org', 'TXT'],
    /status: NOERROR/,
  ),
  dig(
    'a name that is not there',
    ['nobody.example.org', 'A'],
    /status: NXDOMAIN[^]*AUTHORITY SECTION:\n.*SOA/,
  ),
  dig('a type that is not there', ['mail.example.org', 'MX'], /status: NOERROR[^]*ANSWER: 0/),
]
