import type { LinkedWork } from '../../../lab/link/link.ts'
import { linkedStorage, type LinkedStorage } from '../../links/linked-storage.ts'

/**
 * Keeps the work of a lesson in a frame for as long as the frame is there: what is to last, the page
 * around keeps. It never touches the browser's storage.
 */
export function frameStorage(work: LinkedWork, saved: () => void): Omit<LinkedStorage, 'keep'> {
  const { getItem, setItem, removeItem } = linkedStorage(work, () => {
    throw new Error('A frame keeps nothing.')
  })
  return {
    getItem,
    removeItem,
    setItem(key, text) {
      setItem(key, text)
      saved()
    },
  }
}
