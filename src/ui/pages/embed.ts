import { openEmbed } from '../embed/open-embed.ts'

const target = document.querySelector<HTMLElement>('#embed')
if (target) openEmbed(target)
