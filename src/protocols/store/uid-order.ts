import type { StoredMail } from './store.ts'

/** Functions over messages that are sorted by rising UID, as a mailbox keeps them. */
type Messages = readonly StoredMail[]

/** The index of the message with that UID, or where it would be. */
export function indexOfUid(messages: Messages, uid: number): number {
  let [low, high] = [0, messages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (messages[middle]!.uid < uid) low = middle + 1
    else high = middle
  }
  return low
}

export function findUid(messages: Messages, uid: number): StoredMail | undefined {
  const found = messages[indexOfUid(messages, uid)]
  return found?.uid === uid ? found : undefined
}

/** The messages with those UIDs, each once, rising; UIDs without a message are passed over. */
export const findUids = (messages: Messages, uids: readonly number[]): StoredMail[] =>
  [...new Set(uids)].toSorted((a, b) => a - b).flatMap((uid) => findUid(messages, uid) ?? [])

export const uidsOf = (messages: Messages): number[] => messages.map(({ uid }) => uid)

/** The UIDs below `uidNext` that no message has. */
export function missingUids(messages: Messages, uidNext: number): number[] {
  const uids: number[] = []
  let at = 0
  for (let uid = 1; uid < uidNext; uid++)
    if (messages[at]?.uid === uid) at++
    else uids.push(uid)
  return uids
}
