/** What a typed name may be looked up among; `speaker` stands for its three kinds. */
export const NAME_KINDS = ['speaker', 'person', 'organization', 'anonymous', 'source', 'topic'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Reads a list of kinds from an address; what is none is left out. */
export const nameKindsIn = (text: string): NameKind[] => {
  const given = text.split(',')
  return NAME_KINDS.filter((kind) => given.includes(kind))
}
