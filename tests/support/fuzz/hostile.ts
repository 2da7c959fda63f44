/** Text that has broken programs before, and requests made of it. */
import fc from 'fast-check'
import type { Route } from './routes'

/** One of each kind of attack, and of each kind of text that is merely unusual. */
export const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '9007199254740993',
  '99999999999999999999',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'toString',
  'constructor.prototype',
  'hasOwnProperty',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '....//....//',
  'C:\\Windows\\win.ini',
  '/dev/null',
  'file:///etc/passwd',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: taken=1',
  '\r\n\r\n<html>',
  "' OR '1'='1",
  "'; DROP TABLE Claim; --",
  '1) UNION SELECT password FROM "Account" --',
  '%',
  '_%_',
  '\\',
  '"',
  "'",
  '`',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea><svg onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//elsewhere.example/',
  'https://elsewhere.example/',
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1:22/',
  'http://[::1]/',
  '=HYPERLINK("http://elsewhere.example")',
  '@SUM(1+1)*cmd',
  '+1',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '%s%s%s%n',
  '{0}',
  '{',
  '[]',
  '{"__proto__":{"role":"admin"}}',
  'NEAR(',
  '"unclosed',
  'a OR (b AND',
  'a* NOT',
  '-a -b',
  'speaker:"x',
  '*',
  '()',
  '^',
  '2025-13-45',
  '2025-02-30/..',
  '-9999999-01',
  'Y170000002',
  '156X-12~',
  '{1960,1961..}',
  '2025/2020',
  '1985-04-12T23:20:30+25:00',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff',
  'ﷺ'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(20),
  'e\u0301'.repeat(200),
  'a'.repeat(3000),
  'é'.repeat(1500),
  '('.repeat(500),
  '"'.repeat(501),
  `${'a '.repeat(300)}!`,
  '1'.repeat(400),
  'or or or or and and not',
] as const

/** Values of vocabularies and ids that get further than nonsense does. */
const KNOWN = [
  'en',
  'editor',
  'admin',
  'reviewer',
  'person',
  'organization',
  'anonymous',
  'news_report',
  'publish',
  'submit',
  'withdraw',
  'hide',
  'record',
  'draft',
  'unsupported',
  'contested',
  'supports',
  'public',
  'on_background',
  'off_the_record',
  'not_stated',
  'personal',
  'official',
  'quotes',
  'cites',
  'factual',
  'retracted',
  'full',
  'claims:search',
  'claims-1',
  'json',
  'csv',
  '1',
  '2',
  '2025',
  '2025-03',
]

export interface Ground {
  routes: Route[]
  names: string[]
  /** Ids and last parts of addresses of what is recorded. */
  ids: string[]
}

export interface Hostile {
  route: string
  method: string
  /** With its query, as it is sent. */
  path: string
  headers: Record<string, string>
  body: string | null
}

const textOf = ({ ids }: Ground) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  )

/** As a path or query carries it: most decode to the text, some to nothing. */
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed())

const stepOf = (ground: Ground) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ground.ids).map(escaped) },
    { weight: 4, arbitrary: textOf(ground).map(escaped) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('%', '%E0%A4%A', '%00', '%2e%2e', '%2f', '%5c', '..', ';a=b', '%FF'),
    },
  )

const queryOf = (ground: Ground) =>
  fc
    .array(fc.tuple(fc.constantFrom(...ground.names), textOf(ground)), { maxLength: 5 })
    .map((pairs) => pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&'))

const jsonOf = (ground: Ground) => {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      textOf(ground),
      fc.constantFrom<unknown>(null, true, -1, 0, 1, 1.5, 1e308, []),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.constantFrom(...ground.names, '__proto__', 'constructor'), tie('value')), {
          maxLength: 6,
        })
        .map((pairs) => Object.fromEntries(pairs)),
    ),
  }))
  return value
}

interface Body {
  type: string
  text: string
}

const BOUNDARY = 'onrecordboundary'
const part = ([name, value]: [string, string], file: boolean) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file ? '; filename="../../x.csv"' : ''}\r\n\r\n${value}\r\n`

const bodyOf = (ground: Ground): fc.Arbitrary<Body> => {
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...ground.names) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '__proto__',
        '__proto__.role',
        'constructor.prototype.x',
        'evidence.999.access',
        'a'.repeat(200),
        'roles.0.0.0',
        '.',
      ),
    },
  )
  const pairs = fc.array(fc.tuple(name, textOf(ground)), { maxLength: 14 })
  const versioned = pairs.map((list): [string, string][] => [
    ['version', '1'],
    ['reason', 'Because.'],
    ...list,
  ])
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.oneof(pairs, versioned).map((list) => ({
        type: 'application/x-www-form-urlencoded',
        text: list.map(([key, value]) => `${escaped(key)}=${escaped(value)}`).join('&'),
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(pairs, fc.boolean()).map(([list, file]) => ({
        type: `multipart/form-data; boundary=${BOUNDARY}`,
        text: `${list.map((pair) => part(pair as [string, string], file)).join('')}--${BOUNDARY}--\r\n`,
      })),
    },
    {
      weight: 6,
      arbitrary: jsonOf(ground).map((value) => ({ type: 'application/json', text: JSON.stringify(value) })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        { type: 'application/json', text: '{"a":' },
        { type: 'application/json', text: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
        { type: 'application/json', text: `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}` },
        { type: 'application/json', text: `{"__proto__":{"role":"admin"},"statement":"x"}` },
        { type: 'application/x-www-form-urlencoded', text: '%E0%A4%A=%' },
        { type: 'application/x-www-form-urlencoded', text: `a=${'x'.repeat(500_000)}` },
        { type: 'multipart/form-data', text: 'no boundary' },
        { type: `multipart/form-data; boundary=${BOUNDARY}`, text: `--${BOUNDARY}\r\nbroken` },
        { type: 'text/plain;charset=UTF-7', text: '+ADw-script+AD4-' },
        { type: 'application/xml', text: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
        { type: '', text: '\u0000\u0001' },
      ),
    },
  )
}

/** Headers that reach code of ours or of the framework. */
const HEADERS: [string, string[]][] = [
  ['if-none-match', ['*', '"', 'W/"x"', '"a","b"']],
  ['if-match', ['"v1"', '"v999999999"', '*', 'v1', '"v1-x"']],
  ['if-modified-since', ['nonsense', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['range', ['bytes=0-0', 'bytes=-1', 'bytes=9999999999999999999-']],
  ['accept', ['*/*', 'application/json', 'text/html;q=x', '/'.repeat(300)]],
  ['accept-language', ['ar', 'en;q=x', '*', '-'.repeat(500), 'x'.repeat(4000), 'ar-EG-u-nu-arab;q=0.0001']],
  ['accept-encoding', ['gzip', 'identity;q=0', 'br;q=nope']],
  [
    'authorization',
    ['Bearer onrec_x', 'Bearer ', 'Basic eDp5', `Bearer ${'a'.repeat(3000)}`, 'Bearer \u00e9'],
  ],
  ['idempotency-key', ['a', ' ', 'x'.repeat(256), 'one']],
  ['referer', ['javascript:1', 'https://elsewhere.example/claims', '//', '/claims?x=%']],
  ['x-forwarded-host', ['elsewhere.example', 'a b', '"', '@']],
  ['x-forwarded-proto', ['https', 'gopher', 'http,https']],
  ['x-forwarded-for', ['1.1.1.1, x', '', '::', 'x'.repeat(500)]],
  ['x-request-id', ['../../x', '<script>', 'x'.repeat(500)]],
  ['x-nonce', ["' 'unsafe-inline"]],
  ['x-http-method-override', ['DELETE']],
  ['x-middleware-subrequest', ['proxy:proxy:proxy:proxy:proxy', 'middleware']],
  ['x-middleware-rewrite', ['/desk/people']],
  ['rsc', ['1']],
  ['next-router-prefetch', ['1', '2']],
  ['next-router-state-tree', ['%5B%22%22%5D', 'nonsense', '[]', '%']],
  ['next-router-segment-prefetch', ['/_tree', '/../x']],
  ['next-action', ['x', '40'.repeat(20)]],
  ['next-url', ['/claims', '//elsewhere.example']],
  ['x-nextjs-data', ['1']],
  ['purpose', ['prefetch']],
  ['content-encoding', ['gzip', 'br']],
  [
    'cookie',
    [
      'on-record.said=e30',
      'on-record.said=AAAA',
      'on-record.session_token=x.y',
      '__Secure-on-record.session_token=%',
      'on-record.language=__proto__',
      ';;==;',
    ],
  ],
]

const headersOf = fc
  .array(
    fc
      .constantFrom(...HEADERS)
      .chain(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
    { maxLength: 3 },
  )
  .map((pairs) => Object.fromEntries(pairs))

/** Requests that no page of the site would send. */
export const hostile = (ground: Ground): fc.Arbitrary<Hostile> =>
  fc
    .record({
      route: fc.constantFrom(...ground.routes),
      steps: fc.array(stepOf(ground), { minLength: 4, maxLength: 4 }),
      query: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 2, arbitrary: queryOf(ground) }),
      odd: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
        },
      ),
      pick: fc.nat(),
      headers: headersOf,
      body: bodyOf(ground),
    })
    .map(({ route, steps, query, odd, pick, headers, body }) => {
      const method = odd ?? route.methods[pick % route.methods.length] ?? 'GET'
      const rest = [...steps]
      const path = route.path.replace(/\[+[^\]]*\]+/g, () => rest.shift() ?? 'x')
      const carries = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
      return {
        route: route.path,
        method,
        path: query ? `${path}?${query}` : path,
        headers: { ...headers, ...(carries && body.type ? { 'content-type': body.type } : {}) },
        body: carries ? body.text : null,
      }
    })
