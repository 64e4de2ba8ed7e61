export { makeKeyPair, type KeyKind, type KeyPair } from '../platform/key-pair.ts'
