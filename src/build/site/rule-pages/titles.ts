import type { KnownRule } from '../../../lint/all-rules.ts'

type Named = Pick<KnownRule, 'code'>

/** `terms-after-all` */
export const ruleName = ({ code }: Named): string => code.slice(code.indexOf('/') + 1)

/** `terms after all` */
export const ruleTitle = (rule: Named): string => ruleName(rule).replaceAll('-', ' ')

/** `Terms after all` */
export const ruleHeading = (rule: Named): string => {
  const title = ruleTitle(rule)
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** What a list shows of a rule; its own page gives the whole reason. */
export const firstSentence = (text: string): string => text.split(/(?<=[.?!]) (?=[A-Z`])/)[0]!
