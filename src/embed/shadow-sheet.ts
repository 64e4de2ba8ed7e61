const rules = `
:host { display: block; position: relative; margin-block: 1em; }
:host([hidden]) { display: none; }
slot { display: block; }
slot[hidden] { display: none; }
iframe { position: absolute; inset: 0 auto auto 0; display: block; width: 100%; height: 0; border: 0; visibility: hidden; }
iframe[part~='ready'] { position: static; visibility: visible; }
p { margin: .5em 0; font: .9em/1.5 system-ui, sans-serif; }
p[hidden] { display: none; }
button { padding: .4em 1em; border: 1px solid; border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer; }
slot.plain { white-space: pre-wrap; font-family: ui-monospace, monospace; }
@media print {
  iframe[part], p { display: none; }
  slot, slot[hidden] { display: block; }
}`

let sheet: CSSStyleSheet | undefined

/** Styles as an object: a policy that forbids styles in the page does not reach it. */
export function shadowSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(rules.replace('', ''))
  }
  return sheet
}
