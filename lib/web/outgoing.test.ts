import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Receiver, startReceiver } from '../../tests/support/receiver'
import { isPublicAddress, outgoing } from './outgoing'

vi.mock('server-only', () => ({}))

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await receiver.close()
})
const allow = () => vi.stubEnv('OUTGOING_ALLOW', `elsewhere.example, ${receiver.host}`)

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  it.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '::ffff:93.184.215.14'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

describe('asking', () => {
  it('reaches nothing on this machine, however it is written', async () => {
    const port = receiver.host.split(':')[1]
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '0'])
      expect(await outgoing(`http://${host}:${port}/hook`), host).toMatchObject({ ok: false, why: 'address' })
    expect(receiver.received).toEqual([])
  })

  it('reaches what is allowed, and only on that port', async () => {
    allow()
    const asked = { method: 'POST', headers: { 'X-Of': 'us' }, body: 'ünï' } as const
    expect(await outgoing(receiver.url, asked)).toMatchObject({ ok: true, status: 200, cut: false })
    expect(receiver.received).toMatchObject([{ body: 'ünï', headers: { 'x-of': 'us' } }])
    expect(await outgoing('http://127.0.0.1:9/')).toMatchObject({ ok: false, why: 'address' })
  })

  it('follows no redirect', async () => {
    allow()
    receiver.answer = { status: 302, headers: { Location: receiver.url } }
    expect(await outgoing(receiver.url)).toMatchObject({ ok: true, status: 302 })
    expect(receiver.received).toHaveLength(1)
  })

  it('reads no more than it was told to', async () => {
    allow()
    receiver.answer = { status: 200, body: 'x'.repeat(1_000_000) }
    const got = await outgoing(receiver.url, { maxBytes: 1024 })
    expect(got).toMatchObject({ ok: true, cut: true })
    expect(got.ok && got.body.length).toBe(1024)
  })

  it('says why nothing came of it', async () => {
    allow()
    receiver.answer = null
    expect(await outgoing(receiver.url)).toMatchObject({ ok: false, why: 'network' })
    expect(await outgoing('http://no-such-name.invalid/')).toMatchObject({ ok: false, why: 'name' })
    for (const address of ['ftp://a.example', 'http://me:secret@a.example', 'nothing', 'file:///etc/passwd'])
      expect(await outgoing(address)).toMatchObject({ ok: false, why: 'address' })
  })

  it('waits no longer than it was told to', async () => {
    const slow = (await import('node:http')).createServer(() => {})
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
    const { port } = slow.address() as { port: number }
    vi.stubEnv('OUTGOING_ALLOW', `127.0.0.1:${port}`)
    expect(await outgoing(`http://127.0.0.1:${port}/`, { timeoutMs: 50 })).toMatchObject({
      ok: false,
      why: 'time',
    })
    slow.closeAllConnections()
    slow.close()
  })
})
