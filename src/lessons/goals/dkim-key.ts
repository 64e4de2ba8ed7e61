import * as v from 'valibot'
import { keyName } from '../../auth/dkim/find-key.ts'
import { parseKeyRecord, type KeyData, type KeyRecord } from '../../auth/dkim/key.ts'
import { keyFormat } from '../../auth/formats/dkim-key.ts'
import { startsAs } from '../../auth/tag-format.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code, either } from '../wording.ts'

const states = [
  'absent',
  'several',
  'unreadable',
  'other-text',
  'no-data',
  'revoked',
  'unknown-type',
  'armour',
  'wrong-size',
  'damaged',
  'rsa',
  'ed25519',
] as const

type State = (typeof states)[number]

/**
 * @example
 * { kind: dkim-key, domain: example.org, selector: june, found: [rsa, ed25519] }
 */
export const dkimKey = defineCondition({
  kind: 'dkim-key',
  about: 'Who asks for the DKIM key of a selector finds this, with the zones as they stand.',
  entries: () => ({
    /** The domain that signs. */
    domain: v.string(),
    /** The name in front of `_domainkey` (`s=`). */
    selector: v.string(),
    /**
     * A whole key is `rsa` or `ed25519`. `absent`: no text there. `several`: more records than one.
     * `unreadable`: no list of tags. `other-text`: it does not start as a key. `no-data`: no `p=`.
     * `revoked`: an empty one. `unknown-type`: another `k=`. `armour`: lines of a PEM file in `p=`.
     * `wrong-size`: no Ed25519 key, though `k=` says so. `damaged`: no RSA key, or no base64.
     */
    found: v.union([v.picklist(states), v.pipe(v.array(v.picklist(states)), v.minLength(1))]),
  }),
  check({ domain, selector, found }, { world }) {
    const name = keyName(selector, domain)
    const records = recordsOf(world.resolver.query(name, 'TXT'), 'TXT').map(joinedText)
    const state = stateOf(records)
    const wanted = [found].flat()
    if (wanted.includes(state)) return met
    return notYet(`At ${code(name)} a key is ${code(state)}, not ${either(wanted.map(code))}.`)
  },
})

function stateOf([text, ...more]: readonly string[]): State {
  if (text === undefined) return 'absent'
  if (more.length) return 'several'
  const record = parseKeyRecord(text)
  if (record.problems.length) return 'unreadable'
  return startsAs(keyFormat, record) ? stateOfData(record) : 'other-text'
}

const stateOfData = ({ key }: KeyRecord): State =>
  key.kind === 'broken' ? (breaks[key.problem] ?? 'damaged') : whole[key.kind]

const whole = {
  missing: 'no-data',
  revoked: 'revoked',
  unknown: 'unknown-type',
  rsa: 'rsa',
  ed25519: 'ed25519',
} as const satisfies Readonly<Record<Exclude<KeyData['kind'], 'broken'>, State>>

const breaks: Readonly<Partial<Record<string, State>>> = {
  armour: 'armour',
  'ed25519-size': 'wrong-size',
  'ed25519-wrapped': 'wrong-size',
}
