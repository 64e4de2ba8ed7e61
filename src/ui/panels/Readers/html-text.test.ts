import { expect, test } from 'vitest'
import { textOfHtml } from './html-text.ts'

test.each([
  ['<p>48 crates, <b>576.00</b>.</p><p>Alice</p>', '48 crates, 576.00.\nAlice'],
  ['a<br>b &lt;c&gt; &amp;amp;', 'a\nb <c> &amp;'],
  ['<script>alert(1)</script>x<style>p{}</style>', 'x'],
])('%s', (html, text) => expect(textOfHtml(html)).toBe(text))
