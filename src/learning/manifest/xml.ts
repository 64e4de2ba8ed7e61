/** An element of XML, as text. */
export type Xml = string & { readonly kind?: 'xml' }

type Attributes = Readonly<Record<string, string | undefined>>

/** An element with its attributes, in their order, and what is in it. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: Attributes,
  inside: readonly Xml[] | string,
): Xml {
  const all = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value!)}"`)
    .join('')
  if (typeof inside === 'string') return `<${name}${all}>${escapeXml(inside)}</${name}>`
  if (inside.length === 0) return `<${name}${all}/>`
  return `<${name}${all}>\n${inside.map(indented).join('\n')}\n</${name}>`
}

export const xmlFile = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`

const indented = (text: string): string => text.replace(/^/gm, '  ')

const NAMED: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
}

/** What XML 1.0 has no place for is left out; a text is one line. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\t\n\r]+/g, ' ')
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"]/g, (sign) => NAMED[sign]!)
