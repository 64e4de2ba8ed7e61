import { words } from '#words/terms'
import { richParts } from '../kit/rich-text.ts'

/** What a card shows of a term. */
export interface TermCard {
  readonly name: string
  /** Backticks mark code. */
  readonly text: string
  readonly section?: { readonly label: string; readonly href: string }
  readonly lesson?: { readonly slug: string; readonly title: string }
}

/** The id of a card's sentences, which describe the word that has the focus. */
export const CARD_TEXT = 'term-card-text'

/** Fills a card's element. @param link The word that it belongs to, which leads to the glossary. */
export function fillCard(element: HTMLElement, card: TermCard, link: HTMLAnchorElement): void {
  element.ariaLabel = card.name
  // The glossary is in English on every page.
  const name = made('p', card.name)
  name.lang = 'en'
  name.className = 'name'
  const text = made('p')
  text.lang = 'en'
  text.id = CARD_TEXT
  text.append(
    ...richParts(card.text).map((part) => (part.code ? made('code', part.text) : part.text)),
  )
  const more = made('p')
  more.className = 'more'
  const { section, lesson } = card
  if (section) more.append(linkTo(section.href, section.label, ['external', 'noopener']), ' · ')
  const lessonHref = lesson && new URL(`../lessons/${lesson.slug}/`, link.href)
  if (lesson && lessonHref?.pathname !== location.pathname)
    more.append(`${words.taught} `, linkTo(lessonHref!.href, lesson.title), ' · ')
  more.append(linkTo(link.href, words.inGlossary))
  element.replaceChildren(name, text, more)
}

function linkTo(href: string, text: string, rel: readonly string[] = []): HTMLAnchorElement {
  const link = made('a', text)
  link.href = href
  link.relList.add(...rel)
  return link
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
