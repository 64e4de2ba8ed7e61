/** What a page template may ask for, written as `%name%`. Values are HTML already. */
export type Slots = Partial<Record<SlotName, string>>

type SlotName = (typeof slotNames)[number]

const slotNames = [
  ...(['title', 'description', 'place', 'prose', 'debrief', 'next', 'data'] as const),
  ...(['lessons', 'first'] as const),
]

const slot = new RegExp(`%(${slotNames.join('|')})%`, 'g')

/** Fills the slots that it has values for, in one pass: what it fills in is not searched again. */
export function fill(template: string, slots: Slots): string {
  return template.replace(slot, (whole, name: SlotName) => slots[name] ?? whole)
}

const fetchedByVite = /(<(?:link|script|img)\b[^>]*\s(?:href|src)=["'])%base%/g

/**
 * Replaces `%base%`, the way from a page back to the site's root.
 * Vite resolves what `link`, `script` and `img` name from the project's root, so there it becomes `/`.
 * @param base Such as `../../`; relative, so that the site works under any folder.
 */
export function setBase(template: string, base: string): string {
  return template.replace(fetchedByVite, '$1/').replaceAll('%base%', base)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for HTML, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** JSON for a `<script type="application/json">`: no `<`, so nothing in it can end the block. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
