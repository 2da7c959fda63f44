import type { TopicData, TopicItemData } from '../../domain/data'
import type { TopicPage, TopicRow } from '../views'
import { rowRefs, speakerRefData, topicRefData } from './refs'

/** @param site the address of this site, without a slash at the end */
export const topicItemData = (topic: TopicRow, site: string): TopicItemData => ({
  ...topicRefData(topic, site),
  id: topic.id,
  description: topic.description,
  claims: topic.claims,
  counts: topic.counts as Record<string, number>,
})

/** The whole of a topic's page. */
export const topicData = (topic: TopicPage, site: string): TopicData => ({
  ...topicItemData(topic, site),
  newest: rowRefs(topic.rows, site),
  speakers: topic.speakers.map(({ speaker, claims }) => ({ speaker: speakerRefData(speaker, site), claims })),
})
