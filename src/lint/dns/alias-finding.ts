import type { Finding } from '../../core/rule.ts'
import { rewrite } from './edits.ts'
import { targetSpan, type ZoneSubject } from './subject.ts'
import type { ZoneRecord } from '../../dns/zone/zone.ts'

/** A target that is an alias, with the name behind it where there is one. */
export function* aliasFinding(
  one: ZoneRecord,
  target: string,
  { resolver }: ZoneSubject,
): Generator<Finding> {
  const aliases = resolver.query(target, 'A').aliases ?? []
  const [first, last] = [aliases[0], aliases.at(-1)]
  if (first?.type !== 'CNAME' || last?.type !== 'CNAME') return
  const at = targetSpan(one)
  const whole = resolver.query(last.target, 'A').status === 'ok'
  yield {
    span: at,
    message: `\`${target}\` is an alias of \`${first.target}\`; name the host itself.`,
    related: first.place ? [{ ...first.place, message: 'Here it is made an alias.' }] : [],
    fixes: whole ? rewrite(`Write \`${last.target}.\``, one, at, `${last.target}.`) : [],
  }
}
