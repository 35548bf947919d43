import { EditIcon } from '@sanity/icons/Edit'
import type { DocumentActionComponent } from 'sanity'
import { useRouter } from 'sanity/router'
import { aboutEvening } from '../writing/recap-templates.ts'

/** Begins a recap that knows its evening already. */
export const writeRecap: DocumentActionComponent = ({ id, published }) => {
  const { navigateIntent } = useRouter()
  return {
    label: 'Write its recap',
    icon: EditIcon,
    disabled: !published,
    title: published ? undefined : 'Publish the evening first, so that the recap can refer to it',
    onHandle: () => navigateIntent('create', [{ type: 'recap', template: aboutEvening }, { eventId: id }]),
  }
}
writeRecap.displayName = 'WriteRecap'
