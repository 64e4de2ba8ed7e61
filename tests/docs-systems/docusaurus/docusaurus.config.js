import { heloFences, heloWorld } from './helo-world.js'

export default {
  title: 'Docs of somebody',
  url: 'https://docs.example',
  baseUrl: '/',
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', remarkPlugins: [heloFences] },
        theme: { customCss: './helo-world.css' },
        blog: false,
        pages: false,
      },
    ],
  ],
  plugins: [[heloWorld, { site: 'https://YOUR-COPY/' }]],
  themeConfig: { colorMode: { respectPrefersColorScheme: false } },
}
