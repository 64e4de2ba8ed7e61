import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two secrets are the same; takes the same time wherever the first difference is. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
