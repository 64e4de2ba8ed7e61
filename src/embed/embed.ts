import { HeloElement } from './helo-element.ts'
import { siteOfScript } from './own-site.ts'
import { kindNames } from './protocol.ts'

HeloElement.site ??= siteOfScript(document)

for (const kind of kindNames) {
  const name = `helo-${kind}`
  // Two scripts on one page, as where two parts of it bring one each: the first one counts.
  if (!customElements.get(name))
    customElements.define(
      name,
      class extends HeloElement {
        readonly kind = kind
      },
    )
}
