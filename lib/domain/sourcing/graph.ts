/** What goes in: the claim and what is recorded around it (§1). Missing optional fields have the defaults of §2. */

export interface GraphRole {
  org: string
  from?: string | null
  to?: string | null
  ended?: boolean
  title?: string | null
  kind?: string
}

export interface GraphSpeaker {
  kind: string
  name?: string
  roles?: GraphRole[]
  group?: string | null
  vouchedBy?: string | null
  affiliation?: string | null
}

export interface GraphSource {
  kind: string
  title?: string
  publisher?: string | null
  issuer?: string | null
  authenticity?: string
  publishedAt?: string | null
  status?: string
  correctionRemovesClaim?: boolean
}

export interface GraphLink {
  from: string
  to: string
  mode?: string
  claimId?: string | null
  basis?: string
  capacity?: string
  capacityOrg?: string | null
}

export interface GraphEvidence {
  id: string
  relation: string
  target?: string | null
  covers?: string
  access?: string
  state?: string
  basis?: string
  capacity?: string
  capacityOrg?: string | null
  vouchedBy?: string | null
}

export interface GraphClaim {
  id: string
  speaker?: string | null
  speechAct?: string
  basis?: string
  capacity?: string
  capacityOrg?: string | null
  stakes?: { party: string; stake: string }[]
  saidOn?: string | null
  appearsIn?: string[]
}

/** Maps by id; an id in both maps is a speaker; `newsroom` is a speaker's id. */
export interface SourcingGraph {
  claim: GraphClaim
  speakers?: Record<string, GraphSpeaker>
  sources?: Record<string, GraphSource>
  links?: GraphLink[]
  evidence?: GraphEvidence[]
  newsroom?: string | null
}
