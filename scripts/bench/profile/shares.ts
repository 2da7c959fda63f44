/** What a CPU profile says of a request: sums of its samples. */
import { isOurs, ownerOf } from './owner'
import { type CallFrame, NATIVE, type Place } from './places'

export interface Profile {
  nodes: { id: number; callFrame: CallFrame; children?: number[] }[]
  samples: number[]
  /** Microseconds before each sample. */
  timeDeltas: number[]
}

/** Parts of all the time that was not idle, by name, the largest first. */
export type Shares = [name: string, share: number][]

export interface Summary {
  /** Time in the code of each owner itself. */
  owners: Shares
  /** Time in each function of a library or ours. */
  functions: Shares
  /** Time that each of our files took, with all that it called, until it waited. */
  below: Shares
}

const IDLE = '(idle)'

const shares = (sums: Map<string, number>, all: number): Shares =>
  [...sums].map(([name, ms]): [string, number] => [name, ms / all]).sort((a, b) => b[1] - a[1])

const add = (sums: Map<string, number>, name: string, ms: number) =>
  void sums.set(name, (sums.get(name) ?? 0) + ms)

/** Milliseconds that each node was on top. */
const selfTimes = ({ samples, timeDeltas }: Profile): Map<number, number> => {
  const times = new Map<number, number>()
  samples.forEach((id, i) => {
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[i] ?? 0) / 1_000)
  })
  return times
}

/** Sums a profile by owner, by function, and by those of our files that were on the stack. */
export const summaryOf = (profile: Profile, placeOf: Place): Summary => {
  const self = selfTimes(profile)
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  )
  const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]))
  /** Native code belongs to whoever calls it: a database to its driver. */
  const placeFrom = (id: number): string => {
    let at: number | undefined = id
    while (at !== undefined && places.get(at) === NATIVE) at = parents.get(at)
    return (at === undefined ? undefined : places.get(at)) ?? NATIVE
  }
  const owners = new Map<string, number>()
  const functions = new Map<string, number>()
  const below = new Map<string, number>()
  let busyMs = 0
  for (const { id, callFrame } of profile.nodes) {
    const ms = self.get(id) ?? 0
    const place = placeFrom(id)
    if (ms === 0 || place === IDLE) continue
    busyMs += ms
    add(owners, ownerOf(place), ms)
    add(functions, place.startsWith('(') ? place : `${callFrame.functionName || '(unnamed)'}  ${place}`, ms)
    const ours = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const file = places.get(at) ?? ''
      if (isOurs(file)) ours.add(file)
    }
    for (const file of ours) add(below, file, ms)
  }
  return {
    owners: shares(owners, busyMs),
    functions: shares(functions, busyMs),
    below: shares(below, busyMs),
  }
}
