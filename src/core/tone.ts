/** How a result or an event is coloured: it went well, it failed, it needs a look, or none of these. */
export type Tone = 'pass' | 'fail' | 'warn' | 'plain'
