import { expect, it } from 'vitest'
import { routesOf } from './routes'

const of = routesOf({
  staticRoutes: [
    { page: '/', regex: '^/(?:/)?$' },
    { page: '/claims', regex: '^/claims(?:/)?$' },
    { page: '/feeds/all.json', regex: '^/feeds/all\\.json(?:/)?$' },
  ],
  dynamicRoutes: [
    { page: '/claims/[slug]', regex: '^/claims/([^/]+?)(?:/)?$' },
    { page: '/invite/[token]', regex: '^/invite/([^/]+?)(?:/)?$' },
  ],
})

it.each([
  ['/', '/'],
  ['/claims', '/claims'],
  ['/claims/a-draft-nobody-may-see', '/claims/[slug]'],
  ['/claims.csv', '/claims.csv'],
  ['/claims/one.feed.json', '/claims/[slug].feed.json'],
  ['/feeds/all.json', '/feeds/all.json'],
  ['/invite/secret', '/invite/[token]'],
  ['/_next/static/chunks/a.js', '/_next/…'],
  ['/wp-login.php', '(none)'],
  ['/%E0%A4%A', '(none)'],
])('%s is of %s', (path, route) => {
  expect(of(path)).toBe(route)
})
