export { noReverseName } from './no-reverse-name.ts'
export { notInPolicy } from './not-in-policy.ts'
export { nullMxSenders } from './null-mx-senders.ts'
