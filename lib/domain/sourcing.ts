/**
 * What a claim rests on, derived from what editors recorded: the sourcing rules, version 1. Pure and total: no clock,
 * no input or output, no randomness; the order of the input never matters, and no graph of that shape makes it throw.
 */
import { MET } from './sourcing/backward'
import { canonicalOf } from './sourcing/canonical'
import { excludedOf } from './sourcing/excluded'
import { explain } from './sourcing/explain'
import { factsOf } from './sourcing/facts'
import { flagsOf } from './sourcing/flags'
import { countedOf } from './sourcing/origins'
import { isTimeInverted, reachedOpenly, ringsIn } from './sourcing/rings'
import { decide } from './sourcing/rules'
import { type Study, study } from './sourcing/study'
import { RULESET, type Sourcing, type SourcingGraph } from './sourcing/types'

export type { Sourcing, SourcingGraph } from './sourcing/types'

const CHECKABLE = new Set(['assertion', 'denial', 'confirmation'])

/**
 * Derives the sourcing of a claim from its graph (rules.md §2).
 * @param graph the claim and what is recorded around it; missing optional fields have the defaults of §2
 * @returns status, rule, origins, tiers, flags, rings, the sentence, and what was and was not counted
 */
export const deriveSourcing = (graph: SourcingGraph): Sourcing => resultOf(study(graph))

/**
 * The same, with the canonical JSON of the admitted graph, which is made from the same walks.
 * @returns `inputs` as `canonicalGraph` gives it
 */
export const deriveWithInputs = (graph: SourcingGraph): { sourcing: Sourcing; inputs: string } => {
  const studied = study(graph)
  return { sourcing: resultOf(studied), inputs: canonicalOf(studied) }
}

const resultOf = ({ graph, ground, admitted, support, against, recanted }: Study): Sourcing => {
  const { parties, onward } = ground
  const { refused } = admitted
  const reached = reachedOpenly(support.walks, against.walks)
  const cycles = ringsIn(reached, onward)
  const speechAct = graph.claim.speechAct ?? 'assertion'
  const { rule, status } = decide({
    checkable: CHECKABLE.has(speechAct),
    s: support.tier,
    c: against.tier,
    contradictionProven: against.proven.length > 0,
    record: support.hasProven('record'),
    self: support.has(MET.self),
    untraced: support.has(MET.untraced),
    circular: support.circular,
  })
  const facts = factsOf({ status, speechAct, parties, admitted, support, against, recanted })
  return {
    ruleset: RULESET,
    status,
    rule,
    origins: rule === 'R1' ? null : { supports: support.shown, contradicts: against.shown },
    tiers: { supports: support.tier, contradicts: against.tier },
    explanation: explain(facts),
    facts,
    flags: flagsOf({
      status,
      admitted,
      support,
      against,
      recanted: recanted ? parties.makerId : null,
      rings: cycles.length > 0,
      timeInverted: isTimeInverted(reached, onward, parties),
    }),
    cycles,
    counted: [
      ...countedOf('supports', support.origins, parties, reached.ids),
      ...countedOf('contradicts', against.origins, parties, reached.ids),
    ],
    notCounted: excludedOf(refused, [support, against], parties, reached.ids),
  }
}
