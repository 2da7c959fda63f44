import ipaddr from 'ipaddr.js'

/** So much of an address says which network somebody was in, and not at which machine. */
const PREFIX = { ipv4: 24, ipv6: 48 } as const

/** The part of an address that is noted of a sign-in: `192.0.2.0/24`; null where it is none. */
export const coarsePlace = (address: string): string | null => {
  if (!ipaddr.isValid(address)) return null
  const read = ipaddr.process(address)
  const bits = PREFIX[read.kind()]
  const network =
    read.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${read}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${read}/${bits}`)
  return `${network}/${bits}`
}
