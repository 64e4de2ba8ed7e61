import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
import { heloWorld } from './helo-world.js'

export default defineConfig({
  integrations: [
    starlight({
      title: 'Docs of somebody',
      plugins: [heloWorld({ site: 'https://YOUR-COPY/' })],
      customCss: ['./helo-world.css'],
      components: { Head: './src/Head.astro' },
    }),
  ],
})
