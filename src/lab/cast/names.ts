/**
 * Given names, by what a text calls their owner, so that its `she` and `he` still fit. None is a word that stands
 * for something else in a lesson. The names that lessons are written with are among them.
 */
const women =
  'Alice Carol Zoe Mina Eve Edith Dana Erin Mia Ines Rosa Nora Elena Noor Pia Clara Hilda Irma Lena Maud ' +
  'Petra Selma Tessa Wilma Yara Frida Greta Johanna Kaia Livia Odile Ramona'
const men =
  'Bob Dario Ned Ben Dave Frank Otto Karl Tim Anton Emil Felix Hugo Ivan Jonas Leo Nils Oscar Paul Rafi ' +
  'Theo Viktor Arvid Bruno Casper Edgar Gideon Henrik Jarek Ludwig Moritz Tobias'

export const people: readonly (readonly string[])[] = [women.split(' '), men.split(' ')]

/** Domains that lessons are written with (RFC 2606 §3). */
export const writtenDomains = ['example.org', 'example.net', 'example.com'] as const

/** Names under `.example`, which is reserved for documentation (RFC 2606 §2). */
export const domains: readonly string[] = (
  'almond anise barley basil bramble caraway cedar chestnut clover cobalt coral cumin damson elder fennel filbert ' +
  'ginger hazel heather indigo ivory jasmine juniper larch laurel linden lotus maple millet mulberry nutmeg olive ' +
  'oregano osprey parsley pepper plover rowan russet saffron sorrel tamarind teasel thistle turmeric umber vetch walnut'
)
  .split(' ')
  .map((word) => `${word}.example`)

/** The networks of documentation (RFC 5737 §3), without their last number. */
export const networks = ['192.0.2', '198.51.100', '203.0.113'] as const
