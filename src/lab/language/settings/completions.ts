import { keyName } from '../../../world/keys-in-use.ts'
import { allSettings } from '../../../world/settings/all-settings.ts'
import { parseSettings } from '../../../world/settings/tree.ts'
import type { HostSpec } from '../../../world/spec.ts'
import { item, offer, type CompletionItem, type Completions } from '../answers.ts'
import { defaultText } from './hover.ts'
import { settingsPlace } from './place.ts'

/** What may stand at a place of the settings of a host. Never throws. */
export function completeSettings(
  text: string,
  offset: number,
  host: HostSpec | undefined,
): Completions {
  const place = settingsPlace(text, offset)
  if (place.at === 'name') return offer(place.word.span, names(text, place.word.text, host))
  if (place.at === 'nothing') return { from: offset, to: offset, items: [] }
  const { setting, word } = place
  const words = setting.type.offers ?? []
  const keys = setting.name === 'sign_with' ? (host?.keys ?? []).map(keyName) : []
  return offer(word.span, [
    ...words.map((one) => item(one.word, one.word, '', one.meaning)),
    ...keys.map((key) => item(key, key, 'key', 'A key that this host has.')),
  ])
}

/** Settings of this host that are not written yet. */
function names(text: string, current: string, host: HostSpec | undefined): CompletionItem[] {
  const written = new Set(parseSettings(text).entries.map(({ name }) => name.text))
  return allSettings
    .filter(({ name }) => name === current || !written.has(name))
    .filter((one) => !host || one.isFor(host))
    .map((one) => item(one.name, `${one.name} = `, defaultText(one).replaceAll('`', ''), one.about))
}
