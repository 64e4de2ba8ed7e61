/** The words of an HTML text, in lines as its blocks stand; nothing in it runs. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(?:br|\/p|\/h[1-6]|\/div|\/li|\/tr)\b[^>]*>\s*/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => entities[name] ?? '')
    .trim()

const entities: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' },
}
