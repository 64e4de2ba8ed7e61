import { words } from '#words/rules'
import { richParts } from '../../kit/rich-text.ts'
import type { RuleEntry } from './find-rules.ts'

/** A found rule, drawn as the pages of the families draw theirs. */
export function resultItem({ code, title, severity, section, why }: RuleEntry): HTMLLIElement {
  const link = element('a', title)
  // Rules speak English on every page.
  link.lang = 'en'
  link.href = `${code}/`
  const heading = element('h2')
  heading.append(link)
  const tag = element('span', words.severities[severity])
  tag.className = 'severity'
  tag.dataset['severity'] = severity
  const reason = element('p')
  reason.lang = 'en'
  reason.append(
    ...richParts(why).map(({ text, code, stress }) =>
      code ? element('code', text) : stress ? element('em', text) : text,
    ),
  )
  const facts = element('p')
  facts.className = 'facts'
  facts.append(element('code', code), ` · ${section}`)
  const item = element('li')
  item.append(heading, ' ', tag, reason, facts)
  return item
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
