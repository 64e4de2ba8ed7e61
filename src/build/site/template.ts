/** What a page template may ask for, written as `%name%`. Values are HTML already. */
export type Slots = Partial<Record<SlotName, string>>

type SlotName = (typeof slotNames)[number]

const slotNames = [
  ...(['title', 'description', 'place', 'prose', 'debrief', 'notes', 'next', 'data'] as const),
  ...(['paths', 'lessons', 'first', 'firsttitle', 'list', 'count', 'desk'] as const),
  ...(['families', 'records'] as const),
]

const slot = new RegExp(`%(${slotNames.join('|')})%`, 'g')

/** Fills the slots that it has values for, in one pass: what it fills in is not searched again. */
export function fill(template: string, slots: Slots): string {
  return template.replace(slot, (whole, name: SlotName) => slots[name] ?? whole)
}

/** Without the spaces at the starts of lines: they weigh, and show nowhere but in a `pre`. */
export const withoutIndents = (template: string): string =>
  template
    .split(/(<pre\b[^]*?<\/pre>)/)
    .map((part, at) => (at % 2 ? part : part.replace(/\n\s+/g, '\n')))
    .join('')

const inclusion = /<!-- include ([\w./-]+) -->/g

/** Replaces `<!-- include parts/head.html -->` by the text of that file. */
export function include(template: string, read: (file: string) => string): string {
  return template.replace(inclusion, (_, file: string) => read(file).trim())
}

/**
 * Marks the masthead's link to the page itself.
 * @param place Where the page is from the site's root, such as `sandbox/`; empty for the home page.
 */
export function markCurrent(masthead: string, place: string): string {
  return masthead.replace(`href="%base%${place}"`, (link) => `${link} aria-current="page"`)
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
