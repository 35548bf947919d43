import { projectId } from './project.ts'

const operations = 'query|doc|mutate|actions|listen|live/events|history|export'
const resource = new RegExp(`^(/v[^/]+)/projects/${projectId}/datasets/([^/]+)/(${operations})(/.*)?$`)

/**
 * The client configured with a dataset as its `resource` names the dataset before what it wants of it:
 * `/v1/projects/local/datasets/x/query` is `/v1/data/query/x`.
 */
export function dataPath(path: string): string {
  return path.replace(resource, '$1/data/$3/$2$4')
}
