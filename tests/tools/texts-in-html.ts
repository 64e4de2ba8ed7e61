import { SPOKEN } from './texts-in-markup.ts'

/** Not read, code, a line that went over a connection, or the name of a lesson's document. */
const QUIET = [
  /<!--[^]*?-->/g,
  /<(script|style|pre|code)\b[^]*?<\/\1>/g,
  /<(\w+)\s[^<>]*(?:data-who|data-mark)=[^<>]*>[^<]*<\/\1>/g,
  /<span>[^<]*(?=<span class="kind">)/g,
]

const slot = /%[\w.-]+%|&#?\w+;/g
const spoken = new RegExp(`\\s(?:${[...SPOKEN].join('|')})="([^"]*)"`, 'g')
const described = /<meta\s+name="description"\s+content="([^"]*)"/g

/** The texts that a page or its template shows or has read out, without what is filled in. */
export function textsInHtml(source: string): string[] {
  const html = QUIET.reduce((rest, quiet) => rest.replace(quiet, ''), source)
  const attributes = [...html.matchAll(spoken), ...html.matchAll(described)].map(
    ([, text]) => text!,
  )
  const between = html.split(/<[^<>]*>/)
  return [...attributes, ...between]
    .map((text) => text.replace(slot, ' ').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
