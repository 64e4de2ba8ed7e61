/** Which browser on which machine, as far as a wheel and its scroll bars differ there. */
const agent = typeof navigator === 'object' ? navigator.userAgent : ''

export const isChrome = /Chrome/.test(agent)
export const isFirefox = /Firefox/.test(agent)
export const isSafari = !isChrome && /Safari/.test(agent)
export const isMacintosh = /Macintosh/.test(agent)
export const isWindows = /Windows/.test(agent)

/** Set by a program that is a browser itself; in a page it is never set. */
export const getZoomFactor = (): number => 1
