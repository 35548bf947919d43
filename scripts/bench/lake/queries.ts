import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { MeasuredLake } from './measured-lake.ts'
import { sample } from './sample.ts'

/** Questions that sites and programs ask. */
export async function measureQueries(lake: MeasuredLake, known: Known): Promise<Figure[]> {
  const goal = 'under 2 ms'
  const id = (index: number) => known.recaps[(index * 37) % known.recaps.length] ?? ''
  return [
    await sample(lake, { name: 'by id, *[_id == $id][0]', goal }, { times: 300 }, (index) =>
      lake.client.fetch('*[_id == $id][0]', { id: id(index) }),
    ),
    await sample(lake, { name: 'by id, getDocument', goal }, { times: 300 }, (index) =>
      lake.client.getDocument(id(index)),
    ),
    await sample(lake, { name: 'by id, without the client', goal }, { times: 300 }, (index) =>
      documentByHttp(lake, id(index)),
    ),
    await sample(lake, { name: 'newest 20 with references', goal: 'under 30 ms' }, { times: 60 }, () =>
      lake.client.fetch(newest, {}, { perspective: 'published' }),
    ),
    await sample(lake, { name: 'references() to a topic' }, { times: 60 }, (index) =>
      lake.client.fetch('*[references($id)]{_id}', { id: known.topics[index % known.topics.length] }),
    ),
    await sample(lake, { name: 'references() to a picture' }, { times: 60 }, (index) =>
      lake.client.fetch('*[references($id)]{_id}', { id: known.pictures[index % known.pictures.length] }),
    ),
    await sample(lake, { name: 'authors with their numbers of recaps' }, { times: 5 }, () =>
      lake.client.fetch(authors),
    ),
    await sample(lake, { name: 'how many recaps' }, { times: 30 }, () =>
      lake.client.fetch('count(*[_type == "recap"])'),
    ),
    await sample(lake, { name: 'one recap by its slug' }, { times: 30 }, (index) =>
      lake.client.fetch('*[_type == "recap" && slug.current == $slug][0]', {
        slug: known.slugs[index % known.slugs.length],
      }),
    ),
    await sample(lake, { name: 'pull: 5,000 ids and revisions' }, { times: 5 }, () =>
      lake.client.fetch(manifest),
    ),
    await sample(lake, { name: 'pull: 200 recaps whole' }, { times: 20 }, () =>
      lake.client.fetch('*[_id in $ids]', { ids: known.recaps.slice(0, 200) }),
    ),
    await sample(lake, { name: 'whole export' }, { times: 2 }, () => exported(lake)),
  ]
}

const newest =
  '*[_type == "recap"] | order(publishedAt desc)[0...20]{..., author->, authors[]->, topics[]->, event->{..., venue->}}'
const authors = '*[_type == "author"]{name, "n": count(*[_type == "recap" && references(^._id)])}'
const manifest =
  '*[_type in ["recap", "author", "event", "venue", "topic", "siteSettings", "sanity.imageAsset"] && _id > ""] | order(_id) [0...5000] {_id, _rev}'

async function documentByHttp(lake: MeasuredLake, id: string): Promise<void> {
  const response = await lake.request(`/data/doc/production/${id}`)
  await response.json()
}

async function exported(lake: MeasuredLake): Promise<void> {
  const response = await lake.request('/data/export/production')
  for await (const chunk of response.body ?? []) void chunk
}
