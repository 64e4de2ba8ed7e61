import { embedLimits } from './protocol.ts'

/** Attributes that say something to this script, or to any element; all others are the widget's own. */
const NOT_OPTIONS =
  /^(?:class|id|style|slot|part|lang|dir|title|hidden|role|tabindex|is|inert|translate|theme|locale|loading|site|isolated|label|state|xmlns|nonce)$|^(?:data-|aria-|on|x-|v-|_|:|@|\[|\()/

/** The attributes of an element that are its widget's options. Some frameworks write names in their own case. */
export function optionsOf(element: Element): Record<string, string> {
  const own = [...element.attributes].filter(({ name }) => !NOT_OPTIONS.test(name.toLowerCase()))
  return Object.fromEntries(
    own
      .slice(0, embedLimits.options)
      .map(({ name, value }) => [name.toLowerCase(), value.slice(0, embedLimits.option)]),
  )
}
