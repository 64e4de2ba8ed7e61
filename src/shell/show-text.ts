import { showControl } from './connection/wire-text.ts'

/** Foreign text (of a zone, of a typed word) as it may be printed: no control character is left. */
export const showText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  text.replace(/[\x00-\x1f\x7f-\x9f]/g, (unit) => showControl(unit.charCodeAt(0)))
