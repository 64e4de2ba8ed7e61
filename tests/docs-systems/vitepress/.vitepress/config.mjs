import { defineConfig } from 'vitepress'
import { withHeloWorld } from '../helo-world.js'

export default withHeloWorld(
  'https://YOUR-COPY/',
  defineConfig({
    title: 'Docs of somebody',
    themeConfig: {
      sidebar: [
        {
          items: [
            { text: 'Widgets', link: '/' },
            { text: 'Second', link: '/second' },
          ],
        },
      ],
    },
  }),
)
