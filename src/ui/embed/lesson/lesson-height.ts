/**
 * CSS pixels: a desk needs no more than this, and is made as high where nothing is said. `fill`: as high as the
 * frame is, whose page has set its height.
 */
export const lessonHeight = { least: 440, usual: 640, fill: 'fill' } as const
