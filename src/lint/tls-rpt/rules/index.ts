export { address } from './address.ts'
export { noAddress } from './no-address.ts'
