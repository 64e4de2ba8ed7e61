import type { RuleTag } from '../core/rule.ts'

/** What each tag of a rule means. */
export const ruleTags: Readonly<Record<RuleTag, string>> = {
  syntax: 'The text breaks its grammar, or reads as something else than was meant.',
  security: 'Somebody could forge, change or read mail, or be believed without proof.',
  deliverability: 'Mail could be refused, bounced or put into Junk, or an answer get lost.',
  interoperability: 'Programs differ in what they make of it, or the standard leaves it open.',
  deprecated: 'A later standard took it out or replaced it, or receivers ignore it by now.',
  performance: 'It costs lookups, octets or time that mail can do without.',
}
