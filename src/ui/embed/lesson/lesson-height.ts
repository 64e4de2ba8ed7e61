/** CSS pixels: a desk needs no more than this, and is made as high where nothing is said. */
export const lessonHeight = { least: 440, usual: 640 } as const
